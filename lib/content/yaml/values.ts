import type { z } from 'zod'
import type { Finding } from '../finding'
import type { SourceText } from '../source-text'
import { didYouMean, nearest, onlyNear } from '../suggest'
import { quoted } from './slips'

type Path = (string | number)[]
type Issue = z.core.$ZodIssue
type Written = { raw: string; start: number; end: number; key: number | undefined; type: string }
type Text = {
  value: unknown
  text?: SourceText
  written?: (path: Path) => Written | undefined
  details?: boolean
}
type Case = {
  schema: z.ZodType
  issue: Issue
  path: Path
  name: string
  label: string
  there: Written | undefined
  yaml: Text
  text: SourceText
  own: string
}

/** What a schema has to say about a text, in sentences for the person who writes it. */
export function wrongValues(schema: z.ZodType, issues: readonly Issue[], yaml: Text): Finding[] {
  const { text } = yaml
  if (!text) return []
  const misspelt = misspeltKeys(schema, issues)
  return issues.flatMap((issue) => {
    const path = issue.path as Path
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => unknownKey(schema, path, key, misspelt, yaml, text))
    // Where a name is misspelt, the missing of the right one is not a second mistake.
    if (misspelt.has(JSON.stringify(path)) && valueAt(yaml.value, path) === undefined) return []
    const there = yaml.written?.(path)
    const name = String([...path].reverse().find((part) => typeof part === 'string') ?? 'this file')
    const label =
      typeof path.at(-1) === 'number' ? `An entry of “${name}”` : path.length ? `“${name}”` : 'This file'
    return [sentence({ schema, issue, path, name, label, there, yaml, text, own: issue.message.trim() })]
  })
}

function sentence(found: Case): Finding {
  const { issue, path, yaml } = found
  const value = valueAt(yaml.value, path)
  if (value === undefined) return missing(found)
  if (value === null || (typeof value === 'string' && !value.trim())) return empty(found)
  if (issue.code === 'invalid_type') return wrongType(found, issue.expected, value)
  if (issue.code === 'invalid_format') return wrongFormat(found, issue.format, String(value))
  if (issue.code === 'invalid_value') return wrongChoice(found, issue.values.map(String), String(value))
  if (issue.code === 'too_small' || issue.code === 'too_big') return wrongSize(found, issue, value)
  const { own } = found
  const [first, ...rest] = own.split(/(?<=\.) (?=[A-Z])/)
  return at(
    found,
    'details-value',
    withStop(first || `${found.label} is not right.`),
    withStop(rest.join(' ') || 'Compare it with another entry.'),
  )
}

function missing({ schema, issue, path, name, yaml, text, own }: Case): Finding {
  const parent = yaml.written?.(path.slice(0, -1))
  const offset = path.length > 1 && parent ? parent.start : 0
  const what =
    yaml.details && path.length === 1 ? `The detail “${name}” is missing.` : `“${name}” is missing here.`
  const hint = own.match(/^Write (.+)$/)?.[1]
  const expected = issue.code === 'invalid_type' ? issue.expected : ''
  const keys = expected === 'object' ? keysOf(schemaAt(schema, path)) : []
  if (expected === 'array' || keys.length) {
    const below = keys.length
      ? `with two more spaces: ${keys.map((key) => `${key}: …`).join(', ')}`
      : 'with two spaces, a dash (-) and a space before it.'
    return text.finding(
      'details-required',
      offset,
      what,
      `Add a line ${name}: and below it each entry on its own line, ${below}`,
    )
  }
  return text.finding(
    'details-required',
    offset,
    what,
    hint ? `Add a line: ${name}: ${hint}` : `Add a line: ${name}: …${own ? ` ${withStop(own)}` : ''}`,
  )
}

function empty(found: Case): Finding {
  const { name, own, path } = found
  const inList = typeof path.at(-1) === 'number'
  const after = inList ? ' after the dash.' : ` after ${name}:`
  const message = inList ? `An entry of “${name}” is empty.` : `“${name}” is empty.`
  return at(
    found,
    'details-empty',
    message,
    own.startsWith('Write ') ? `${own}${after}` : own ? withStop(own) : `Write something${after}`,
  )
}

