import { firstSentences, sentences } from '../words'
import { cellsOf, type Document, plainText, type Section } from './article'

const longest = 160

/** One or two sentences that say what a section holds, for search engines and previews. */
export function sectionSummary(document: Document, section: Section): string {
  const words =
    document.kind === 'comparison'
      ? rowText(document.details.options, section, document.language)
      : openingText(section)
  return firstSentences(words, longest, document.language) || document.details.summary
}

/** What each option says first, in their order. */
function rowText(options: { id: string; name: string }[], row: Section, language: string): string {
  return cellsOf(row)
    .map(
      ({ option, text }) =>
        `${options.find(({ id }) => id === option)?.name ?? option}: ${sentences(text, language)[0] ?? ''}`,
    )
    .join(' ')
}

/** The paragraphs at the start of a section; without any, all of its words. */
function openingText({ children, text }: Section): string {
  const paragraphs = children.filter(({ type }) => type === 'paragraph').map(plainText)
  return paragraphs.length ? paragraphs.join(' ') : text
}
