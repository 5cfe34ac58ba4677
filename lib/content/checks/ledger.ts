import { articleAddress, comparisonAddress, sectionAddress, sectionPlace } from '../../addresses'
import { type Finding, stopsTheBuild } from '../finding'
import {
  codeForm,
  documentsOf,
  ledgerIsClear,
  missingPlaces,
  type PastPlace,
  pastPlaces,
  placeIn,
} from '../ledger'
import type { Library } from '../library'
import type { Parsed } from '../parse'
import type { ContentFiles } from '../read'
import { nearest } from '../suggest'

const letFixDoIt = 'Run “npm run check -- --fix”: it writes it down in published.yaml.'

/** Every place of today is in the ledger, and every place of the ledger still leads somewhere. */
export function checkLedger(library: Library, content: ContentFiles, parsed: Parsed<unknown>[]): Finding[] {
  if (!ledgerIsClear(library)) return []
  const unclear = unclearAddresses(library, content, parsed)
  return [
    ...missing(library, unclear),
    ...pastPlaces(library)
      .filter(({ address }) => !unclear.has(address))
      .flatMap((place) => leadsOn(library, place, unclear)),
    ...codes(library),
    ...sharedPages(library),
  ]
}

/** Addresses of files with faults of form: what is in them is not known yet, so nothing of theirs is called lost. */
function unclearAddresses(library: Library, content: ContentFiles, parsed: Parsed<unknown>[]): Set<string> {
  const faulty = new Set(
    parsed.filter(({ findings }) => stopsTheBuild(findings)).map(({ source }) => source.path),
  )
  const known = new Set(documentsOf(library).map(({ address }) => address))
  const unclear = new Set<string>()
  for (const { path } of content.files) {
    const [, folder, name = ''] = path.match(/^en\/(articles|comparisons)\/(.+)\.mdx$/) ?? []
    if (!folder) continue
    const address = folder === 'articles' ? articleAddress(name) : comparisonAddress(name)
    if (faulty.has(path) || !known.has(address)) unclear.add(address)
  }
  return unclear
}

function missing(library: Library, unclear: Set<string>): Finding[] {
  return missingPlaces(library)
    .filter(({ document }) => !unclear.has(document.address))
    .map(({ document: { file, address }, whole, ids }) => {
      const [first] = ids
      const names = ids.map(({ id }) => `#${id}`)
      const what = whole
        ? `${address} is new`
        : names.length === 1
          ? `${names[0]} is new`
          : `${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''} are new`
      return {
        file,
        line: whole ? 1 : (first?.line ?? 1),
        column: whole ? 1 : (first?.column ?? 1),
        severity: 'fix',
        rule: 'ledger-missing',
        message: `${what} and not in the list of addresses yet.`,
        fix: letFixDoIt,
      }
    })
}

function leadsOn(library: Library, place: PastPlace, unclear: Set<string>): Finding[] {
  const { destination, entry, address, id } = place
  const shown = id ? sectionPlace(address, id) : address
  if (entry.moved && entry.removed) {
    return [
      finding(
        library,
        [...place.path, 'removed'],
        'ledger-both',
        `${shown} is marked as moved and as removed.`,
        'Keep one of the two lines and delete the other.',
      ),
    ]
  }
  const mark = entry.moved ? 'moved' : entry.removed ? 'removed' : undefined
  const living = destination.kind === 'there' && destination.address === address && destination.id === id
  if (mark && living) {
    return [
      finding(
        library,
        [...place.path, mark],
        'ledger-still-there',
        `${shown} is marked as ${mark}, but it is still there.`,
        `Delete “${mark}: …”.`,
      ),
    ]
  }
  if (destination.kind === 'circle') {
    return [
      finding(
        library,
        [...place.path, 'moved'],
        'ledger-circle',
        `${shown} leads round in a circle.`,
        'Write the place where the words are now after “moved:”.',
      ),
    ]
  }
  if (destination.kind !== 'lost' || unclear.has(destination.address)) return []
  if (entry.moved) {
    const target = destination.id ? sectionPlace(destination.address, destination.id) : destination.address
    return [
      finding(
        library,
        [...place.path, 'moved'],
        'ledger-moved',
        `${shown} leads to ${target}, which is not there.`,
        suggestion(library, destination),
      ),
    ]
  }
  const document = documentsOf(library).find((document) => document.address === destination.address)
  // the file is gone and that is said where its address stands; its sections follow it
  if (id && !document) return []
  // a heading without an id is said where it stands, and may be the one that is lost here
  if (id && [...(document?.sections ?? []), ...(document?.subHeadings ?? [])].some((part) => !part.id))
    return []
  const fix = id
    ? `If it has a new name, write the old one behind it: {/* #new-name #${id} */}. If the words went elsewhere or are gone, add “moved: /address/#place” or “removed: why” here.`
    : 'Add “moved: /address/” with the address where its words are now, or “removed: why” with the reason.'
  return [finding(library, place.path, 'ledger-lost', `${shown} was published and leads nowhere now.`, fix)]
}

