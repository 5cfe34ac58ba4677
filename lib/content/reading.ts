import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { once } from './once'
import type { Passage } from './passages'

/** A sentence in a passage. */
export type Sentence = { passage: Passage; from: number; text: string; words: string[] }

/** How hard a text is to read. */
export type Reading = {
  words: number
  sentences: Sentence[]
  /** the school grade by Flesch and Kincaid */
  grade: number
  /** the same with names of conditions and treatments counted as two syllables */
  neutralGrade: number
}

/** A sentence of more words than this is cut in two. */
export const longestSentence = 25
/** At most one sentence in twenty has more words than this. */
export const longSentence = 20
/** The highest grade a page may have. */
export const highestGrade = 7.5
/** With this neutral grade or a lower one, only names make a page hard, and names cannot be helped. */
export const highestNeutralGrade = 6
/** How many words an adult reads in a minute, with care. */
const wordsPerMinute = 200

/** How hard the prose of a page is to read. */
export function reading(passages: Passage[], neutral: string[], language: string): Reading {
  const names = new Set(neutral.map((word) => word.toLowerCase()))
  const sentences = passages.filter(isProse).flatMap((passage) => sentencesOnce(passage, language))
  const words = sentences.flatMap((sentence) => sentence.words)
  const count = (syllables: (word: string) => number) =>
    fleschKincaid({
      sentence: sentences.length,
      word: words.length,
      syllable: words.reduce((sum, word) => sum + syllables(word), 0),
    })
  return {
    words: words.length,
    sentences,
    grade: count(syllablesOf),
    neutralGrade: count((word) =>
      names.has(word.toLowerCase()) ? Math.min(2, syllablesOf(word)) : syllablesOf(word),
    ),
  }
}

/** How many minutes the words of a page take. */
export function minutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute))
}

/** The sentences of a passage; the end of a list item, a key point or a question ends a sentence, too. */
export function sentencesOf(passage: Passage, language: string): Sentence[] {
  const sentences: Sentence[] = []
  const body = passage.text.slice(passage.label)
  let from = 0
  let text = ''
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(body)) {
    if (!text) from = index
    text += segment
    if (endsInShortForm.test(text)) continue
    sentences.push({ passage, from, text, words: [] })
    text = ''
  }
  if (text) sentences.push({ passage, from, text, words: [] })
  return sentences.flatMap((sentence) => {
    const words = wordsOf(sentence.text)
    const indent = sentence.text.length - sentence.text.trimStart().length
    const trimmed = {
      ...sentence,
      text: sentence.text.trim(),
      from: passage.label + sentence.from + indent,
      words,
    }
    return words.length ? [trimmed] : []
  })
}

const sentencesOnce = once(sentencesOf)

/** The words of a text; a word may hold apostrophes, hyphens and, if it is a number, points and commas. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’.,‑-](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*/gu) ?? []
}

/** The segmenter takes the full stop of these for the end of a sentence: St. John's wort. */
const endsInShortForm = /\b(?:St|Dr|Mr|Mrs|Ms|Prof|vs|e\.g|i\.e|approx)\.\s*$/

const proseDetails = ['summary', 'whoFor', 'notHere', 'keyPoints']

function isProse({ kind, name, cell, text }: Passage): boolean {
  if (kind === 'detail') return proseDetails.includes(name)
  if (kind === 'setting') return name === 'question'
  // Cells of a table are mostly single words; only those written as sentences are prose.
  return kind === 'text' && (!cell || /[.?!]$/.test(text.trim()))
}

// Counting syllables takes long, and a text says most of its words again and again.
const counted = new Map<string, number>()

function syllablesOf(word: string): number {
  const known = counted.get(word)
  if (known !== undefined) return known
  const syllables = /\d/.test(word) ? 1 : Math.max(1, syllable(word))
  counted.set(word, syllables)
  return syllables
}
