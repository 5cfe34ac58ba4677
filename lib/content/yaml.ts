import { isMap, isNode, isScalar, type Pair, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { Finding } from './finding'
import type { SourceFile } from './read'
import { type Place, type SourceText, sourceText } from './source-text'
import { type Change, findSlips } from './yaml/slips'
import { wrongValues } from './yaml/values'

type Path = (string | number)[]

/** A value in a YAML text as it stands there. */
export type Written = {
  /** the text as it is written, with its quotes */
  raw: string
  start: number
  end: number
  /** where its name stands; undefined for entries of a list */
  key: number | undefined
  type: 'nothing' | 'text' | 'number' | 'other' | 'group' | 'list'
}

/** A YAML text with the place of everything in it. */
export type Yaml = {
  source: SourceFile
  /** what it holds once slips are put right; undefined when it cannot be read at all */
  value: unknown
  place: (...path: Path) => Place
  findings: Finding[]
  /** the file with the places of its characters */
  text?: SourceText
  /** what stands at a path, as it is written */
  written?: (path: Path) => Written | undefined
  /** where the text starts, and what it is called in findings: the details of an article, or a file of its own */
  start?: number
  details?: boolean
}

/** How long a file and the details of an article may be so that the tools stay quick; no text of ours comes near. */
const longest = { file: 3_000_000, details: 60_000 }

/** A YAML text taken apart. With `part`, only that stretch of the file is YAML: the details of an article. */
export function parseYaml(source: SourceFile, part?: { text: SourceText; start: number; end: number }): Yaml {
  const text = part?.text ?? sourceText(source)
  const start = part?.start ?? 0
  const end = part?.end ?? text.text.length
  if (end - start > (part ? longest.details : longest.file)) {
    const finding = text.finding(
      'too-long',
      start,
      'This file is too long to be read.',
      'Split it into several files.',
    )
    return {
      source,
      value: undefined,
      place: () => text.at(start),
      findings: [finding],
      text,
      start,
      details: Boolean(part),
    }
  }
  const { findings, changes } = findSlips(text, start, end, part ? 'the details' : 'this file')
  const odd = part ? [] : oddCharacters(text)
  const repaired = withChanges(text.text, start, end, changes)
  const document = parseDocument(repaired.text, {
    prettyErrors: false,
    schema: 'core',
    uniqueKeys: false,
    logLevel: 'silent',
  })
  const found = [...odd, ...findings]
  if (!findings.length) {
    const first = document.errors[0]
    if (first) found.push(unreadable(text, repaired.original(first.pos[0])))
  }
  found.push(...repeatedKeys(document, text, repaired.original))
  let value: unknown
  try {
    value = document.errors.length ? undefined : document.toJS({ maxAliasCount: 0 })
  } catch {
    found.push(unreadable(text, start))
  }
  const nodeAt = (path: Path): unknown => {
    try {
      return path.length ? document.getIn(path, true) : document.contents
    } catch {
      return undefined
    }
  }
  const keyAt = (path: Path): number | undefined => {
    const parent = nodeAt(path.slice(0, -1))
    if (!isMap(parent)) return undefined
    const pair = parent.items.find((item) => keyOf(item) === String(path.at(-1)))
    return isNode(pair?.key) && pair.key.range ? repaired.original(pair.key.range[0]) : undefined
  }
  const written = (path: Path): Written | undefined => {
    const node = nodeAt(path)
    const key = keyAt(path)
    if (!isNode(node) || !node.range)
      return key === undefined ? undefined : { raw: '', start: key, end: key, key, type: 'nothing' }
    const [from, to] = [repaired.original(node.range[0]), repaired.original(node.range[1])]
    return { raw: text.text.slice(from, to), start: from, end: to, key, type: typeOf(node) }
  }
  const place = (...path: Path): Place => {
    for (let depth = path.length; depth > 0; depth--) {
      const there = written(path.slice(0, depth))
      if (there) return text.at(there.start)
    }
    return { line: 1, column: 1 }
  }
  return { source, value, place, findings: found, text, written, start, details: Boolean(part) }
}

/** The value of a YAML text if it is what the schema asks for, else findings that say what to write. */
export function validate<T>(schema: z.ZodType<T>, yaml: Yaml): { value: T | undefined; findings: Finding[] } {
  if (yaml.value === undefined) return { value: undefined, findings: [] }
  // An empty text holds nothing; that is the same as a group with nothing in it.
  const value = yaml.value === null && yaml.details ? {} : yaml.value
  // Where not one detail could be read, none of them is missing: the reason was given.
  if (yaml.findings.length && yaml.details && (typeof yaml.value !== 'object' || yaml.value === null))
    return { value: undefined, findings: [] }
  const result = schema.safeParse(value, { error: () => '' })
  if (result.success) return { value: result.data, findings: [] }
  const slips = new Set(yaml.findings.map(({ line }) => line))
  const findings = wrongValues(schema, result.error.issues, { ...yaml, value })
  // A value in which a slip was found is wrong for that reason.
  const causes = findings.filter(
    ({ line, rule }) => !slips.has(line) || rule === 'details-unknown' || rule === 'details-required',
  )
  return { value: salvaged(schema, value), findings: causes }
}

/** The ids of all entries of a list, also of those that are not right in other ways, so that links to them are not called wrong. */
export function idsIn(yaml: Yaml): string[] {
  if (!Array.isArray(yaml.value)) return []
  return yaml.value.flatMap((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string'
      ? [entry.id]
      : [],
  )
}

/** Of a list, the entries that are right: one wrong claim must not take away all others. */
function salvaged<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  const { def } = schema as unknown as { def: { type: string; element?: z.ZodType } }
  const { element } = def
  if (def.type !== 'array' || !element || !Array.isArray(value)) return undefined
  const good = schema.safeParse(value.filter((entry) => element.safeParse(entry).success))
  return good.success ? good.data : undefined
}

/** The text from start to end with the changes made, and the way back from its offsets to those of the file. */
function withChanges(text: string, start: number, end: number, changes: Change[]) {
  let result = ''
  let at = start
  const marks: { repaired: number; original: number; fixed: boolean }[] = [
    { repaired: 0, original: start, fixed: false },
  ]
  for (const change of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (change.start < at || change.end > end) continue
    result += text.slice(at, change.start)
    marks.push({ repaired: result.length, original: change.start, fixed: true })
    result += change.text
    at = change.end
    marks.push({ repaired: result.length, original: at, fixed: false })
  }
  result += text.slice(at, end)
  // A carriage return alone ends a line in an editor, but not for the parser.
  const repaired = result.replace(/\r(?!\n)/g, '\n')
  const original = (offset: number) => {
    let low = 0
    let high = marks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((marks[middle]?.repaired ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const mark = marks[low] ?? { repaired: 0, original: start, fixed: false }
    return Math.min(end, mark.fixed ? mark.original : mark.original + offset - mark.repaired)
  }
  return { text: repaired, original }
}

function repeatedKeys(
  document: ReturnType<typeof parseDocument>,
  text: SourceText,
  original: (offset: number) => number,
): Finding[] {
  const findings: Finding[] = []
  visit(document, {
    Map(_, map) {
      const first = new Map<string, number>()
      for (const item of map.items) {
        const key = keyOf(item)
        if (key === undefined || !isNode(item.key) || !item.key.range) continue
        const at = original(item.key.range[0])
        const before = first.get(key)
        if (before === undefined) first.set(key, at)
        else {
          const message = `“${key}” is already on line ${text.at(before).line}.`
          findings.push(
            text.finding('details-twice', at, message, 'Keep one of the two lines and delete the other.'),
          )
        }
      }
    },
  })
  return findings
}

/** Letters that were lost because the file was saved in another way than UTF-8. */
export function oddCharacters(text: SourceText): Finding[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a zero byte is what a file saved as UTF-16 is full of
  const lost = text.text.search(/[\uFFFD\u0000]/)
  if (lost < 0) return []
  const shown = text.text[lost] === '\u0000' ? '' : ' (\uFFFD)'
  const message = `This file is not saved as UTF-8, so special letters are lost${shown}.`
  return [text.finding('encoding', lost, message, 'Save it again with encoding “UTF-8”.')]
}

function unreadable(text: SourceText, offset: number): Finding {
  const line = text.line(text.lineOf(offset)).trim()
  const shown = line.length > 60 ? `${line.slice(0, 59)}…` : line
  return text.finding(
    'details-form',
    offset,
    shown
      ? `This line or the one above it cannot be read: “${shown}”.`
      : 'Something before this place cannot be read.',
    'Compare it with another file: each line is a name, a colon, a space and a text. Put the text in straight quotes (").',
  )
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined
}

function typeOf(node: unknown): Written['type'] {
  if (isMap(node)) return 'group'
  if (!isScalar(node)) return 'list'
  if (node.value === null) return 'nothing'
  return typeof node.value === 'string' ? 'text' : typeof node.value === 'number' ? 'number' : 'other'
}