function wrongType(found: Case, expected: string, value: unknown): Finding {
  const { label, name, there, own } = found
  const raw = there?.raw.trim() ?? String(value)
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    if (isDate(found)) return wrongDate(found, raw)
    const edit = there && { start: there.start, end: there.end, text: quoted(raw) }
    return at(
      found,
      'details-number',
      `“${raw}” is not read as text here.`,
      `Put it in quotes: ${prefix(found)}${quoted(raw)}`,
      edit,
    )
  }
  if (expected === 'string' && isGroup(value) && typeof found.path.at(-1) === 'number') {
    const edit =
      there && !/[\r\n]/.test(raw) ? { start: there.start, end: there.end, text: quoted(raw) } : undefined
    return at(
      found,
      'details-colon',
      'The text after “-” contains a colon (:), so it must stand in straight quotes.',
      `Write: - ${quoted(firstLine(raw))}`,
      edit,
    )
  }
  if (expected === 'string')
    return at(
      found,
      'details-value',
      `${label} must be one text.`,
      own ? withStop(own) : `Write it on one line after ${name}:`,
    )
  if (expected === 'array')
    return at(
      found,
      'details-list',
      `${label} must be a list.`,
      'Write each entry on its own line, with two spaces, a dash (-) and a space before it.',
    )
  if (expected === 'number' || expected === 'int') {
    if (/^["']\d+(\.\d+)?["']$/.test(raw)) {
      const edit = there && { start: there.start, end: there.end, text: raw.slice(1, -1) }
      return at(
        found,
        'details-number',
        `${label} must be a number, so it has no quotes.`,
        `Write: ${prefix(found)}${raw.slice(1, -1)}`,
        edit,
      )
    }
    return at(
      found,
      'details-number',
      `“${firstLine(raw)}” is not a${expected === 'int' ? ' whole' : ''} number.`,
      own ? withStop(own) : `Write: ${prefix(found)}1`,
    )
  }
  if (expected === 'boolean')
    return at(
      found,
      'details-value',
      `“${firstLine(raw)}” is neither true nor false.`,
      `Write: ${prefix(found)}true`,
    )
  const keys = keysAt(found)
  if (Array.isArray(value))
    return at(found, 'details-value', `${label} must not be a list.`, 'Delete the dashes.')
  return at(
    found,
    'details-value',
    `${label} needs ${keys.length ? 'lines of its own' : 'names of its own'} below it.`,
    keys.length
      ? `Write below it, each on a line with two more spaces: ${keys.map((key) => `${key}: …`).join(', ')}`
      : own || 'Compare it with another entry.',
  )
}

