import { reviewMonths } from '../addresses'
import { type Day, monthsAfter } from '../dates'
import type { Document } from './article'
import { documentsOf } from './ledger'
import type { Library } from './library'

/** One change to the words, with the place it was made in. */
export type DatedChange = {
  on: Day
  /** without it, the page is new */
  what?: string | undefined
  document: Document
  section?: { id: string; title: string } | undefined
}

/** Every change to every article and comparison, the newest first. */
export function changesOf(library: Pick<Library, 'articles' | 'comparisons'>): DatedChange[] {
  const changes = documentsOf(library).flatMap((document): DatedChange[] => {
    const told = document.changes.map(({ on, section: id, what }) => ({
      on,
      what,
      document,
      section: document.sections.find((section) => section.id === id),
    }))
    const { written } = document.details
    return told.some(({ on, section }) => on <= written && !section)
      ? told
      : [...told, { on: written, document }]
  })
  // the list of a page grows downwards
  return changes.reverse().sort((a, b) => b.on.localeCompare(a.on))
}

/** The last change to an article, or to one section of it; without a change, the day it was written. */
export function lastChange(
  { changes, details }: Document,
  id?: string,
): { on: Day; what?: string | undefined } {
  const own = changes.filter(({ section }) => !id || !section || section === id)
  return own.reduce<{ on: Day; what?: string }>((last, change) => (change.on >= last.on ? change : last), {
    on: details.written,
  })
}

/** The day by which an article or comparison has to be looked at again. */
export function reviewDue({ details: { reviewed, written } }: Document): Day {
  return monthsAfter(reviewed?.on ?? written, reviewMonths)
}
