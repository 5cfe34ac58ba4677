import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

/** A detail as the form holds it. Nothing (undefined, no words, an empty list) takes the detail away. */
export type Detail = string | string[] | { by: string; on: string } | undefined

/** The details in the order in which a new one takes its place. */
const order = [
  'title',
  'summary',
  'whoFor',
  'notHere',
  'keyPoints',
  'options',
  'group',
  'order',
  'way',
  'written',
  'reviewed',
  'alsoKnownAs',
  'related',
  'changes',
]

type Block = { text: string; start: number; end: number; document: Document.Parsed; lineEnd: string }

/** The details at the top of a text, or nothing while they cannot be read. */
export function detailsOf(text: string): Record<string, unknown> | undefined {
  const block = blockOf(text)
  const value: unknown = block?.document.toJS({ maxAliasCount: 0 })
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

/** The text with one detail changed and every other letter as it was; nothing when that cannot be done safely. */
export function withDetail(text: string, name: string, detail: Detail): string | undefined {
  const value = tidied(detail)
  const before = detailsOf(text)
  const block = blockOf(text)
  if (!before || !block) return undefined
  if (same(before[name] ?? undefined, value)) return text
  const changed = changedBlock(block, name, value)
  return changed !== undefined && holds(changed, { ...before, [name]: value }) ? changed : undefined
}

/** The text with a line about a change put first in its list of changes; nothing when that cannot be done safely. */
export function withChange(
  text: string,
  change: { on: string; what: string; section?: string },
): string | undefined {
  const before = detailsOf(text)
  const block = blockOf(text)
  if (!before || !block) return undefined
  const list = pairOf(block, 'changes')?.value
  const entry = [
    `on: ${change.on}`,
    ...(change.section ? [`section: ${change.section}`] : []),
    `what: ${written(change.what)}`,
  ]
  const lines = (indent: string) => `${indent}- ${entry.join(`${block.lineEnd}${indent}  `)}${block.lineEnd}`
  let changed: string
  if (isSeq(list) && !list.flow && isNode(list.items[0]) && list.items[0].range) {
    const at = lineStart(text, block.start + list.items[0].range[0])
    changed = text.slice(0, at) + lines(/^\s*/.exec(text.slice(at))?.[0] ?? '  ') + text.slice(at)
  } else if (list === undefined || (isScalar(list) && list.value === null)) {
    const without = list === undefined ? text : changedBlock(block, 'changes', undefined)
    const at = without === undefined ? undefined : placeFor(without, 'changes')
    if (without === undefined || at === undefined) return undefined
    changed = `${without.slice(0, at)}changes:${block.lineEnd}${lines('  ')}${without.slice(at)}`
  } else return undefined
  const changes = [change, ...((before.changes as unknown[] | undefined) ?? [])]
  return holds(changed, { ...before, changes }) ? changed : undefined
}

function blockOf(text: string): Block | undefined {
  const [whole, opening = '', yaml = ''] = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)^---[ \t]*$/m.exec(text) ?? []
  if (whole === undefined || !text.startsWith(whole)) return undefined
  const document = parseDocument(yaml, { schema: 'core', logLevel: 'silent' })
  if (document.errors.length || document.warnings.length || !isMap(document.contents)) return undefined
  return {
    text,
    start: opening.length,
    end: opening.length + yaml.length,
    document,
    lineEnd: opening.endsWith('\r\n') ? '\r\n' : '\n',
  }
}

function changedBlock(block: Block, name: string, value: Detail): string | undefined {
  const { text, start, lineEnd } = block
  const pair = pairOf(block, name)
  if (!pair) {
    const at = placeFor(text, name)
    return value === undefined || at === undefined
      ? text
      : text.slice(0, at) + entry(name, value, lineEnd) + text.slice(at)
  }
  const node = pair.value
  if (value === undefined) return cut(text, start + keyStart(pair), start + endOf(pair))
  if (isSeq(node) && Array.isArray(value)) return changedList(block, node, value)
  if (isMap(node) && typeof value === 'object' && !Array.isArray(value)) {
    return Object.entries(value).reduceRight((now: string | undefined, [key, part]) => {
      const inner = now === undefined ? undefined : pairOf({ ...(blockOf(now) as Block) }, name)?.value
      const there = isMap(inner)
        ? (inner.items as Pair[]).find((item) => keyOf(item) === key)?.value
        : undefined
      if (now === undefined || !isScalar(there) || !there.range) return undefined
      return (
        now.slice(0, start + there.range[0]) + written(part, there.type) + now.slice(start + there.range[1])
      )
    }, text)
  }
  if (
    isScalar(node) &&
    node.range &&
    typeof value === 'string' &&
    node.value !== null &&
    node.type !== 'BLOCK_LITERAL' &&
    node.type !== 'BLOCK_FOLDED'
  ) {
    return (
      text.slice(0, start + node.range[0]) + written(value, node.type) + text.slice(start + node.range[1])
    )
  }
  // What stands there has another form, so the whole detail is written anew.
  const from = start + keyStart(pair)
  return text.slice(0, from) + entry(name, value, lineEnd) + text.slice(nextLine(text, start + endOf(pair)))
}

