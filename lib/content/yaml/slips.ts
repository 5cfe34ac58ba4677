import type { Finding } from '../finding'
import type { SourceText } from '../source-text'

/** What stands in the place of some characters so that reading can go on; it is also the edit that is offered. */
export type Change = { start: number; end: number; text: string }

type Line = { number: number; start: number; text: string; indent: number }
type Level = { indent: number; key: string; line: number; keys: boolean }
type Walk = {
  source: SourceText
  /** what staff call the text that is read */
  where: 'the details' | 'this file'
  lines: Line[]
  levels: Level[]
  /** the detail above, when its value stands on its own line and may go on below */
  open: { line: Line; key: string; value: number } | undefined
  findings: Finding[]
  changes: Change[]
}

const keyLine = /^([ \t]*)((?:- +)*)([^\s:#'"[\]{},&*!|>%@`-][^:#]*?|"[^"]*"|'[^']*'):(?=[ \t]|$)[ \t]*/
/** More findings than this help nobody. */
const most = 500
const blockText = /^[|>][+-]?\d?[+-]?[ \t]*(#.*)?$/

/** Slips in the lines from one offset to another that would stop the reading, each with the change that lets it go on. */
export function findSlips(
  source: SourceText,
  start: number,
  end: number,
  where: Walk['where'] = 'the details',
): { findings: Finding[]; changes: Change[] } {
  const lines: Line[] = []
  for (let number = source.lineOf(start); number < source.starts.length; number++) {
    const lineStart = source.starts[number] ?? 0
    if (lineStart >= end) break
    const text = source.line(number).slice(0, end - lineStart)
    lines.push({ number, start: lineStart, text, indent: text.length - text.trimStart().length })
  }
  const walk: Walk = { source, where, lines, levels: [], open: undefined, findings: [], changes: [] }
  for (let index = 0; index < lines.length && walk.findings.length < most; ) index = readLine(walk, index)
  return { findings: walk.findings, changes: walk.changes }
}

/** Reads one line, or one value over several lines, and says which line comes next. */
function readLine(walk: Walk, index: number): number {
  let line = walk.lines[index] as Line
  if (!line.text.trim()) return index + 1
  line = withoutOddSpaces(walk, line)
  if (line.text.trimStart().startsWith('#') || /^(---|\.\.\.)\s*$/.test(line.text)) return index + 1
  const key = line.text.match(keyLine)
  if (key) return readKeyLine(walk, index, line, key)
  const item = line.text.match(/^([ \t]*)((?:-[ \t]+)+)(.*)$/)
  if (item) {
    closeLevels(walk, line.indent)
    walk.open = undefined
    return readValue(walk, index, line, '', (item[1]?.length ?? 0) + (item[2]?.length ?? 0))
  }
  if (/^[ \t]*-$/.test(line.text.trimEnd())) {
    closeLevels(walk, line.indent)
    walk.open = undefined
    return index + 1
  }
  // A whole file can be one list in brackets.
  if (!walk.levels.length && /^\s*[[{]/.test(line.text)) return afterBrackets(walk, index, line, line.indent)
  return readOddLine(walk, index, line)
}

function withoutOddSpaces(walk: Walk, line: Line): Line {
  const tab = line.text.slice(0, line.indent).search(/[^ ]/)
  if (tab < 0) return line
  const end = line.start + line.indent
  const isTab = line.text[tab] === '\t'
  // Two spaces for each tab, unless the line stands below a list whose indent says better.
  const spaces = line.text.slice(0, line.indent).replace(/\t/g, '  ').replace(/[^ ]/g, ' ')
  report(
    walk,
    'details-tab',
    line.start + tab,
    isTab
      ? `This line starts with a tab. Only spaces work in ${walk.where}.`
      : 'This line starts with a special space that does not count as one.',
    isTab ? 'Delete the tab and type two spaces.' : 'Delete it and type an ordinary space.',
    { start: line.start, end, text: spaces },
  )
  return {
    ...line,
    text: spaces + line.text.slice(line.indent),
    indent: spaces.length,
    start: line.start - (spaces.length - line.indent),
  }
}

function readKeyLine(walk: Walk, index: number, line: Line, match: RegExpMatchArray): number {
  const [all, indent = '', dashes = '', key = ''] = match
  const column = indent.length + dashes.length
  const fault = dashes ? undefined : misplaced(walk, line, key, column)
  if (!fault) {
    closeLevels(walk, dashes ? line.indent : column)
    const last = walk.levels.at(-1)
    if (last?.indent === column && last.keys) Object.assign(last, { key, line: line.number })
    else walk.levels.push({ indent: column, key, line: line.number, keys: true })
  }
  walk.open = undefined
  return readValue(walk, index, line, key, all.length)
}

/** Reports a detail that stands too far left or right for the ones above it. */
function misplaced(walk: Walk, line: Line, key: string, column: number): boolean {
  const keys = walk.levels.filter((level) => level.keys)
  const last = keys.at(-1)
  if (!last || keys.some((level) => level.indent === column)) return false
  // A detail without a value may have others below it, further to the right.
  if (column > last.indent && !walk.open) return false
  if (key.includes(' ') && column > last.indent && walk.open) {
    goesOnWithColon(walk, line, column + key.length)
    return true
  }
  const target =
    [...keys].sort(
      (a, b) => Math.abs(a.indent - column) - Math.abs(b.indent - column) || b.indent - a.indent,
    )[0] ?? last
  const where = line.number === target.line + 1 ? 'on the line above' : `on line ${target.line + 1}`
  const spaces =
    target.indent === 0
      ? 'Delete the spaces'
      : `Put ${inWords(target.indent)} ${target.indent === 1 ? 'space' : 'spaces'}`
  report(
    walk,
    'details-indent',
    line.start + column,
    `“${key}” does not line up with “${target.key}” ${where}.`,
    `${spaces} before “${key}” so that it stands exactly under “${target.key}”.`,
    { start: line.start, end: line.start + column, text: ' '.repeat(target.indent) },
  )
  closeLevels(walk, target.indent)
  Object.assign(target, { key, line: line.number })
  return true
}

/** A sentence over two lines whose second line holds a colon. */
function goesOnWithColon(walk: Walk, line: Line, colon: number) {
  const { key = '', value = 0, line: first } = walk.open ?? {}
  report(
    walk,
    'details-colon',
    line.start + colon,
    `The text of “${key}” goes on here and contains a colon (:), so all of it must stand in straight quotes.`,
    `Put a straight quote (") before “${shortened(first?.text.slice(value).trim() ?? '')}” and one at the end of this line.`,
    { start: line.start + colon, end: line.start + colon + 1, text: ',' },
    false,
  )
}

function closeLevels(walk: Walk, indent: number) {
  while ((walk.levels.at(-1)?.indent ?? -1) > indent) walk.levels.pop()
}

/** Looks at what stands after “key: ” or “- ”. */
function readValue(walk: Walk, index: number, line: Line, key: string, at: number): number {
  const value = line.text.slice(at)
  const next = walk.lines[index + 1]
  if (!value.trim() || value.startsWith('#')) {
    if (/^#[^\s#]/.test(value)) cutByHash(walk, line, key, at, value)
    return index + 1
  }
  if (blockText.test(value.trim())) return afterBlock(walk, index, key ? keyColumn(line) : line.indent)
  const quote = value[0]
  walk.open = key ? { line, key, value: at } : undefined
  if (quote === '"' || quote === "'") return readQuoted(walk, index, line, key, at, quote)
  if (quote === '[' || quote === '{') {
    if (
      /^\[[^\]["']*\]\s*\(/.test(value) ||
      (quote === '{' && !/^\{\s*(\}|["']?[\w-]+["']?\s*:\s)/.test(value) && value.trim() !== '{')
    )
      startsWrong(walk, line, key, at, value)
    else return afterBrackets(walk, index, line, at)
    return index + 1
  }
  if (/^[@`%*&!,\]}|>]/.test(value) || /^[?-](\s|$)/.test(value)) {
    startsWrong(walk, line, key, at, value)
    return index + 1
  }
  readPlain(walk, line, key, at, value)
  if (next && next.indent > 0) walk.open = { line, key, value: at }
  else walk.open = key ? { line, key, value: at } : undefined
  return index + 1
}

function readPlain(walk: Walk, line: Line, key: string, at: number, value: string) {
  const hash = value.search(/\s#/)
  const words = (/\s#[^\s#]/.test(value) || hash < 0 ? value : value.slice(0, hash)).trimEnd()
  const change = { start: line.start + at, end: line.start + at + words.length, text: quoted(words) }
  const name = key ? `${key}: ` : '- '
  if (/:(\s|$)/.test(words)) {
    const curly = /^[“”„]/.test(words)
    const what = key ? `The text after “${key}:”` : 'The text after “-”'
    report(
      walk,
      'details-colon',
      line.start + at,
      curly
        ? `${what} contains a colon (:), and curly quotes (“ ”) do not count as quotes here.`
        : `${what} contains a colon (:), so it must stand in straight quotes.`,
      curly
        ? `Write: ${name}${quoted(withoutCurly(words))} with straight quotes (").`
        : `Write: ${name}${quoted(words)}`,
      curly ? { ...change, text: quoted(withoutCurly(words)) } : change,
    )
  } else if (hash >= 0 && /^\s#[^\s#]/.test(value.slice(hash))) cutByHash(walk, line, key, at, value)
  else if (/^0\d{2,}$/.test(words)) {
    report(
      walk,
      'details-number',
      line.start + at,
      'A number that starts with 0 would lose the 0.',
      `Put it in quotes: ${name}${quoted(words)}`,
      change,
    )
  }
}

function cutByHash(walk: Walk, line: Line, key: string, at: number, value: string) {
  const words = value.trimEnd()
  const hash = words.search(/(^|\s)#/)
  report(
    walk,
    'details-hash',
    line.start + at + hash + (words[hash] === '#' ? 0 : 1),
    'Everything after this # would be left out.',
    `Write: ${key ? `${key}: ` : '- '}${quoted(words)}`,
    { start: line.start + at, end: line.start + at + words.length, text: quoted(words) },
  )
}

function startsWrong(walk: Walk, line: Line, key: string, at: number, value: string) {
  const words = value.trimEnd()
  const first = words[0] ?? ''
  const stars = first === '*' && /^(\*{1,3})[^*]+\1$/.test(words)
  const text = stars ? words.replace(/^\*+|\*+$/g, '') : quoted(words)
  const safe = stars && /[:#"]/.test(text) ? quoted(text) : text
  report(
    walk,
    'details-start',
    line.start + at,
    `A value cannot start with ${first} unless it is in quotes.${first === '*' ? ` Bold and italics do not work in ${walk.where}.` : ''}`,
    `Write: ${key ? `${key}: ` : '- '}${safe}`,
    { start: line.start + at, end: line.start + at + words.length, text: safe },
  )
}

function readQuoted(walk: Walk, index: number, line: Line, key: string, at: number, quote: string): number {
  const value = line.text.slice(at)
  const name = key ? `${key}: ` : '- '
  const close = closingQuote(value, quote)
  if (close < 0) {
    const last = quotedUntil(walk, index, line, quote)
    if (last !== undefined) return last + 1
    const words = value.trimEnd()
    const end = line.start + at + words.length
    const text = quoted(withoutCurly(words.slice(1)))
    const which = quote === '"' ? 'a straight quote (")' : "a straight quote (')"
    report(
      walk,
      'details-quote-open',
      line.start + at,
      'The quote that opens here is never closed.',
      `Add ${which} at the end of this line.`,
      {
        start: line.start + at,
        end,
        text,
      },
    )
    return index + 1
  }
  const rest = value.slice(close + 1)
  if (!rest.trim() || /^\s+#/.test(rest)) return index + 1
  const words = value.trimEnd()
  const inside = words.endsWith(quote) && words.length > close + 1 ? words.slice(1, -1) : undefined
  const better = quoted(inside ?? words)
  const apostrophe = quote === "'" && /^\w/.test(rest)
  const word = /^[^\s"']*/.exec(rest)?.[0] || rest.trim().split(/["\s]/)[0] || rest.trim()
  report(
    walk,
    'details-quote-inside',
    line.start + at + close,
    apostrophe
      ? `The apostrophe in “${/\S*$/.exec(value.slice(1, close))?.[0] ?? ''}'${word}” ends the quoted text too early.`
      : inside === undefined
        ? `Nothing can stand after the closing quote, but “${shortened(rest.trim())}” does.`
        : `The quote before “${word}” ends the text too early.`,
    apostrophe
      ? `Use double quotes around the text: ${name}${better}`
      : `Use curly quotes inside: ${name}${better}`,
    { start: line.start + at, end: line.start + at + words.length, text: better },
  )
  return index + 1
}

function closingQuote(value: string, quote: string): number {
  for (let at = 1; at < value.length; at++) {
    if (quote === '"' && value[at] === '\\') at++
    else if (value[at] === quote) {
      if (quote === "'" && value[at + 1] === "'") at++
      else return at
    }
  }
  return -1
}

/** The line on which a quoted text over several lines ends, or undefined when it seems to have lost its end. */
function quotedUntil(walk: Walk, index: number, line: Line, quote: string): number | undefined {
  for (let next = index + 1; next < walk.lines.length && next < index + 200; next++) {
    const { text, indent } = walk.lines[next] as Line
    if (!text.trim()) continue
    if (indent <= line.indent) return undefined
    // A detail or an entry with a quoted text of its own, so the quote above was forgotten.
    if ((keyLine.test(text) || /^\s*- /.test(text)) && text.split(quote).length > 2) return undefined
    const end = closingQuote(` ${text}`, quote)
    if (end >= 0) return /^\s*(#.*)?$/.test(text.slice(end)) ? next : undefined
  }
  return undefined
}

function afterBlock(walk: Walk, index: number, indent: number): number {
  let next = index + 1
  while (next < walk.lines.length) {
    const line = walk.lines[next] as Line
    if (line.text.trim() && line.indent <= indent) break
    next++
  }
  return next
}

/** The line after a list in square brackets or a group in curly ones; reports brackets that stay open. */
function afterBrackets(walk: Walk, index: number, line: Line, at: number): number {
  let depth = 0
  let quote = ''
  for (let next = index; next < walk.lines.length; next++) {
    const current = walk.lines[next] as Line
    if (
      next > index &&
      current.text.trim() &&
      current.indent <= line.indent &&
      !/^\s*[\]}]/.test(current.text)
    )
      break
    for (let column = next === index ? at : 0; column < current.text.length; column++) {
      const character = current.text[column] as string
      if (quote) quote = character === quote ? '' : quote
      else if (/["']/.test(character) && /[\s[{,:]/.test(current.text[column - 1] ?? ' ')) quote = character
      else if (character === '#' && /\s/.test(current.text[column - 1] ?? '')) break
      else if (/[[{]/.test(character)) depth++
      else if (/[\]}]/.test(character) && --depth === 0) {
        const rest = current.text.slice(column + 1)
        if (rest.trim() && !/^\s+#/.test(rest))
          startsWrong(walk, line, line.text.match(keyLine)?.[3] ?? '', at, line.text.slice(at))
        return next + 1
      }
    }
  }
  const closing = line.text[at] === '[' ? ']' : '}'
  const end = line.start + line.text.trimEnd().length
  const message = `The ${line.text[at]} that opens here is never closed.`
  report(walk, 'details-bracket-open', line.start + at, message, `Add ${closing} at the end of this line.`, {
    start: end,
    end,
    text: closing,
  })
  return index + 1
}

/** A line that is neither a detail nor part of a list. */
function readOddLine(walk: Walk, index: number, line: Line): number {
  const tight = line.text.match(/^([ \t]*(?:- +)*)([A-Za-z][\w-]*):(?!\/\/)(\S.*)$/)
  if (tight && (line.indent === 0 || walk.levels.some((level) => level.indent === line.indent))) {
    const [, before = '', key = '', value = ''] = tight
    const colon = before.length + key.length
    const rest = value.trim()
    const text = /^["']/.test(rest) ? rest : /:(\s|$)|\s#|^[@`%*&!|>{[]/.test(rest) ? quoted(rest) : rest
    report(
      walk,
      'details-space',
      line.start + colon,
      `There must be a space after “${key}:”.`,
      `Write: ${key}: ${text}`,
      {
        start: line.start + colon,
        end: line.start + line.text.trimEnd().length,
        text: `: ${text}`,
      },
    )
    closeLevels(walk, before.length)
    if (walk.levels.at(-1)?.indent !== before.length)
      walk.levels.push({ indent: before.length, key, line: line.number, keys: true })
    walk.open = { line, key, value: colon + 1 }
    return index + 1
  }
  const noDash = line.text.match(/^([ \t]*)-(?![-\s\d])(\S.*)$/)
  if (noDash && !walk.open) {
    const at = noDash[1]?.length ?? 0
    report(
      walk,
      'details-space',
      line.start + at,
      'There must be a space after the dash.',
      `Write: - ${shortened(noDash[2] ?? '')}`,
      {
        start: line.start + at,
        end: line.start + at + 1,
        text: '- ',
      },
    )
    return index + 1
  }
  const bullet = line.text.match(/^([ \t]*)[•·–—*][ \t]+(\S.*)$/)
  if (bullet) {
    const at = bullet[1]?.length ?? 0
    report(
      walk,
      'details-dash',
      line.start + at,
      `A list in ${walk.where} needs a short dash, not “${line.text[at]}”.`,
      `Write: - ${shortened(bullet[2] ?? '')}`,
      {
        start: line.start + at,
        end: line.start + at + 1,
        text: '-',
      },
    )
    return index + 1
  }
  if (walk.open && line.indent > walk.open.line.indent) {
    const colon = line.text.search(/:(\s|$)/)
    if (colon < 0) return index + 1
  }
  if (walk.open || !line.indent || !walk.levels.length) oddLine(walk, line)
  return index + 1
}

function oddLine(walk: Walk, line: Line) {
  const words = line.text.trim()
  const equals = words.match(/^([A-Za-z][\w-]*)\s*=\s*(.+)$/)
  const above = walk.levels.at(-1)
  report(
    walk,
    'details-line',
    line.start + line.indent,
    `“${shortened(words)}” ${walk.where === 'this file' ? 'cannot stand here' : 'is not a detail'}: it has no name with a colon before it.`,
    equals
      ? `Write: ${equals[1]}: ${equals[2]}`
      : above
        ? `Delete this line, or put it at the end of “${above.key}”.`
        : 'Write a name and a colon before it, for example title: …',
    {
      start: line.start + line.indent,
      end: line.start + line.text.length,
      text: equals ? `${equals[1]}: ${quoted(equals[2] ?? '')}` : `# ${words}`,
    },
    Boolean(equals),
  )
}

/** The edits that may be offered as a button: only those that keep every word and cannot mean anything else. */
function report(
  walk: Walk,
  rule: string,
  offset: number,
  message: string,
  fix: string,
  change: Change,
  offered = true,
) {
  walk.findings.push(walk.source.finding(rule, offset, message, fix, offered ? { edit: change } : {}))
  walk.changes.push(change)
}

/** The words in straight quotes, with curly ones inside. */
export function quoted(words: string): string {
  let open = false
  const inner = words.replace(/\\/g, '\\\\').replace(/"/g, () => {
    open = !open
    return open ? '“' : '”'
  })
  return `"${inner}"`
}

const withoutCurly = (words: string) => words.replace(/^[“”„]|[“”]$/g, '')
const keyColumn = ({ text }: Line) => {
  const [, indent = '', dashes = ''] = text.match(keyLine) ?? []
  return indent.length + dashes.length
}
const shortened = (words: string) => (words.length > 60 ? `${words.slice(0, 59)}…` : words)
const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const inWords = (number: number) => numbers[number] ?? String(number)
