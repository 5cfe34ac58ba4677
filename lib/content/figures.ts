import type { Claim } from './schema'

/** A figure in a text that says something about a treatment, in the form in which claims hold it. */
export type Figure = {
  from: number
  to: number
  text: string
  /** share: 41/100 · fraction: half · percent: 41 · times: 2 · duration, in days or months, and visits: 13 visit */
  atoms: string[]
  /** its numbers, for claims that hold a number without a unit */
  numbers: string[]
}

/** The figures that a claim holds. */
export type Held = { atoms: Set<string>; numbers: Set<string>; bare: Set<string> }

const numberWords: Record<string, number> = {
  ...{
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
  },
}
const digits = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`
const words = Object.keys(numberWords).join('|')
const number = `(?:${digits}|${words})`
const range = `(?<a>${number})(?:(?: to | or | and |–|-)(?<b>${number}))?`
const people =
  'people|adults|patients|persons|children|kids|teens|teenagers|women|men|parents|users|veterans|students|others|them|those|us'
const clinicians = 'psychologists|psychiatrists|therapists|prescribers|doctors|clinicians|counselors'

/** One kind of figure: how it is written, and the atoms of what was found. */
type Kind = {
  pattern: RegExp
  atoms: (found: Record<string, string | undefined>) => string[]
  timeOnly?: boolean
}

const kinds: Kind[] = [
  {
    // 41 of 100, 5 to 7 of every 100, 9 people out of 10; “1 in 24 hours” is not one
    pattern: expression(
      `(?<a>${digits})(?:(?: to | or | and |–|-)(?<b>${digits}))?(?: more| fewer)?(?: (?:${people}))? (?:of|in|out of)(?: (?:every|each|about))?(?: (?:${people}))? (?<m>${digits})\\b(?! ?(?:mg|%|percent|hour|day|week|month|year|minute))`,
    ),
    atoms: shares,
  },
  {
    // one in five, nine out of ten; “one of two ways” is not one
    pattern: expression(
      `(?<a>${words}) (?:in|out of)(?: every)? (?<m>${words})\\b(?! (?:day|week|month|year|way|visit))`,
    ),
    atoms: shares,
  },
  {
    pattern: expression(`${range} ?(?:%|percent\\b|per cent\\b|percentage points?\\b)`),
    atoms: ({ a, b }) => [a, b].flatMap((n) => (n ? [`${value(n)} percent`] : [])),
  },
  {
    // twice is “2 times”; “2 times a day” is a dose
    pattern: expression(`${range} times\\b(?! (?:a|per|each|every) day| daily)`),
    atoms: ({ a, b }) => [a, b].flatMap((n) => (n ? [`${value(n)} times`] : [])),
  },
  {
    // half of people, a third of those adults, two thirds of them
    pattern: expression(
      `(?<fraction>half|(?:one|a|two|three) (?:third|quarter|fifth)s?)(?: of)?(?: (?!dose|pill|tablet)[a-z]+){0,2} (?:${people}|${clinicians})\\b`,
    ),
    atoms: ({ fraction = '' }) => [fractionAtom(fraction)],
  },
  {
    // 13 to 18 sessions, 6-month, 2 years; but not 9-year-old, “2 years of age”
    pattern: expression(
      `${range}(?: more| fewer|-| )? ?(?<unit>day|week|month|year|session|visit|meeting)s?\\b(?!['’]?[ -](?:olds?|of age|and older|or older|and over|or over)\\b)`,
    ),
    atoms: ({ a, b, unit = '' }) => [a, b].flatMap((n) => (n ? [timeAtom(value(n), unit)] : [])),
    timeOnly: true,
  },
]

/** Most texts hold no number at all, and are passed over quickly. */
const mayHoldFigures = new RegExp(`\\d|half|third|quarter|fifth|\\b(?:${words})\\b`, 'i')

function expression(source: string): RegExp {
  return new RegExp(String.raw`(?<![\w.,$€£-])${source}`, 'gi')
}

/** The treatment figures in a text, in its order; without `times`, weeks and visits are left out. */
export function figuresIn(text: string, { times = true } = {}): Figure[] {
  const figures: Figure[] = []
  if (!mayHoldFigures.test(text)) return figures
  for (const { pattern, atoms, timeOnly } of kinds) {
    if (timeOnly && !times) continue
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (figures.some((other) => from < other.to && other.from < to)) continue
      const found = atoms(match.groups ?? {})
      if (found.length === 0 || (timeOnly ? isAge(text, from, to) : isDate(match.groups))) continue
      figures.push({ from, to, text: match[0], atoms: found, numbers: numbersIn(match[0]) })
    }
  }
  return figures.sort((a, b) => a.from - b.from)
}

