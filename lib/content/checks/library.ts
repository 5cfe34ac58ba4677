import { codePicture, pages, previewPicture, reviewMonths, sectionPlace, shortAddress } from '../../addresses'
import { inWords, monthsAfter } from '../../dates'
import type { Document } from '../article'
import type { Finding } from '../finding'
import type { Library } from '../library'
import { onceAmong } from '../once'
import type { Places } from '../places'
import type { ContentFiles } from '../read'
import { didYouMean, nearest } from '../suggest'
import type { Yaml } from '../yaml'
import { findingAt, findingIn } from './checked'
import { checkTextLinks } from './details'
import { checkReview } from './freshness'

/** What is wrong with the library as a whole: addresses, dates, lists and files that do not fit together. */
export function checkWhole(library: Library, content: ContentFiles, places: Places): Finding[] {
  const documents: Document[] = [...library.articles, ...library.comparisons]
  return [
    ...checkFiles(library, content),
    ...checkAddresses(documents),
    ...checkLists(library),
    ...checkSearch(library, places),
    ...checkGlossary(library, places),
    ...checkHandouts(library, places, documents),
    ...Object.values(library.yaml).flatMap((yaml) => textLinksOnce(yaml, places)),
    ...documents.flatMap((document) => checkDates(library, document)),
    ...checkOtherDates(library),
  ]
}

const textLinksOnce = onceAmong(checkTextLinks, (places) => [places])

function checkFiles({ root, yaml }: Library, { files }: ContentFiles): Finding[] {
  const start = { line: 1, column: 1 }
  const lists = new Set(Object.values(yaml).map(({ source }) => source.path))
  const findings = files.flatMap(({ path, file }) => {
    const isDocument = /^en\/(?:articles|comparisons)\/.+\.mdx$/.test(path)
    // Names that are only spelt wrong have a finding of their own.
    if (isDocument || lists.has(path) || /(?:^|\/)readme\.md$/i.test(path) || isBadlyNamed(path)) return []
    const isPage = path.endsWith('.mdx')
    return findingAt(
      file,
      start,
      isPage ? 'fix' : 'look',
      'file-unused',
      'The site does not use this file.',
      isPage
        ? 'Move it to en/articles or en/comparisons.'
        : 'Move it out of the content folder; pictures belong in public/pictures.',
    )
  })
  const hasArticle = files.some(({ path }) => /^en\/articles\/.+\.mdx$/.test(path))
  return hasArticle
    ? findings
    : [
        ...findings,
        findingAt(
          root,
          start,
          'fix',
          'no-articles',
          'There is no article in en/articles.',
          'Add one, or check that this is the right content folder.',
        ),
      ]
}

const isBadlyNamed = (path: string) =>
  /\.(?:yml|txt|bak|docx?|rtf|html?|tmp|old|markdown|md)$/i.test(path) &&
  (/^[a-z]{2}\/(?:articles|comparisons)\//.test(path) ||
    !path.includes('/') ||
    /\.(?:mdx|ya?ml)\.\w+$/i.test(path) ||
    /\.yml$/i.test(path))

/** Addresses that the program needs for pages of its own, by their first part. */
const ownNames = new Set(
  [...Object.values(pages), shortAddress('x'), codePicture('x'), previewPicture('/x/')]
    .map(firstName)
    .filter(Boolean),
)

function checkAddresses(documents: Document[]): Finding[] {
  return documents.flatMap((document, index) => {
    const { address, file, kind } = document
    const start = { line: 1, column: 1 }
    if (kind === 'article' && ownNames.has(firstName(address))) {
      return findingAt(
        file,
        start,
        'fix',
        'address-taken',
        `The address ${address} belongs to a page that the site makes itself.`,
        'Give the file another name.',
      )
    }
    const other = documents.slice(0, index).find((before) => before.address === address)
    return other
      ? findingAt(
          file,
          start,
          'fix',
          'address-twice',
          `${other.file} already has the address ${address}.`,
          'Give one of the two files another name.',
        )
      : []
  })
}

const singular = { claims: 'claim', references: 'source', terms: 'word', people: 'person' } as const

function checkLists(library: Library): Finding[] {
  return (Object.keys(singular) as (keyof typeof singular)[]).flatMap((name) => {
    const yaml = library.yaml[name]
    const lines = new Map<string, number>()
    return entriesOf(yaml).flatMap((entry, index) => {
      const id = entry.id
      if (typeof id !== 'string') return []
      const place = yaml.place(index, 'id')
      const before = lines.get(id)
      if (before === undefined) {
        lines.set(id, place.line)
        return []
      }
      return findingIn(
        library,
        name,
        place,
        'fix',
        'id-twice',
        `The ${singular[name]} “${id}” is already on line ${before}.`,
        'Give this one another id, or delete one of the two.',
      )
    })
  })
}

