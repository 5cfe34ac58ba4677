import { distance } from 'fastest-levenshtein'

/** What people type, and the numbers of the places where it should lead, the best first. */
export type Entry = { words: string[]; to: number[]; crisis?: boolean | undefined }

export type Place = {
  address: string
  title: string
  part?: string | undefined
  summary?: string | undefined
}

/** All that best guesses are made from. */
export type Guesses = {
  entries: Entry[]
  places: Place[]
  /** starts of words and sentences that show that somebody may be in danger */
  crisis: string[]
}

/** The places that somebody who types this most likely looks for, the best first. */
export function bestGuesses(query: string, { entries, places }: Guesses, most = 3): Place[] {
  const asked = plain(query)
  const known = new Map<string, number>()
  for (const { words } of entries)
    for (const word of new Set(words.flatMap((word) => telling(plain(word)))))
      known.set(word, (known.get(word) ?? 0) + 1)
  const scored = entries
    .map(({ words, to }) => ({
      to,
      score: Math.max(...words.map((word) => likeness(asked, plain(word), known))),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  return [...new Set(scored.flatMap(({ to }) => to))].slice(0, most).flatMap((number) => places[number] ?? [])
}

/** The words of a query that say what somebody looks for; all of them, if none does. */
export const tellingPart = (query: string): string => telling(plain(query)).join(' ') || query

/** True if somebody who types this may be in danger. */
export function isCrisis(query: string, { entries, crisis }: Guesses): boolean {
  const asked = plain(query)
  const mine = telling(asked)
  const isSaid = (words: string) => {
    const theirs = telling(plain(words))
    return theirs.every((word) => mine.some((other) => nearlySame(word, other)))
  }
  return (
    crisis.some((start) => ` ${asked}`.includes(` ${plain(start)}`)) ||
    entries.some(({ words, crisis }) => crisis && words.some(isSaid))
  )
}

// Words that say nothing about what somebody looks for.
const empty = new Set(
  'a about after am an and are at be by can cant did do does dont for from get give going good has have how i if im in is it its me my need of on or she should so take that the them there they this to too up want was what when which who why will with would you your'.split(
    ' ',
  ),
)

const telling = (text: string) => text.split(' ').filter((word) => word && !empty.has(word))

/** How much a query is like the words of an entry, from 0 to 1. */
function likeness(asked: string, words: string, known: Map<string, number>): number {
  if (!asked) return 0
  if (asked === words) return 1
  const [mine, theirs] = [telling(asked), telling(words)]
  const score = Math.sqrt(foundIn(mine, theirs, known) * foundIn(theirs, mine, known))
  // while somebody still types, the beginning is all there is
  const begins = asked.length > 2 && words.startsWith(asked) ? 0.5 : 0
  return score < 0.45 ? begins : Math.max(begins, score * 0.95)
}

/** Which share of some words is among others; a word that stands in few entries says more than one that stands in many. */
function foundIn(others: string[], words: string[], known: Map<string, number>): number {
  const weight = (some: string[]) => some.reduce((sum, word) => sum + (known.get(word) ?? 1) ** -0.5, 0)
  const found = words.filter((word) => others.some((other) => nearlySame(word, other, known)))
  return weight(found) / (weight(words) || 1)
}

/** Long words may have a slip or two in them, unless both are words we know. */
function nearlySame(a: string, b: string, known?: Map<string, number>): boolean {
  if (a === b) return true
  if (known?.has(a) && known.has(b)) return false
  const shorter = Math.min(a.length, b.length)
  return distance(a, b) <= (shorter > 5 ? 2 : shorter > 4 ? 1 : 0)
}

/** A text in small letters, without accents, apostrophes and signs. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
