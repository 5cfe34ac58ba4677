import type { Finding } from '../finding'
import type { Library } from '../library'
import { onceAmong } from '../once'
import { linePassage, type Passage } from '../passages'
import {
  highestGrade,
  highestNeutralGrade,
  longestSentence,
  longSentence,
  reading,
  type Sentence,
} from '../reading'
import type { Yaml } from '../yaml'
import { type Checked, findingAt } from './checked'

/** With fewer words than this, one long name decides on the grade. */
const fewestWords = 100

/** Every page is easy to read, hurts nobody and explains its short forms. */
export function checkLanguage(library: Library, documents: Checked[]): Finding[] {
  const avoided = avoidedWords(library)
  return [
    ...documents.flatMap((document) => checkOnce(document, library, avoided)),
    // the words of the glossary and of the claims, which readers see as well
    ...checkListOnce(library.yaml.terms, library, avoided, ['meaning', 'long']),
    ...checkListOnce(library.yaml.claims, library, avoided, [
      'statement',
      'population',
      'certaintyNote',
      'caveat',
    ]),
  ]
}

const checkOnce = onceAmong(
  (document: Checked, library: Library, avoided: Avoided) => [
    ...checkReading(library, document),
    ...checkAbbreviations(library, document),
    ...document.passages.flatMap((passage) => checkWording(avoided, document.file, passage)),
  ],
  (library) => [library.yaml.wordLists, library.language],
)
const checkListOnce = onceAmong(
  (yaml: Yaml, _: Library, avoided: Avoided, fields: string[]) => checkList(avoided, yaml, fields),
  (library) => [library.yaml.wordLists],
)

function checkReading(library: Library, { file, parsed, passages }: Checked): Finding[] {
  const { words, sentences, grade, neutralGrade } = reading(
    passages,
    library.wordLists.neutral,
    library.language,
  )
  const title = parsed.place('title')
  const findings = sentences
    .filter((sentence) => sentence.words.length > longestSentence)
    .map(({ passage, from, text, words: own }) =>
      findingAt(
        file,
        passage.place(from),
        'fix',
        'sentence-long',
        `This sentence has ${own.length} words: “${shortened(text)}”`,
        `Make two or more sentences of it; the limit is ${longestSentence} words.`,
      ),
    )
  const long = sentences.filter((sentence) => sentence.words.length > longSentence)
  if (words >= fewestWords && long.length > sentences.length / 20) {
    const share = Math.round((100 * long.length) / sentences.length)
    findings.push(
      findingAt(
        file,
        title,
        'look',
        'sentences-long',
        `${long.length} of ${sentences.length} sentences (${share} %) have more than ${longSentence} words; the aim is 5 % at most.`,
        `Shorten those on ${linesOf(long)}.`,
      ),
    )
  }
  if (words >= fewestWords && grade > highestGrade) {
    const onlyNames = neutralGrade <= highestNeutralGrade
    findings.push(
      findingAt(
        file,
        title,
        onlyNames ? 'look' : 'fix',
        'reading-grade',
        `This page reads at school grade ${grade.toFixed(1)}; the limit is ${highestGrade}.${onlyNames ? ` Without the long names of conditions and treatments it is ${neutralGrade.toFixed(1)}.` : ''}`,
        `Write shorter sentences and shorter words. Start with ${linesOf(hardest(sentences))}.`,
      ),
    )
  }
  return findings
}

function hardest(sentences: Sentence[]): Sentence[] {
  return [...sentences].sort((a, b) => b.text.length - a.text.length).slice(0, 3)
}

function linesOf(sentences: Sentence[]): string {
  const lines = [...new Set(sentences.map(({ passage, from }) => passage.place(from).line))].sort(
    (a, b) => a - b,
  )
  return `line${lines.length > 1 ? 's' : ''} ${[lines.slice(0, -1).join(', '), lines.at(-1)].filter(Boolean).join(' and ')}`
}

type Avoided = { any: RegExp; entries: { pattern: RegExp; better: string; severity: Finding['severity'] }[] }

/** The list of words that hurt or mislead, ready to be looked for. */
function avoidedWords({ wordLists: { avoid } }: Library): Avoided {
  return {
    any: wholeWords(avoid.flatMap(({ words }) => words)),
    entries: avoid.map(({ words, better, severity = 'look' }) => ({
      pattern: wholeWords(words),
      better,
      severity,
    })),
  }
}