function checkSearch(library: Library, places: Places): Finding[] {
  return entriesOf(library.yaml.search).flatMap(({ to }, entry) =>
    (Array.isArray(to) ? to : []).flatMap((address: unknown, index) =>
      typeof address === 'string'
        ? leadsNowhere(library, 'search', ['to', index], entry, address, places)
        : [],
    ),
  )
}

function checkGlossary(library: Library, places: Places): Finding[] {
  return entriesOf(library.yaml.terms).flatMap(({ article }, entry) =>
    typeof article === 'string' ? leadsNowhere(library, 'terms', ['article'], entry, article, places) : [],
  )
}

function checkHandouts(library: Library, places: Places, documents: Document[]): Finding[] {
  const whole = new Set(
    documents.flatMap(({ address, sections }) => sections.map(({ id }) => sectionPlace(address, id))),
  )
  return entriesOf(library.yaml.handouts).flatMap(({ parts }, entry) =>
    (Array.isArray(parts) ? parts : []).flatMap((part: unknown, index) => {
      if (typeof part !== 'string' || whole.has(part)) return []
      const findings = leadsNowhere(library, 'handouts', ['parts', index], entry, part, places)
      if (findings.length) return findings
      const place = library.yaml.handouts.place(entry, 'parts', index)
      return [
        findingIn(
          library,
          'handouts',
          place,
          'fix',
          'handout-part',
          `“${part}” is no section with a page of its own, so it cannot stand on a handout.`,
          'Write the address of a section, for example /choosing/#wait.',
        ),
      ]
    }),
  )
}

function leadsNowhere(
  library: Library,
  name: 'search' | 'terms' | 'handouts',
  path: (string | number)[],
  entry: number,
  to: string,
  places: Places,
): Finding[] {
  const [address = '', id] = to.split('#')
  const place = library.yaml[name].place(entry, ...path)
  const ids = places.addresses.get(address)
  if (!ids) {
    const near = nearest(address, places.addresses.keys())
    return [
      findingIn(
        library,
        name,
        place,
        'fix',
        'broken-link',
        `There is no page ${address}.${didYouMean(near, false)}`,
        near ? `Change it to ${near}` : 'Check the address, or write the page first.',
      ),
    ]
  }
  if (id === undefined || ids.has(id)) return []
  const near = nearest(id, ids)
  return [
    findingIn(
      library,
      name,
      place,
      'fix',
      'broken-anchor',
      `The page ${address} has no section “${id}”.${didYouMean(near)}`,
      near ? `Change it to ${address}#${near}` : `Its sections are: ${[...ids].join(', ')}.`,
    ),
  ]
}

function checkDates({ today }: Library, { file, place, details, changes }: Document): Finding[] {
  const { written, reviewed } = details
  const review = reviewed
    ? checkReview({ file, on: reviewed.on, place: place('reviewed', 'on') }, today, reviewMonths)
    : []
  const dates = [
    { on: written, at: place('written'), what: 'The page was written' },
    ...changes.map(({ on }, index) => ({
      on,
      at: place('changes', index, 'on'),
      what: 'This change was made',
    })),
  ]
  const future = dates
    .filter(({ on }) => on > today)
    .map(({ on, at, what }) => findingAt(file, at, 'fix', 'date-future', ...inFuture(what, on)))
  return [...review, ...future]
}

function checkOtherDates(library: Library): Finding[] {
  const { today, yaml, clinic } = library
  const future = entriesOf(yaml.claims).flatMap(({ checked }, index) =>
    typeof checked === 'string' && checked > today
      ? findingIn(
          library,
          'claims',
          yaml.claims.place(index, 'checked'),
          'fix',
          'date-future',
          ...inFuture('This claim was checked', checked),
        )
      : [],
  )
  if (!clinic.name) return future
  const { checked } = clinic.crisis
  const place = yaml.clinic.place('crisis', 'checked')
  if (checked > today)
    return [
      ...future,
      findingIn(
        library,
        'clinic',
        place,
        'fix',
        'date-future',
        ...inFuture('The crisis lines were checked', checked),
      ),
    ]
  if (monthsAfter(checked, 12) >= today) return future
  const message = `The crisis lines were last checked on ${inWords(checked, 'en-US')}, more than a year ago.`
  return [
    ...future,
    findingIn(
      library,
      'clinic',
      place,
      'look',
      'crisis-old',
      message,
      'Call each number, then write the day on which you did.',
    ),
  ]
}

function inFuture(what: string, on: string): [string, string] {
  return [
    `${what} on ${on}, which is in the future.`,
    'Write the day on which it was done, as year-month-day.',
  ]
}

function firstName(address: string): string {
  return address.split('/')[1] ?? ''
}

function entriesOf({ value }: Yaml): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.map((entry: unknown) => (typeof entry === 'object' && entry !== null ? { ...entry } : {}))
    : []
}
