import { articleAddress, comparisonAddress, pages, sectionAddress } from '../../addresses'
import type { Document } from '../article'
import { type Finding, stopsTheBuild } from '../finding'
import type { Library } from '../library'
import { once, onceAmong, steady } from '../once'
import type { Parsed } from '../parse'
import { passagesOf } from '../passages'
import type { Places } from '../places'
import type { ContentFiles } from '../read'
import { vocabulary } from '../vocabulary'
import { idsIn } from '../yaml'
import { checkBalance } from './balance'
import type { Checked } from './checked'
import { checkEvidence } from './evidence'
import { checkFileNames } from './file-names'
import { checkForm } from './form'
import { sectionIds } from './headings'
import { checkLanguage } from './language'
import { checkLedger } from './ledger'
import { checkWhole } from './library'
import { checkSafety } from './safety'
import { checkVisit } from './visit'

/** Everything that is wrong with the content, from every group of rules. */
export function checkLibrary(library: Library, content: ContentFiles, parsed: Parsed<unknown>[]): Finding[] {
  const places = samePlaces(placesOf(library, parsed))
  const form = parsed.map((one) => formOnce(one, places))
  const documents = form.map((findings, index) =>
    checkedOnce(findings, library, parsed[index] as Parsed<unknown>),
  )
  return [
    ...form.flat(),
    ...checkFileNames(content.files),
    ...checkWhole(library, content, places),
    ...checkEvidence(library, documents),
    ...checkLanguage(library, documents),
    ...checkBalance(documents),
    ...checkSafety(library, documents),
    ...checkVisit(library),
    ...checkLedger(library, content, parsed),
  ]
}

// While somebody edits, most files and most places are the same as a moment ago.
const samePlaces = steady<Places>()
const formOnce = onceAmong(
  (parsed: Parsed<unknown>, places: Places) => [...parsed.findings, ...formOf(parsed, places)],
  (places) => [places],
)
const checkedOnce = onceAmong(
  (findings: Finding[], library: Library, parsed: Parsed<unknown>) => checkedFrom(library, parsed, findings),
  (library, parsed) => [documentOf(library, parsed), parsed],
)

/** The form of one file; that an option stands twice in a row is said by the rules of balance. */
function formOf(parsed: Parsed<unknown>, places: Places): Finding[] {
  const findings = checkForm(parsed, places, {
    vocabulary,
    idsDownTo: kindOf(parsed) === 'comparison' ? 2 : 4,
  })
  return kindOf(parsed) === 'comparison' ? findings.filter(({ rule }) => rule !== 'heading-twice') : findings
}

const kindOf = ({ source }: Parsed<unknown>) =>
  source.path.includes('/comparisons/') ? 'comparison' : 'article'

const passagesOnce = once(passagesOf)

/** A parsed file for the rules about words, which keep silent where its form is wrong. */
export function checkedFrom(library: Library, parsed: Parsed<unknown>, findings: Finding[]): Checked {
  const { file } = parsed.source
  const kind = kindOf(parsed)
  const lines = [...new Set(findings.filter(({ severity }) => severity === 'fix').map(({ line }) => line))]
  return {
    kind,
    file,
    parsed,
    passages: passagesOnce(parsed, kind).filter(({ text, place }) => {
      const [first, last] = [place(0).line, place(text.length - 1).line]
      return !lines.some((line) => first <= line && line <= last)
    }),
    document: documentOf(library, parsed),
    broken: stopsTheBuild(parsed.findings),
  }
}

const documentOf = ({ articles, comparisons }: Library, { source }: Parsed<unknown>): Document | undefined =>
  [...articles, ...comparisons].find(({ file }) => file === source.file)

/** What links, settings and details of this library can name; what is wrong in other ways is there all the same. */
export function placesOf(library: Library, parsed: Parsed<unknown>[] = []): Places {
  const documents: Document[] = [...library.articles, ...library.comparisons]
  const addresses = new Map<string, Set<string>>(Object.values(pages).map((address) => [address, new Set()]))
  const comparisons = new Map(
    library.comparisons.map(({ path, sections }) => [path, new Set(sections.map(({ id }) => id))]),
  )
  for (const { address, sections, subHeadings } of documents) {
    const ids = [...sections, ...subHeadings].flatMap(({ id, oldIds }) => [id, ...oldIds])
    addresses.set(address, new Set(ids.filter(Boolean)))
    // a section is a page of its own, too
    for (const { id } of sections) if (id) addresses.set(sectionAddress(address, id), new Set())
  }
  for (const one of parsed) {
    if (documents.some(({ file }) => file === one.source.file)) continue
    const [, folder, path = ''] = one.source.path.match(/(articles|comparisons)\/(.+)\.mdx$/) ?? []
    const ids = new Set(sectionIds(one).keys())
    const address = folder === 'comparisons' ? comparisonAddress(path) : articleAddress(path)
    addresses.set(address, ids)
    for (const id of ids) addresses.set(sectionAddress(address, id), new Set())
    if (folder === 'comparisons') comparisons.set(path, ids)
  }
  const { terms, references, claims, people } = library.yaml
  addresses.set(pages.glossary, new Set(idsIn(terms)))
  addresses.set(pages.sources, new Set([...idsIn(references), ...idsIn(claims).map((id) => `claim-${id}`)]))
  return {
    addresses,
    claims: new Set(idsIn(claims)),
    terms: new Set(idsIn(terms)),
    comparisons,
    people: new Set(idsIn(people)),
    pictures: library.pictures,
  }
}
