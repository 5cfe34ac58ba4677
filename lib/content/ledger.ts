import { createHash } from 'node:crypto'
import { pages, sectionAddress, sectionPlace, shortAddress } from '../addresses'
import type { Document } from './article'
import type { Library } from './library'
import type { Published } from './schema'

export type Entry = Published['addresses'][number]
type EntryState = { moved?: string | undefined; removed?: string | undefined }

/** What became of a place: it is there (perhaps under another name), it was removed, or its trace ends. */
export type Destination =
  | { kind: 'there'; address: string; id?: string | undefined; document?: Document | undefined; page: string }
  | { kind: 'removed'; reason: string }
  | { kind: 'lost'; address: string; id?: string | undefined }
  | { kind: 'circle' }

/** A place that was published at some time, and what became of it. */
export type PastPlace = {
  address: string
  id?: string | undefined
  code?: string | undefined
  destination: Destination
  /** how to name its line in published.yaml */
  path: (string | number)[]
  entry: EntryState
}

/** An id of today: its section has a page of its own, or it is only a place. */
type Id = {
  id: string
  page: boolean
  old: boolean
  question: boolean
  line: number
  column: number
  title: string
}

/** False while the ledger has faults of form: nothing can be said about what it holds then. */
export function ledgerIsClear({ yaml, published }: Library): boolean {
  const { value } = yaml.published as { value?: { addresses?: unknown[] } }
  return Array.isArray(value?.addresses) && value.addresses.length === published.addresses.length
}

/** All articles and comparisons. */
export function documentsOf({
  articles,
  comparisons,
}: Pick<Library, 'articles' | 'comparisons'>): Document[] {
  return [...articles, ...comparisons]
}

/** Every id of an article or comparison, old ones included. */
export function idsOf(document: Document): Id[] {
  const ids = (
    parts: { id: string; oldIds: string[]; title: string; line: number; column: number; kind?: string }[],
    page: boolean,
  ) =>
    parts.flatMap(({ id, oldIds, title, line, column, kind }) =>
      [id, ...oldIds].map((name, index) => ({
        id: name,
        page: page && index === 0,
        old: index > 0,
        question: kind === 'question',
        line,
        column,
        title,
      })),
    )
  return [...ids(document.sections, true), ...ids(document.subHeadings, false)].filter(({ id }) => id)
}

/** A function that follows an address, or an id at an address, to where it leads today. */
export function wayfinder(library: Library): (address: string, id?: string) => Destination {
  const documents = new Map(
    documentsOf(library).map((document) => [document.address, { document, ids: todaysIds(document) }]),
  )
  const entries = new Map(library.published.addresses.map((entry) => [entry.address, entry]))
  const program = new Set<string>(Object.values(pages))

  const follow = (address: string, id: string | undefined, seen: string[]): Destination => {
    const key = id ? sectionPlace(address, id) : address
    if (seen.includes(key)) return { kind: 'circle' }
    const next = (moved: string): Destination => {
      const target = placeIn(moved)
      return follow(target.address, target.id, [...seen, key])
    }
    const entry = entries.get(address)
    const section = id ? entry?.sections?.[id] : undefined
    const living = documents.get(address)
    if (living) {
      const { document, ids } = living
      if (!id) return { kind: 'there', address, document, page: address }
      const today = ids.get(id)
      if (today) {
        const page = today.page ? sectionAddress(address, today.id) : sectionPlace(address, today.id)
        return { kind: 'there', address, id: today.id, document, page }
      }
    } else if (program.has(address)) return { kind: 'there', address, id, page: key }
    const state: EntryState | undefined = section ?? (living || id ? undefined : entry)
    if (state?.moved) return next(state.moved)
    if (state?.removed) return { kind: 'removed', reason: state.removed }
    // What became of a whole page holds for each of its sections that has no line of its own.
    if (id && !living && entry?.moved) {
      const target = placeIn(entry.moved)
      return target.id ? next(entry.moved) : follow(target.address, id, [...seen, key])
    }
    if (id && !living && entry?.removed) return { kind: 'removed', reason: entry.removed }
    return { kind: 'lost', address, id }
  }
  return (address, id) => follow(address, id, [])
}

/** Every place in the ledger with what became of it, in the order of the ledger. */
export function pastPlaces(library: Library): PastPlace[] {
  const find = wayfinder(library)
  return library.published.addresses.flatMap((entry, index) => [
    {
      address: entry.address,
      code: entry.code,
      destination: find(entry.address),
      path: ['addresses', index],
      entry,
    },
    ...Object.entries(entry.sections ?? {}).map(([id, section]) => ({
      address: entry.address,
      id,
      code: section.code,
      destination: find(entry.address, id),
      path: ['addresses', index, 'sections', id],
      entry: section,
    })),
  ])
}

/** Where the addresses lead that have no page of their own before the site is finished. */
export function forwards(library: Library): Map<string, string> {
  const sections = documentsOf(library).flatMap(({ address, sections }) =>
    sections.map(({ id }): [string, string] => [sectionAddress(address, id), sectionPlace(address, id)]),
  )
  const codes = pastPlaces(library).flatMap(({ code, destination }): [string, string][] =>
    code && destination.kind === 'there' ? [[shortAddress(code), destination.page]] : [],
  )
  return new Map([...sections, ...codes])
}

/** What the ledger does not hold yet, by article and comparison. */
export function missingPlaces(library: Library): { document: Document; whole: boolean; ids: Id[] }[] {
  const entries = new Map(library.published.addresses.map((entry) => [entry.address, entry]))
  return documentsOf(library).flatMap((document) => {
    const entry = entries.get(document.address)
    const known = new Set(Object.keys(entry?.sections ?? {}))
    const ids = idsOf(document).filter(({ id }) => !known.has(id) && known.add(id))
    return entry && ids.length === 0 ? [] : [{ document, whole: !entry, ids }]
  })
}

/** The codes of today's pages, by address; sections stand under the address of their own page. */
export function codesByPage({ published }: Pick<Library, 'published'>): Map<string, string> {
  return new Map(
    published.addresses.flatMap(({ address, code, sections }): [string, string][] => [
      [address, code],
      ...Object.entries(sections ?? {}).flatMap(([id, section]): [string, string][] =>
        section.code ? [[sectionAddress(address, id), section.code]] : [],
      ),
    ]),
  )
}

/** The address and the id that a place such as /choosing/#wait names. */
export function placeIn(place: string): { address: string; id?: string | undefined } {
  const [address = '', id] = place.trim().split('#')
  return { address, id: id || undefined }
}

/** Letters and digits that are not taken for one another; no vowels, so that no code is a word. */
const letters = '2346789cdfhjknprtwx'
export const codeForm = new RegExp(`^[${letters}]{4}$`)

/** A code for a place that no other place has. The same place gets the same code wherever it is written down first. */
export function newCode(place: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const bytes = createHash('sha256').update(`${place} ${attempt}`).digest()
    const code = Array.from(bytes.subarray(0, 4), (byte) => letters[byte % letters.length]).join('')
    // a code of digits alone would be a number to YAML
    if (!taken.has(code) && /\D/.test(code)) return code
  }
}

function todaysIds(document: Document): Map<string, { id: string; page: boolean }> {
  const ids = new Map<string, { id: string; page: boolean }>()
  const learn = (parts: { id: string; oldIds: string[] }[], page: boolean) => {
    for (const { id, oldIds } of parts)
      for (const name of [id, ...oldIds]) if (name && !ids.has(name)) ids.set(name, { id, page })
  }
  learn(document.sections, true)
  learn(document.subHeadings, false)
  return ids
}
