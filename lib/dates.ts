/** A day as year-month-day, for example 2026-11-21. Days stay text: they compare and sort as they are. */
export type Day = string

/** The day it is now where this runs. */
export function realToday(): Day {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-')
}

/** The same day of the month some months later, or the last day of that month if it is shorter. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** A day in words in the given language, for example “November 21, 2026”. */
export function inWords(day: Day, language: string, month: 'long' | 'short' = 'long'): string {
  const name = `${language} ${month}`
  // to make one takes a hundred times as long as to use it
  const format =
    formats.get(name) ??
    new Intl.DateTimeFormat(language, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' })
  formats.set(name, format)
  return format.format(new Date(`${day}T00:00:00Z`))
}
