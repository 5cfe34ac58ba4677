import { sectionAddress } from '../addresses'
import { codesByPage, documentsOf, pastPlaces, placeIn, wayfinder } from './ledger'
import type { Library } from './library'

/** A part of the site that a handout can hold. */
export type HandoutPart = { code: string; title: string; address: string }

/** What handouts are made of: the parts by page, and what became of the codes of parts that are no more. */
export type HandoutParts = {
  /** what is often handed out together: the codes of its parts, in their order */
  sets: { title: string; codes: string[] }[]
  groups: { title: string; parts: HandoutPart[] }[]
  /** by code: the code that has taken its place, or why there is none */
  past: Record<string, { now?: string | undefined; reason?: string | undefined }>
}

/** Every part of the site that a handout can hold, and what became of those that it could hold before. */
export function handoutParts(library: Library): HandoutParts {
  const codes = codesByPage(library)
  const byTitle = documentsOf(library).toSorted((a, b) =>
    a.details.title.localeCompare(b.details.title, library.language),
  )
  const groups = byTitle.map(({ address, details, sections }) => ({
    title: details.title,
    parts: sections.flatMap(({ id, title }) => {
      const page = sectionAddress(address, id)
      const code = codes.get(page)
      return code ? [{ code, title, address: page }] : []
    }),
  }))
  const living = new Set(groups.flatMap(({ parts }) => parts.map(({ code }) => code)))
  const past = pastPlaces(library).flatMap(({ code, id, destination }) => {
    if (!code || !id || living.has(code)) return []
    const now = destination.kind === 'there' ? codes.get(destination.page) : undefined
    return [[code, destination.kind === 'removed' ? { reason: destination.reason } : { now }] as const]
  })
  const follow = wayfinder(library)
  const sets = library.handouts.map(({ title, parts }) => ({
    title,
    codes: parts.flatMap((part) => {
      const { address, id } = placeIn(part)
      const destination = follow(address, id)
      return (destination.kind === 'there' && codes.get(destination.page)) || []
    }),
  }))
  return { sets, groups, past: Object.fromEntries(past) }
}
