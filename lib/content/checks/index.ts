import { pages } from '../../addresses'
import type { Document } from '../article'
import type { Finding } from '../finding'
import type { Library } from '../library'
import type { Parsed } from '../parse'
import type { Places } from '../places'
import type { ContentFiles } from '../read'
import { checkVisit } from './visit'

/** Everything that is wrong with the content, from every group of rules. */
export function checkLibrary(library: Library, _content: ContentFiles, parsed: Parsed<unknown>[]): Finding[] {
  return [...parsed.flatMap(({ findings }) => findings), ...checkVisit(library)]
}

/** What links, settings and details of this library can name. */
export function placesOf(library: Library): Places {
  const documents: Document[] = [...library.articles, ...library.comparisons]
  const addresses = new Map<string, Set<string>>(Object.values(pages).map((address) => [address, new Set()]))
  for (const { address, sections, subHeadings } of documents) {
    const ids = [...sections, ...subHeadings].flatMap(({ id, oldIds }) => [id, ...oldIds])
    addresses.set(address, new Set(ids.filter(Boolean)))
    // a section is a page of its own, too
    for (const { id } of sections) if (id) addresses.set(`${address}${id}/`, new Set())
  }
  addresses.set(pages.glossary, new Set(library.terms.keys()))
  addresses.set(pages.sources, new Set([...library.references.keys(), ...[...library.claims.keys()].map((id) => `claim-${id}`)]))
  return {
    addresses,
    claims: new Set(library.claims.keys()),
    terms: new Set(library.terms.keys()),
    comparisons: new Map(library.comparisons.map(({ path, sections }) => [path, new Set(sections.map(({ id }) => id))])),
    people: new Set(library.people.keys()),
    pictures: library.pictures,
  }
}

