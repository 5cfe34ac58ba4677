import { reviewMonths } from '../addresses'
import { monthsAfter } from '../dates'
import type { Article, Comparison } from './article'
import { figuresOfClaims, unsourcedFigures } from './checks/evidence'
import type { Library } from './library'
import { passagesOf } from './passages'
import { minutes, reading } from './reading'

/** What an article or comparison is like, in figures. */
export type ReportRow = {
  file: string
  address: string
  kind: 'article' | 'comparison'
  words: number
  minutes: number
  grade: number
  /** with names of conditions and treatments counted as two syllables */
  neutralGrade: number
  /** words of the longest sentence */
  longest: number
  claims: number
  /** treatment figures that no claim beside them holds */
  unsourced: number
  review: 'unreviewed' | 'reviewed' | 'due' | 'overdue'
}

/** How many months before its review is over a page is called due. */
const dueMonths = 1

/** A row for every article, then for every comparison. */
export function reportOf(library: Library): ReportRow[] {
  const held = figuresOfClaims(library)
  return [...library.articles, ...library.comparisons].map((document) => {
    const { file, address, kind, claims } = document
    const passages = passagesOf(document, kind)
    const { words, grade, neutralGrade, sentences } = reading(
      passages,
      library.wordLists.neutral,
      library.language,
    )
    return {
      ...{ file, address, kind, grade, neutralGrade },
      words,
      minutes: minutes(words),
      longest: Math.max(0, ...sentences.map((sentence) => sentence.words.length)),
      claims: claims.length,
      unsourced: unsourcedFigures(held, { passages, document }).length,
      review: reviewState(document, library.today),
    }
  })
}

/** How it stands with the review of an article or comparison. */
export function reviewState(
  { details: { reviewed } }: Article | Comparison,
  today: string,
): ReportRow['review'] {
  if (!reviewed) return 'unreviewed'
  const until = monthsAfter(reviewed.on, reviewMonths)
  if (until < today) return 'overdue'
  return monthsAfter(until, -dueMonths) <= today ? 'due' : 'reviewed'
}