/** All numbers in a text, also those inside words, as plain digits: 11,910 is 11910. */
export function numbersIn(text: string): string[] {
  return (text.match(new RegExp(digits, 'g')) ?? []).map((found) => found.replaceAll(',', ''))
}

/** The words for a part of a whole in a text: half, a third. */
export function fractionsIn(text: string): { from: number; to: number; text: string; atom: string }[] {
  const pattern = /\b(?:half|(?:one|an?|two|three) (?:third|quarter|fifth|tenth)s?)\b/gi
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
    atom: fractionAtom(match[0]),
  }))
}

/** The figures that a text about this claim may state. */
export function heldBy({ numbers = {}, timeframe = '' }: Claim): Held {
  const { with: treated, without, per, also = [] } = numbers
  const held: Held = { atoms: new Set(), numbers: new Set(), bare: new Set() }
  for (const side of [treated, without]) {
    if (side === undefined) continue
    if (per === undefined) held.bare.add(String(side))
    else held.atoms.add(`${side}/${per}`)
  }
  for (const side of [treated, without, per]) if (side !== undefined) held.numbers.add(String(side))
  for (const entry of [...also, timeframe]) {
    const figures = figuresIn(entry)
    for (const figure of figures) for (const atom of figure.atoms) held.atoms.add(atom)
    for (const { atom } of fractionsIn(entry)) held.atoms.add(atom)
    for (const [, unit = ''] of entry.matchAll(/\ban? (day|week|month|year)\b/gi))
      held.atoms.add(timeAtom('1', unit))
    for (const found of numbersIn(entry)) {
      held.numbers.add(found)
      if (figures.length === 0) held.bare.add(found)
    }
  }
  return held
}

/** True if the claim holds each number of the figure, with its unit. */
export function holds(held: Held, figure: Figure): boolean {
  if (figure.atoms.every((atom) => held.atoms.has(atom))) return true
  return figure.numbers.length > 0 && figure.numbers.every((found) => held.bare.has(found))
}

/** A claim may hold many figures; a message names the first of them. */
const mostShown = 8

/** The figures of a claim as words for people: “50 and 40 of 100, 6 weeks”. */
export function heldInWords({ numbers = {}, timeframe }: Claim): string {
  const { with: treated, without, per, also = [] } = numbers
  const sides = [treated, without].filter((side) => side !== undefined).join(' and ')
  const main = sides && per !== undefined ? `${sides} of ${per}` : sides
  const time = timeframe && numbersIn(timeframe).length ? [timeframe] : []
  const all = [...new Set([main, ...also, ...time].filter(Boolean))]
  return all.length > mostShown ? `${all.slice(0, mostShown).join(', ')} and more` : all.join(', ')
}

function shares({ a, b, m = '' }: Record<string, string | undefined>): string[] {
  const whole = Number(value(m))
  return [a, b].flatMap((part) => (part && Number(value(part)) <= whole ? [`${value(part)}/${whole}`] : []))
}

function value(written: string): string {
  return String(numberWords[written.toLowerCase()] ?? Number(written.replaceAll(',', '')))
}

/** A year is 12 months and a week 7 days, so that “1 year” and “12 months” are one figure. */
function timeAtom(count: string, unit: string): string {
  const one = unit.toLowerCase()
  if (one === 'year') return `${Number(count) * 12} month`
  if (one === 'week') return `${Number(count) * 7} day`
  return `${count} ${one === 'day' || one === 'month' ? one : 'visit'}`
}

function fractionAtom(words: string): string {
  const [first = '', second] = words.toLowerCase().split(' ')
  return second ? `${first.replace(/^(?:an?|one)$/, '1')} ${second.replace(/s$/, '')}` : first
}

function isAge(text: string, from: number, to: number): boolean {
  if (!/years?$/i.test(text.slice(from, to))) return false
  return /\b(?:aged?|ages|under|over|until|younger than|older than) (?:of )?$/i.test(text.slice(0, from))
}

/** “In 2023” after a number is a year, not a share. */
function isDate(groups: Record<string, string | undefined> | undefined): boolean {
  return /^(?:19|20)\d\d$/.test(groups?.m ?? '')
}