function changedList({ text, start, lineEnd }: Block, list: YAMLSeq, values: string[]): string | undefined {
  if (!list.range) return undefined
  if (list.flow) {
    const flow = stringify(values, {
      collectionStyle: 'flow',
      flowCollectionPadding: false,
      lineWidth: 0,
    }).trim()
    return text.slice(0, start + list.range[0]) + flow + text.slice(start + list.range[1])
  }
  let changed = text
  // from the end, so that the places of the items before stay right
  for (let index = Math.max(list.items.length, values.length) - 1; index >= 0; index--) {
    const item = list.items[index]
    const value = values[index]
    if (item === undefined) continue
    if (!isScalar(item) || !item.range) return undefined
    const [from, to] = [start + item.range[0], start + item.range[1]]
    if (index === list.items.length - 1 && values.length > list.items.length) {
      const at = nextLine(changed, to)
      const indent = /^[ \t]*- */.exec(changed.slice(lineStart(changed, from)))?.[0] ?? '  - '
      const added = values.slice(index + 1).map((more) => indent + written(more) + lineEnd)
      changed = changed.slice(0, at) + added.join('') + changed.slice(at)
    }
    if (value === undefined) changed = cut(changed, from, to)
    else if (item.value !== value)
      changed = changed.slice(0, from) + written(value, item.type) + changed.slice(to)
  }
  return changed
}

/** Where the line of a detail that is not there yet goes: after the nearest one that comes before it. */
function placeFor(text: string, name: string): number | undefined {
  const block = blockOf(text)
  if (!block) return undefined
  const before = order.slice(0, order.indexOf(name)).reverse()
  const pair = before.map((other) => pairOf(block, other)).find(Boolean)
  return pair ? nextLine(text, block.start + endOf(pair)) : block.end
}

function entry(name: string, value: Exclude<Detail, undefined>, lineEnd: string): string {
  if (typeof value === 'string') return `${name}: ${written(value)}${lineEnd}`
  const lines = Array.isArray(value)
    ? value.map((item) => `  - ${written(item)}`)
    : Object.entries(value).map(([key, part]) => `  ${key}: ${written(part)}`)
  return [`${name}:`, ...lines, ''].join(lineEnd)
}

/** A text as YAML: in quotes if it has to be, or if it was before. */
function written(value: string, type?: string): string {
  const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
  return stringify(value, { lineWidth: 0, defaultStringType: quoted ? type : 'PLAIN' }).replace(/\n$/, '')
}

function tidied(detail: Detail): Detail {
  const line = (text: string) => text.replace(/\s+/g, ' ').trim()
  if (detail === undefined) return undefined
  if (typeof detail === 'string') return line(detail) || undefined
  if (!Array.isArray(detail))
    return detail.by && detail.on ? { by: line(detail.by), on: line(detail.on) } : undefined
  const lines = detail.map(line).filter(Boolean)
  return lines.length ? lines : undefined
}

function holds(text: string, wanted: Record<string, unknown>): boolean {
  return same(withoutNothing(detailsOf(text) ?? {}), withoutNothing(wanted))
}

const withoutNothing = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const pairOf = ({ document }: Block, name: string): Pair | undefined =>
  (document.contents as YAMLMap).items.find((item) => keyOf(item) === name)
const keyOf = (pair: Pair) => (isScalar(pair.key) ? String(pair.key.value) : undefined)
const keyStart = (pair: Pair) => (pair.key as Node).range?.[0] ?? 0

/** The end of the last letter of a detail; what the parser counts as the end of a list lies after the comments that follow it. */
function endOf({ key, value }: Pair): number {
  if (isSeq(value) && !value.flow && value.items.length)
    return endOf({ key, value: value.items.at(-1) } as Pair)
  if (isMap(value) && !value.flow && value.items.length) return endOf(value.items.at(-1) as Pair)
  const range = (isNode(value) && value.range) || (key as Node).range
  return range?.[1] ?? 0
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1
const nextLine = (text: string, at: number) => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}
const cut = (text: string, from: number, to: number) =>
  text.slice(0, lineStart(text, from)) + text.slice(nextLine(text, to))