function checkWording({ any, entries }: Avoided, file: string, passage: Passage): Finding[] {
  const text = straight(passage.text)
  if (text.search(any) < 0) return []
  const taken = quotedIn(passage.text)
  return entries.flatMap(({ pattern, better, severity }) =>
    [...text.matchAll(pattern)].flatMap((found) => {
      const [from, to] = [found.index, found.index + found[0].length]
      if (taken.some((other) => from < other.to && other.from < to)) return []
      taken.push({ from, to })
      return findingAt(
        file,
        passage.place(from),
        severity,
        'wording',
        `“${found[0]}” can hurt or mislead.`,
        `Better: ${better}.`,
      )
    }),
  )
}

function wholeWords(words: string[]): RegExp {
  // An empty list finds nothing; the longest stands first, so that “victim of” is found whole.
  if (words.length === 0) return /(?!)/g
  const any = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => escaped(straight(word)).replace(/ +/g, '\\s+'))
    .join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${any})(?![\\p{L}\\p{N}]|-\\p{L})`, 'giu')
}

/** Words between curly quotes are somebody else's; a page may name them to say that they are wrong. */
function quotedIn(text: string): { from: number; to: number }[] {
  return [...text.matchAll(/“[^”]*”/g)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
  }))
}

function checkAbbreviations(library: Library, { file, passages }: Checked): Finding[] {
  const known = new Set(library.wordLists.abbreviations)
  const findings: Finding[] = []
  for (const passage of passages) {
    for (const found of passage.text.matchAll(abbreviation)) {
      const short = found[0].replace(/(?<=[A-Z])s$/, '')
      if (known.has(short) || /^[IVX]+$/.test(short)) continue
      const explained = isExplained(passage, found.index, found.index + found[0].length)
      // A title or a heading may use a short form; its words follow in the text below it.
      if (!explained && !isReadInOrder(passage)) continue
      known.add(short)
      if (explained) continue
      findings.push(
        findingAt(
          file,
          passage.place(found.index),
          'look',
          'abbreviation',
          `“${short}” is not explained where this page uses it first.`,
          `Write it out with the short form in brackets, (${short}), or link it to the glossary: [${short}](term:…).`,
        ),
      )
    }
  }
  return findings
}

const abbreviation = /(?<![\p{L}\p{N}])[A-Z]{2,}(?:-[A-Z0-9]+)*s?(?![\p{L}\p{N}])/gu

function isExplained({ text, links }: Passage, from: number, to: number): boolean {
  if (links.some((link) => link.target.type === 'term' && link.from <= from && to <= link.to)) return true
  // CBT (cognitive …) or (CBT), (CBT for short), (called CBT)
  if (/^\s*\(/.test(text.slice(to))) return true
  const open = text.lastIndexOf('(', from)
  const close = text.indexOf(')', to)
  if (
    open >= 0 &&
    close >= 0 &&
    !text.slice(open, from).includes(')') &&
    text.slice(open, close).split(' ').length <= 4
  )
    return true
  return initials(text).includes(text.slice(from, to).replace(/s$/, '').toLowerCase())
}

/** The first letters of the words, so that “EMDR, or eye movement desensitization and reprocessing” is seen to explain it. */
function initials(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.map((word) => (['and', 'of', 'the', 'for', 'or'].includes(word) ? '' : word[0])).join('')
}

const isReadInOrder = ({ kind, name }: Passage) =>
  kind === 'text' ||
  (kind === 'detail' && ['summary', 'whoFor', 'notHere', 'keyPoints'].includes(name)) ||
  name === 'question'

function checkList(avoided: Avoided, yaml: Yaml, names: string[]): Finding[] {
  const entries: unknown[] = Array.isArray(yaml.value) ? yaml.value : []
  const { text, source } = yaml
  return entries.flatMap((entry, index) =>
    names.flatMap((name) => {
      const words =
        typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[name] : undefined
      if (typeof words !== 'string' || !text || straight(words).search(avoided.any) < 0) return []
      return checkWording(avoided, source.file, linePassage(name, words, text, yaml.place(index, name)))
    }),
  )
}

const straight = (text: string) => text.replaceAll('’', "'")
const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text)
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
