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
  const scored = entries
    .map(({ words, to }) => ({ to, score: Math.max(...words.map((word) => likeness(asked, plain(word)))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  return [...new Set(scored.flatMap(({ to }) => to))].slice(0, most).flatMap((number) => places[number] ?? [])
}

/** True if somebody who types this may be in danger. */
export function isCrisis(query: string, { entries, crisis }: Guesses): boolean {
  const asked = plain(query)
  const said = entries.flatMap(({ crisis, words }) => (crisis ? words : [])).map(plain)
  return (
    crisis.map(plain).some((start) => ` ${asked}`.includes(` ${start}`)) ||
    said.some((words) => likeness(asked, words) >= likely)
  )
}

const same = 100
const holds = 60
const likely = 50
const isPart = 30

// Words that say nothing about what somebody looks for.
const empty = new Set(
  'a about after am an and are at be by can cant did do does dont for from get give going good has have how i if im in is it its me my need of off on or should so take that the there they this to too up want was what when which who why will with would you your'.split(
    ' ',
  ),
)

/** How much a query is like the words of an entry; 0 if it is not. */
function likeness(asked: string, words: string): number {
  if (!asked) return 0
  if (asked === words) return same
  if (` ${asked} `.includes(` ${words} `)) return holds + words.length / 10
  const [mine, theirs] = [telling(asked), telling(words)]
  const found = theirs.filter((word) => mine.some((other) => nearlySame(other, word)))
  if (theirs.length > 0 && found.length === theirs.length) return likely + words.length / 100
  // the beginning of what the entry says, or some words of it
  if (asked.length > 2 && ` ${words}`.includes(` ${asked}`)) return isPart + asked.length / words.length
  const share = found.join('').length / Math.max(mine.join('').length, theirs.join('').length)
  return share >= 0.5 ? isPart * share : 0
}

const telling = (text: string) => text.split(' ').filter((word) => !empty.has(word))

/** Long words may have a slip or two in them. */
function nearlySame(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  return a === b || distance(a, b) <= (shorter > 6 ? 2 : shorter > 4 ? 1 : 0)
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