function wrongFormat(found: Case, format: string, value: string): Finding {
  if (format === 'date') return wrongDate(found, value)
  const { own, there } = found
  if (format === 'url') {
    const bare = /^(www\.)?[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(value)
    const edit = bare && there ? { start: there.start, end: there.end, text: `https://${value}` } : undefined
    return at(
      found,
      'details-address',
      `“${value}” is not a whole web address.`,
      bare
        ? `Write: ${prefix(found)}https://${value}`
        : withStop(own || 'Write a web address that starts with https://'),
      edit,
    )
  }
  if (format === 'email')
    return at(
      found,
      'details-address',
      `“${value}” is not an e-mail address.`,
      withStop(own || 'Write it like name@example.org'),
    )
  const slug = value
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return at(
    found,
    'details-value',
    `“${value}” cannot stand here.`,
    /small letters/i.test(own) && slug
      ? `Write: ${prefix(found)}${slug} (small letters, digits and dashes).`
      : withStop(own || 'Compare it with another entry.'),
  )
}

function wrongDate(found: Case, value: string): Finding {
  const shown = value.replace(/^["']|["']$/g, '')
  const parts = shown.match(/^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/)
  if (parts) {
    const [first, second, year] = [Number(parts[1]), Number(parts[2]), parts[3]]
    const monthFirst = day(year, first, second)
    const dayFirst = day(year, second, first)
    if (monthFirst && dayFirst && first !== second) {
      return at(
        found,
        'details-date',
        `“${shown}” can be read as ${first} ${monthName(second)} or as ${monthName(first)} ${second}.`,
        `Write year-month-day: ${monthFirst} for ${monthName(first)} ${second}, ${dayFirst} for ${first} ${monthName(second)}.`,
      )
    }
    const only = monthFirst ?? dayFirst
    if (only) return dateAs(found, shown, only)
  }
  const words = shown.match(/^(?:(\d{1,2})\.? ([A-Za-z]+)|([A-Za-z]+) (\d{1,2}),?) (\d{4})$/)
  if (words) {
    const month =
      months.findIndex((name) =>
        name.toLowerCase().startsWith((words[2] ?? words[3] ?? '').toLowerCase().slice(0, 3)),
      ) + 1
    const only = month ? day(words[5], month, Number(words[1] ?? words[4])) : undefined
    if (only) return dateAs(found, shown, only)
  }
  const loose = shown.match(/^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/)
  const tidy = loose && day(loose[1], Number(loose[2]), Number(loose[3]))
  if (tidy && tidy !== shown) return dateAs(found, shown, tidy)
  const numbers = /^\d{4}-\d{2}-\d{2}$/.test(shown) || parts || loose
  return at(
    found,
    'details-date',
    `“${firstLine(shown)}” is not a date${numbers ? ' in the calendar' : ''}.`,
    'Write year-month-day, for example 2026-05-01.',
  )
}

function dateAs(found: Case, shown: string, better: string): Finding {
  const { there } = found
  const edit = there && { start: there.start, end: there.end, text: better }
  return at(
    found,
    'details-date',
    `“${shown}” is not written as year-month-day.`,
    `Write: ${prefix(found)}${better}`,
    edit,
  )
}

function wrongChoice(found: Case, choices: string[], value: string): Finding {
  const { name, there } = found
  const near = nearest(value, choices)
  const only = onlyNear(value, choices)
  const edit = only && there ? { start: there.start, end: there.end, text: only } : undefined
  return at(
    found,
    'details-choice',
    `“${firstLine(value)}” cannot be used for “${name}”.${didYouMean(near)}`,
    `Use one of: ${choices.join(', ')}.`,
    edit,
  )
}

function wrongSize(
  found: Case,
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  value: unknown,
): Finding {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum
  const bound = `${issue.code === 'too_small' ? 'at least' : 'at most'} ${limit}`
  if (Array.isArray(value)) {
    if (!value.length)
      return at(
        found,
        'details-empty',
        `“${found.name}” is empty.`,
        withStop(found.own || 'Write at least one entry'),
      )
    const count = `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`
    return at(
      found,
      'details-count',
      `“${found.name}” has ${count}; it needs ${bound}.`,
      withStop(found.own || 'Add or delete entries'),
    )
  }
  if (typeof value === 'number')
    return at(
      found,
      'details-number',
      `${found.label} is ${value}; it must be ${bound}.`,
      withStop(found.own || 'Write another number'),
    )
  return at(
    found,
    'details-value',
    `${found.label} must have ${bound} letters.`,
    withStop(found.own || 'Write another text'),
  )
}

function unknownKey(
  schema: z.ZodType,
  path: Path,
  key: string,
  misspelt: Map<string, string>,
  yaml: Text,
  text: SourceText,
): Finding {
  const there = yaml.written?.([...path, key])
  const known = keysOf(schemaAt(schema, path))
  const right = [...misspelt].find(([full, wrong]) => wrong === JSON.stringify([...path, key]) && full)?.[0]
  const near = right ? String((JSON.parse(right) as Path).at(-1)) : nearest(key, known)
  const start = there?.key ?? there?.start ?? 0
  const what =
    yaml.details && !path.length
      ? `“${key}” is not a detail that this site knows.`
      : `“${key}” is not known here.`
  const capitals = near && near.toLowerCase() === key.toLowerCase() ? ' Capitals matter.' : ''
  const value = there && there.type !== 'group' && there.type !== 'list' ? ` ${firstLine(there.raw)}` : ''
  const edit =
    near && onlyNear(key, known) === near && text.text.startsWith(key, start)
      ? { start, end: start + key.length, text: near }
      : undefined
  return text.finding(
    'details-unknown',
    start,
    `${what}${didYouMean(near)}${capitals}`,
    near ? `Change it to ${near}:${value}`.trimEnd() : `Delete it, or use one of: ${known.join(', ')}.`,
    edit ? { edit } : {},
  )
}

/** The keys that stand misspelt: the path of the right key, and the path of the wrong one. */
function misspeltKeys(schema: z.ZodType, issues: readonly Issue[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const path = issue.path as Path
    const known = keysOf(schemaAt(schema, path))
    for (const key of issue.keys) {
      const near = nearest(key, known)
      if (near) found.set(JSON.stringify([...path, near]), JSON.stringify([...path, key]))
    }
  }
  return found
}

type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  valueType?: z.ZodType
  format?: string
  checks?: { _zod: { def: { format?: string } } }[]
}
const defOf = (schema: z.ZodType | undefined) => (schema as unknown as { def?: Def } | undefined)?.def

/** The schema of what stands at a path. */
function schemaAt(schema: z.ZodType | undefined, path: Path): z.ZodType | undefined {
  const def = defOf(schema)
  if (!def) return undefined
  if (def.innerType) return schemaAt(def.innerType, path)
  const [part, ...rest] = path
  if (part === undefined) return schema
  return schemaAt(def.shape?.[String(part)] ?? def.element ?? def.valueType, rest)
}

const keysOf = (schema: z.ZodType | undefined) => Object.keys(defOf(schema)?.shape ?? {})
const keysAt = ({ schema, path }: Case) => keysOf(schemaAt(schema, path))
const isDate = ({ own }: Case) => /year-month-day/.test(own)
const isGroup = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string, unknown>)[String(part)]
        : undefined,
    value,
  )
}

function at(
  { there, path, yaml, text }: Case,
  rule: string,
  message: string,
  fix: string,
  edit?: { start: number; end: number; text: string },
): Finding {
  let offset = there?.start
  for (let depth = path.length - 1; offset === undefined && depth > 0; depth--)
    offset = yaml.written?.(path.slice(0, depth))?.start
  return text.finding(
    rule,
    there?.type === 'nothing' ? (there.key ?? there.start) : (offset ?? 0),
    message,
    fix,
    edit ? { edit } : {},
  )
}

const prefix = ({ path, name }: Case) => (typeof path.at(-1) === 'number' ? '- ' : `${name}: `)
const withStop = (words: string) => (/[.!?:…]$/.test(words) ? words : `${words}.`)
const firstLine = (words: string) => {
  const line = words.trim().split(/[\r\n]/)[0] ?? ''
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const monthName = (month: number) => months[month - 1] ?? ''

/** The day as year-month-day if the calendar has it. */
function day(year: string | undefined, month: number, date: number): string | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text ? text : undefined
}
