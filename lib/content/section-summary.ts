import { firstSentences, sentences } from '../words'
import { answersOf, type Comparison, type Document, plainText, type Section } from './article'

const longest = 160

/** One or two sentences that say what a section holds, for search engines and previews. */
export function sectionSummary(document: Document, section: Section): string {
  const words = document.kind === 'comparison' ? rowText(document, section) : openingText(section)
  return firstSentences(words, longest, document.language) || document.details.summary
}

/** What each option says first, in their order. */
function rowText(document: Comparison, row: Section): string {
  return answersOf(document, row)
    .map(({ name, text }) => `${name}: ${sentences(text, document.language)[0] ?? ''}`)
    .join(' ')
}

/** The paragraphs at the start of a section; without any, all of its words. */
function openingText({ children, text }: Section): string {
  const paragraphs = children.filter(({ type }) => type === 'paragraph').map(plainText)
  return paragraphs.length ? paragraphs.join(' ') : text
}
