import { isMap, isSeq, parseDocument, YAMLMap, YAMLSeq, type Document as YamlDocument } from 'yaml'
import { sectionPlace } from '../addresses'
import type { Day } from '../dates'
import type { Document } from './article'
import { buildLibrary } from './build-library'
import { idsOf, ledgerIsClear, missingPlaces, newCode, wayfinder } from './ledger'
import type { Library } from './library'
import type { ContentFiles } from './read'
import { onlyNear } from './suggest'

/** A change to a file, in words and lines that are shown before it is written. */
export type Shown = { file: string; line?: number; before?: string; after: string }

/** The files as they should be, and each change on the way there. */
export type Fixed = { content: ContentFiles; changes: Shown[] }

type Step = (content: ContentFiles, library: Library, today: Day) => Fixed

const ledgerPath = 'published.yaml'

/** The content with its missing ids written, with renamed ids and files kept as old names, and with everything new in the ledger. */
export function fixContent(content: ContentFiles, today: Day): Fixed {
  const steps: Step[] = [writeIds, keepMovedFiles, keepRenamedIds, recordNewPlaces]
  const changes: Shown[] = []
  let now = content
  let library = buildLibrary(now, today)
  for (const step of steps) {
    if (step !== writeIds && !ledgerIsClear(library)) continue
    const fixed = step(now, library, today)
    if (fixed.changes.length === 0) continue
    changes.push(...fixed.changes)
    now = fixed.content
    library = buildLibrary(now, today)
  }
  return { content: now, changes }
}