function suggestion(library: Library, lost: { address: string; id?: string | undefined }): string {
  const document = documentsOf(library).find(({ address }) => address === lost.address)
  const ids = document?.sections.map(({ id }) => id) ?? []
  if (document && ids.length) return `The sections of ${document.address} are: ${ids.join(', ')}.`
  const near = nearest(
    lost.address,
    documentsOf(library).map(({ address }) => address),
  )
  return near ? `Did you mean ${near}?` : 'Write an address that is there, for example /choosing/.'
}

function codes(library: Library): Finding[] {
  const first = new Map<string, string>()
  const addresses = new Set<string>()
  const findings: Finding[] = []
  for (const { address, path } of pastPlaces(library).filter(({ id }) => !id)) {
    if (addresses.has(address))
      findings.push(
        finding(
          library,
          [...path, 'address'],
          'ledger-twice',
          `${address} is in the list twice.`,
          'Keep one of the two entries, with the sections of both.',
        ),
      )
    addresses.add(address)
    if (placeIn(address).id || !/^\/(.*\/)?$/.test(address))
      findings.push(
        finding(
          library,
          [...path, 'address'],
          'ledger-address',
          `“${address}” is not an address of this site.`,
          'An address starts and ends with a slash, for example /choosing/.',
        ),
      )
  }
  for (const { address, id, code, path } of pastPlaces(library)) {
    if (!code) continue
    const before = first.get(code)
    const shown = id ? sectionPlace(address, id) : address
    if (before)
      findings.push(
        finding(
          library,
          [...path, 'code'],
          'ledger-code',
          `The code ${code} is used for ${before} and for ${shown}.`,
          'Delete the newer of the two lines and run “npm run check -- --fix”.',
        ),
      )
    else if (!codeForm.test(code))
      findings.push(
        finding(
          library,
          [...path, 'code'],
          'ledger-code',
          `“${code}” is not a code.`,
          'Put back the code that was printed. Codes are made by “npm run check -- --fix”.',
        ),
      )
    first.set(code, shown)
  }
  return findings
}

/** The page of a section may not have the address of another article. */
function sharedPages(library: Library): Finding[] {
  const documents = new Map(documentsOf(library).map((document) => [document.address, document]))
  return documentsOf(library).flatMap(({ address, file, sections }) =>
    sections.flatMap(({ id, line, column }) => {
      const other = id ? documents.get(sectionAddress(address, id)) : undefined
      return other
        ? [
            {
              file,
              line,
              column,
              severity: 'fix' as const,
              rule: 'ledger-taken',
              message: `The section “${id}” would have the address ${other.address}, which is the page “${other.details.title}”.`,
              fix: `Give the section another address, for example {/* #about-${id} */}.`,
            },
          ]
        : []
    }),
  )
}

function finding(
  library: Library,
  path: (string | number)[],
  rule: string,
  message: string,
  fix: string,
): Finding {
  const { published } = library.yaml
  return { file: published.source.file, ...published.place(...path), severity: 'fix', rule, message, fix }
}