/** A heading without an id gets the one that its finding offers. */
function writeIds(content: ContentFiles, library: Library): Fixed {
  const changes: Shown[] = []
  const missing = library.findings.filter(({ rule, edit }) => rule === 'heading-id-missing' && edit)
  const files = content.files.map((source) => {
    const taken = new Set([...source.text.matchAll(/[#"]([a-z0-9-]+)/g)].map(([, id]) => id))
    const edits = missing
      .filter(({ file }) => file === source.file)
      .map(({ edit }) => edit as NonNullable<typeof edit>)
    if (edits.length === 0) return source
    let { text } = source
    // from the end, so that the places of the edits before stay right
    for (const edit of edits.sort((a, b) => b.start - a.start)) {
      const written = edit.text.replace(/#([a-z0-9-]+)/, (_, id: string) => `#${free(id, taken)}`)
      text = text.slice(0, edit.start) + written + text.slice(edit.end)
    }
    changes.push(...differences(source.file, source.text, text))
    return { ...source, text }
  })
  return { content: { ...content, files }, changes }
}

/** An article or comparison whose file has a new name leads there from its old address. */
function keepMovedFiles(content: ContentFiles, library: Library): Fixed {
  const find = wayfinder(library)
  const fresh = missingPlaces(library)
    .filter(({ whole }) => whole)
    .map(({ document }) => document)
  return withLedger(content, (ledger) =>
    library.published.addresses.flatMap((entry, index) => {
      if (find(entry.address).kind !== 'lost') return []
      const ids = Object.keys(entry.sections ?? {})
      const now = fresh.filter((document) => sameIds(ids, document) * 2 >= Math.max(1, ids.length))
      if (now.length !== 1 || !now[0]) return []
      ledger.setIn(['addresses', index, 'moved'], now[0].address)
      return [`${entry.address} has moved to ${now[0].address}`]
    }),
  )
}

/** A section that has a new id keeps the old one beside it; an answer that has one is followed by the ledger. */
function keepRenamedIds(content: ContentFiles, library: Library): Fixed {
  const find = wayfinder(library)
  const renamed = library.published.addresses.flatMap((entry, index) => {
    const there = find(entry.address)
    const document = there.kind === 'there' ? there.document : undefined
    if (!document || (there.kind === 'there' && there.id)) return []
    const known = new Set(Object.keys(entry.sections ?? {}))
    const lost = [...known].filter((id) => find(entry.address, id).kind === 'lost')
    const fresh = idsOf(document).filter(({ id, old }) => !known.has(id) && !old)
    const names = fresh.map(({ id }) => id)
    const pairs = new Map(lost.map((oldId) => [oldId, onlyNear(oldId, names) ?? sharesWords(oldId, names)]))
    // what is left over on both sides belongs together if it is one
    const [oldLeft, ...oldOthers] = lost.filter((oldId) => !pairs.get(oldId))
    const [left, ...others] = names.filter((id) => ![...pairs.values()].includes(id))
    if (oldLeft && oldOthers.length + others.length === 0) pairs.set(oldLeft, left)
    return [...pairs].flatMap(([oldId, id]) => {
      const now = fresh.find((one) => one.id === id)
      return now ? [{ document, index, oldId, now }] : []
    })
  })
  const inText = renamed.filter(({ now }) => !now.question)
  const changes: Shown[] = []
  const files = content.files.map((source) => {
    const own = inText.filter(({ document }) => document.file === source.file)
    if (own.length === 0) return source
    const text = own.reduce(
      (text, { now, oldId }) =>
        text.replace(new RegExp(`(\\{/\\*[^}]*#${now.id}(?![a-z0-9-])[^}]*?)( ?\\*/\\})`), `$1 #${oldId}$2`),
      source.text,
    )
    changes.push(...differences(source.file, source.text, text))
    return { ...source, text }
  })
  const followed = withLedger({ ...content, files }, (ledger) =>
    renamed
      .filter(({ now }) => now.question)
      .map(({ document, index, oldId, now }) => {
        ledger.setIn(['addresses', index, 'sections', oldId, 'moved'], sectionPlace(document.address, now.id))
        return `#${oldId} of ${document.address} has moved to #${now.id}`
      }),
  )
  return { content: followed.content, changes: [...changes, ...followed.changes] }
}

/** What is new gets its line in the ledger, with a code of its own. */
function recordNewPlaces(content: ContentFiles, library: Library, today: Day): Fixed {
  const taken = new Set(
    library.published.addresses.flatMap(({ code, sections }) => [
      code,
      ...Object.values(sections ?? {}).flatMap((section) => section.code ?? []),
    ]),
  )
  const coded = (place: string) => {
    const code = newCode(place, taken)
    taken.add(code)
    return code
  }
  return withLedger(content, (ledger) =>
    missingPlaces(library).flatMap(({ document: { address }, whole, ids }) => {
      const addresses = ledger.get('addresses')
      if (!isSeq(addresses)) return []
      if (whole)
        addresses.add(ledger.createNode({ address, code: coded(address), since: today, sections: {} }))
      const index = addresses.items.findIndex((item) => isMap(item) && item.get('address') === address)
      for (const { id, page } of ids) {
        const entry = { ...(page && { code: coded(sectionPlace(address, id)) }), since: today }
        ledger.setIn(['addresses', index, 'sections', id], ledger.createNode(entry, { flow: true }))
      }
      return [
        whole
          ? `${address} is new, with ${ids.length} places in it`
          : `${address} has new places: ${ids.map(({ id }) => `#${id}`).join(', ')}`,
      ]
    }),
  )
}

/** The content with its ledger changed; the change says what it has done. Comments and order stay. */
function withLedger(content: ContentFiles, change: (ledger: YamlDocument) => string[]): Fixed {
  const source = content.files.find(({ path }) => path === ledgerPath)
  const ledger: YamlDocument = parseDocument(source?.text ?? '')
  if (!source || ledger.errors.length) return { content, changes: [] }
  // an empty list is written as [], which would make one long line of all that is added
  if (!isMap(ledger.contents)) ledger.contents = ledger.createNode({})
  const list = ledger.get('addresses')
  if (!isSeq(list)) ledger.set('addresses', new YAMLSeq())
  else list.flow = false
  const done = change(ledger)
  if (done.length === 0) return { content, changes: [] }
  if (isSeq(list))
    for (const item of list.items)
      if (isMap(item) && item.get('sections') instanceof YAMLMap)
        (item.get('sections') as YAMLMap).flow = false
  const text = ledger.toString({ lineWidth: 0, flowCollectionPadding: true })
  const files = content.files.map((file) => (file === source ? { ...file, text } : file))
  return { content: { ...content, files }, changes: done.map((after) => ({ file: source.file, after })) }
}

function differences(file: string, before: string, after: string): Shown[] {
  const [old, now] = [before.split(/\r\n|\r|\n/), after.split(/\r\n|\r|\n/)]
  return now.flatMap((line, index) =>
    line === old[index] ? [] : [{ file, line: index + 1, before: old[index] ?? '', after: line }],
  )
}

function free(id: string, taken: Set<string | undefined>): string {
  let name = id
  for (let n = 2; taken.has(name); n++) name = `${id}-${n}`
  taken.add(name)
  return name
}

const sameIds = (ids: string[], document: Document) => {
  const today = new Set(idsOf(document).map(({ id }) => id))
  return ids.filter((id) => today.has(id)).length
}

/** The one id that shares more than half of its words with another. */
function sharesWords(id: string, candidates: string[]): string | undefined {
  const words = new Set(id.split('-'))
  const near = candidates.filter((candidate) => {
    const others = candidate.split('-')
    return others.filter((word) => words.has(word)).length * 2 > Math.max(words.size, others.length)
  })
  return near.length === 1 ? near[0] : undefined
}
