import type { Finding } from '../finding'
import type { SourceText } from '../source-text'

/** A setting of a component: name="value". */
export type Setting = {
  name: string
  value: string
  start: number
  end: number
  valueStart: number
  /** a mistake in it was reported */
  wrong: boolean
  /** nobody can say what its value was meant to be */
  lost: boolean
}

/** A component or HTML tag as it is written, also when something is wrong with it. */
export type Tag = {
  name: string
  kind: 'open' | 'close' | 'alone'
  start: number
  end: number
  settings: Setting[]
  /** it holds a mistake that was reported, so that it cannot be read as it stands */
  wrong: boolean
  /** nobody can say which settings it was meant to have */
  unsure: boolean
}

type Reading = {
  source: SourceText
  text: string
  tag: Tag
  /** where the tag must have ended at the latest */
  limit: number
  findings: Finding[]
}

const nameAt = /[\p{L}_$][\p{L}\p{N}_$-]*(?:[.:][\p{L}_$][\p{L}\p{N}_$-]*)*/uy
const settingName = /[\p{L}_$][\p{L}\p{N}_$-]*/uy
const ending = /^\s*(\/?\s*>|$)/
// what may follow a value: the end of the tag, the next setting, or a slip between the two
const afterValue = /^(?:\s*\/?\s*>|\s*[,;]|\s+[\p{L}_$][\p{L}\p{N}_$-]*\s*[=:]|\s*$|\s*[\r\n])/u
const nextSetting = /[ \t\r\n][\p{L}_$][\p{L}\p{N}_$-]*\s*=\s*$/u
const longest = 4000

/** The tag that starts with the < at an offset, read with all its slips; undefined if no name follows. */
export function readTag(
  source: SourceText,
  start: number,
  blockEnd: number,
  findings: Finding[],
): Tag | undefined {
  const { text } = source
  let at = start + 1
  const close = text[at] === '/'
  if (close) at++
  at = skipSpace(text, at, blockEnd)
  nameAt.lastIndex = at
  const name = nameAt.exec(text)?.[0]
  if (!name) return undefined
  at += name.length
  const tag: Tag = {
    name,
    kind: close ? 'close' : 'open',
    start,
    end: at,
    settings: [],
    wrong: false,
    unsure: false,
  }
  const reading: Reading = { source, text, tag, limit: Math.min(blockEnd, start + longest), findings }
  for (;;) {
    at = skipSpace(text, at, reading.limit)
    const character = text[at]
    if (at >= reading.limit || character === '<' || character === undefined) return unfinished(reading, at)
    if (character === '>') return { ...tag, end: at + 1 }
    const slash = /^\/\s*>/.exec(text.slice(at, at + 10))
    if (slash) return { ...tag, kind: tag.kind === 'close' ? 'close' : 'alone', end: at + slash[0].length }
    const next = readPiece(reading, at)
    at = Math.max(next, at + 1)
  }
}

/** True if the tag that starts here comes to an end on its lines. */
export function comesToEnd(text: string, start: number, blockEnd: number): boolean {
  const rest = text.slice(start + 1, Math.min(blockEnd, start + longest))
  const end = rest.search(/[<>]/)
  return end >= 0 && rest[end] === '>'
}

function unfinished(reading: Reading, at: number): Tag {
  const { tag, text } = reading
  const end = tag.start + text.slice(tag.start, at).trimEnd().length
  const shown = text.slice(tag.start, end)
  const better = tag.kind === 'close' ? `</${tag.name}>` : `${shown}>`
  if (!tag.wrong || tag.kind === 'close') {
    report(
      reading,
      'tag-open',
      tag.start,
      `<${tag.kind === 'close' ? '/' : ''}${tag.name} is never finished: the > is missing.`,
      `Write: ${oneLine(better)}`,
      {
        start: tag.start,
        end,
        text: better,
      },
    )
  }
  return { ...tag, wrong: true, unsure: true, end }
}

/** Reads one setting or one slip and returns where it ends. */
function readPiece(reading: Reading, at: number): number {
  const { text, tag } = reading
  const character = text[at] ?? ''
  if (character === ',' || character === ';') return separator(reading, at, character)
  if (character === '{') return braces(reading, at)
  settingName.lastIndex = at
  const name = settingName.exec(text)?.[0]
  if (!name) return odd(reading, at)
  const after = at + name.length
  const sign = skipSpace(text, after, reading.limit)
  if (text[sign] === '=') return value(reading, name, at, skipSpace(text, sign + 1, reading.limit))
  const quote = skipSpace(text, sign + 1, reading.limit)
  const instead = (rule: string, from: number, message: string) => {
    const end = quietly(reading, () => value(reading, name, at, from))
    const better = written(tag.settings.at(-1))
    report(reading, rule, sign, message, `Write: ${better}`, { start: at, end, text: better })
    return end
  }
  if (text[sign] === ':' && isQuote(text[quote]))
    return instead('colon-in-tag', quote, 'A setting is written with =, not with a colon.')
  if (isQuote(text[sign]) && tag.kind !== 'close')
    return instead('equals-missing', sign, `There must be a = between “${name}” and its text.`)
  if (tag.kind === 'close') return odd(reading, at)
  return without(reading, name, at, after)
}

function separator(reading: Reading, at: number, character: string): number {
  const { tag } = reading
  const last = tag.settings.at(-1)
  const what = character === ',' ? 'comma' : 'semicolon'
  report(
    reading,
    'comma-in-tag',
    at,
    `Settings are separated by a space, not by a ${what}.`,
    last ? `Delete the ${what} after ${written(last)}.` : `Delete the ${what}.`,
    { start: at, end: at + 1, text: /\s/.test(reading.text[at + 1] ?? ' ') ? '' : ' ' },
  )
  return at + 1
}

function braces(reading: Reading, at: number): number {
  const end = closingBrace(reading.text, at, reading.limit)
  reading.tag.unsure = true
  report(
    reading,
    'brace-value',
    at,
    'Curly brackets { } cannot stand inside a component.',
    'Write each setting with straight quotes, for example title="…".',
  )
  return end
}

/** Something that is neither a setting nor the end of the tag, for example a word after a stray quote. */
function odd(reading: Reading, at: number): number {
  const { text, tag } = reading
  const stray =
    /^[^\s<>{,;]+/.exec(text.slice(at, Math.min(reading.limit, at + 80)))?.[0].replace(/\/$/, '') ||
    (text[at] ?? '')
  if (tag.kind === 'close') {
    report(
      reading,
      'tag-odd',
      at,
      `Nothing can stand after the name in </${tag.name}>.`,
      `Write: </${tag.name}>`,
    )
    return Math.max(
      at + 1,
      text.indexOf('>', at) < 0 ? reading.limit : Math.min(reading.limit, text.indexOf('>', at)),
    )
  }
  tag.unsure = true
  if (!tag.wrong)
    report(
      reading,
      'tag-odd',
      at,
      `“${stray}” cannot stand here inside <${tag.name}>.`,
      'Write each setting as name="text", with a space before it.',
    )
  return at + stray.length
}

/** Reads the value of a setting and returns where it ends. */
function value(reading: Reading, name: string, start: number, at: number): number {
  const { text } = reading
  const quote = text[at]
  if (at >= reading.limit || quote === '>' || quote === '<' || (quote === '/' && text[at + 1] === '>')) {
    return without(reading, name, start, at)
  }
  if (quote === '"' || quote === "'") return straight(reading, name, start, at, quote)
  if (isQuote(quote)) return curly(reading, name, start, at)
  if (quote === '{') return braceValue(reading, name, start, at)
  return unquoted(reading, name, start, at)
}

function straight(reading: Reading, name: string, start: number, at: number, quote: string): number {
  const { text, limit } = reading
  const close = text.indexOf(quote, at + 1)
  const lineEnd = endOfLine(text, at, limit)
  const first = close < 0 || close >= limit ? -1 : close
  const curlyEnd = curlyClose(text, at + 1, Math.min(lineEnd, first < 0 ? limit : first))
  const upTo = text.slice(at + 1, first < 0 ? lineEnd : first)
  if (curlyEnd >= 0 && (first < 0 || /[>=]|[\r\n]/.test(text.slice(curlyEnd, first)))) {
    const setting = push(reading, name, start, at, text.slice(at + 1, curlyEnd), curlyEnd + 1)
    const sign = quote === '"' ? '"' : "'"
    report(
      reading,
      'curly-quotes',
      curlyEnd,
      `The setting opens with a straight quote (${sign}) and ends with a curly one (${text[curlyEnd]}).`,
      `Use straight quotes: ${written(setting)}`,
      { start, end: curlyEnd + 1, text: written(setting) },
    )
    return curlyEnd + 1
  }
  const lost =
    first < 0 ||
    nextSetting.test(upTo) ||
    (first > lineEnd && (/>\s*$/.test(text.slice(at + 1, lineEnd)) || /<\/?\p{L}/u.test(upTo)))
  if (lost)
    return neverClosed(reading, name, start, at, first < 0 || first > lineEnd ? lineEnd : first, quote)
  if (afterValue.test(text.slice(first + 1, Math.min(limit, first + 120)))) {
    return keep(reading, name, start, at, first)
  }
  if (/^[\p{L}_$][\p{L}\p{N}_$-]*\s*=\s*["'“”‘’{]/u.test(text.slice(first + 1, Math.min(limit, first + 80))))
    return touching(reading, name, start, at, first)
  return innerQuote(reading, name, start, at, first, quote, lineEnd)
}

/** The quote that opens has no partner: the text ends before the end of the tag or before the next setting. */
function neverClosed(
  reading: Reading,
  name: string,
  start: number,
  at: number,
  before: number,
  quote: string,
): number {
  const { text } = reading
  const rest = text.slice(at + 1, before)
  const next = rest.search(/\s[\p{L}_$][\p{L}\p{N}_$-]*\s*=/u)
  const tagEnd = rest.search(/\s*\/?>/)
  const ends = [next, tagEnd].filter((end) => end >= 0)
  const end = at + 1 + (ends.length ? Math.min(...ends) : rest.trimEnd().length)
  const setting = push(reading, name, start, at, text.slice(at + 1, end), end)
  setting.lost = true
  reading.tag.unsure = true
  const word = /\S+$/.exec(setting.value)?.[0]
  const which = quote === '"' ? 'a straight quote (")' : "a straight quote (')"
  report(
    reading,
    'quote-open',
    at,
    `The quote that opens after “${name}=” is never closed.`,
    word ? `Add ${which} after “${word}”.` : `Write: ${name}="…"`,
    word ? { start: end, end, text: quote } : undefined,
  )
  return end
}

/** Two settings without a space between them. */
function touching(reading: Reading, name: string, start: number, at: number, first: number): number {
  const end = keep(reading, name, start, at, first)
  report(
    reading,
    'space-missing',
    end,
    `There must be a space after ${reading.text.slice(start, end)}.`,
    'Put a space between the two settings.',
    { start: end, end, text: ' ' },
  )
  return end
}

/** A quote in the middle of a text, as in question="What is "CBT"?" or title='What's new'. */
function innerQuote(
  reading: Reading,
  name: string,
  start: number,
  at: number,
  first: number,
  quote: string,
  lineEnd: number,
): number {
  const { text, limit } = reading
  let close = -1
  for (
    let next = text.indexOf(quote, first + 1);
    next >= 0 && next < Math.min(limit, lineEnd);
    next = text.indexOf(quote, next + 1)
  ) {
    if (afterValue.test(text.slice(next + 1, Math.min(limit, next + 120)))) {
      close = next
      break
    }
    // the next setting has begun
    if (/=\s*$/.test(text.slice(Math.max(at, next - 20), next)) && nextSetting.test(text.slice(first, next)))
      break
  }
  if (close < 0) {
    // No better end: the text ends here, and what follows is looked at by itself.
    reading.tag.unsure = true
    return keep(reading, name, start, at, first)
  }
  const setting = push(reading, name, start, at, withCurly(text.slice(at + 1, close)), close + 1)
  const word = /^[^\s"'>]*/.exec(text.slice(first + 1, close))?.[0] || text.slice(first + 1, close).trim()
  if (quote === "'") {
    const before = /\S*$/.exec(text.slice(at + 1, first))?.[0] ?? ''
    report(
      reading,
      'inner-quotes',
      first,
      `The apostrophe in “${before}'${word}” ends the ${name} too early.`,
      `Use double quotes: ${written(setting)}`,
      { start, end: close + 1, text: written(setting) },
    )
  } else {
    report(
      reading,
      'inner-quotes',
      first,
      `The quote before “${word}” ends the ${name} too early.`,
      `Use curly quotes inside: ${written(setting)}`,
      { start, end: close + 1, text: written(setting) },
    )
  }
  return close + 1
}

function curly(reading: Reading, name: string, start: number, at: number): number {
  const { text, limit } = reading
  const lineEnd = endOfLine(text, at, limit)
  let end = -1
  for (let next = at + 1; next < lineEnd; next++) {
    if (!isQuote(text[next])) continue
    const after = text.slice(next + 1, Math.min(lineEnd, next + 120))
    if (/^\s*\/?\s*>|^\s*[,;]|^\s+[\p{L}_$][\p{L}\p{N}_$-]*\s*[=:]|^\s*$/u.test(after)) {
      end = next
      break
    }
  }
  const closed = end >= 0
  if (!closed) {
    const tagEnd = text.slice(at + 1, lineEnd).search(/\s*\/?>/)
    end = tagEnd < 0 ? lineEnd : at + 1 + tagEnd
  }
  const setting = push(reading, name, start, at, text.slice(at + 1, end), closed ? end + 1 : end)
  const pair = /[‘’‚]/.test(text[at] ?? '') ? '‘ ’' : /[«»]/.test(text[at] ?? '') ? '« »' : '“ ”'
  report(
    reading,
    'curly-quotes',
    at,
    `Curly quotes (${pair}) do not work inside a component.`,
    `Use straight quotes: ${written(setting)}`,
    {
      start,
      end: setting.end,
      text: written(setting),
    },
  )
  return setting.end
}

function braceValue(reading: Reading, name: string, start: number, at: number): number {
  const { text } = reading
  const end = closingBrace(text, at, reading.limit)
  const inside = text.slice(at + 1, text[end - 1] === '}' ? end - 1 : end).trim()
  const setting = push(reading, name, start, at, inside.replace(/^(["'`])([\s\S]*)\1$/, '$2'), end)
  report(
    reading,
    'brace-value',
    at,
    `The value of “${name}” must stand in straight quotes, not in curly brackets.`,
    `Write: ${written(setting)}`,
    { start, end, text: written(setting) },
  )
  return end
}

function unquoted(reading: Reading, name: string, start: number, at: number): number {
  const { text, limit } = reading
  const rest = text.slice(at, endOfLine(text, at, limit))
  const next = rest.search(/\s[\p{L}_$][\p{L}\p{N}_$-]*\s*=|\s*\/?>|[<{]/u)
  const length = next < 0 ? rest.trimEnd().length : next
  const stray = /["“”’'][,;]?$/.exec(rest.slice(0, length))?.[0].length ?? 0
  const end = at + Math.max(1, length)
  const setting = push(reading, name, start, at, rest.slice(0, Math.max(1, length - stray)), end)
  report(
    reading,
    'no-quotes',
    at,
    `The value of “${name}” must stand in straight quotes.`,
    `Write: ${written(setting)}`,
    { start, end, text: written(setting) },
  )
  return end
}

function without(reading: Reading, name: string, start: number, end: number): number {
  reading.tag.settings.push({ name, value: '', start, end, valueStart: start, wrong: true, lost: true })
  report(reading, 'no-value', start, `The setting “${name}” has no text.`, `Write: ${name}="…"`)
  return end
}

/** Runs a reading step without its own findings, because the caller reports the cause. */
function quietly(reading: Reading, step: () => number): number {
  const kept = reading.findings
  reading.findings = []
  const end = step()
  reading.findings = kept
  return end
}

/** Takes the value between two quotes as it stands, and returns where the setting ends. */
function keep({ tag, text }: Reading, name: string, start: number, open: number, close: number): number {
  const value = unescaped(text.slice(open + 1, close))
  tag.settings.push({ name, value, start, end: close + 1, valueStart: open + 1, wrong: false, lost: false })
  return close + 1
}

function push(
  { tag }: Reading,
  name: string,
  start: number,
  at: number,
  value: string,
  end: number,
): Setting {
  const setting = { name, value: value.trim(), start, end, valueStart: at, wrong: true, lost: false }
  tag.settings.push(setting)
  return setting
}

function report(
  reading: Reading,
  rule: string,
  offset: number,
  message: string,
  fix: string,
  edit?: { start: number; end: number; text: string },
) {
  reading.tag.wrong = true
  reading.findings.push(reading.source.finding(rule, offset, message, fix, edit ? { edit } : {}))
}

/** A setting as it should stand. */
function written(setting: Setting | undefined): string {
  return setting ? `${setting.name}="${oneLine(withCurly(setting.value))}"` : ''
}

/** Straight double quotes made curly, so that the text can stand in straight ones. */
function withCurly(words: string): string {
  let open = false
  return words.replace(/"/g, () => {
    open = !open
    return open ? '“' : '”'
  })
}

/** Where a curly quote stands that is meant to end a value, or -1. */
function curlyClose(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (
      /[“”‘’„»]/.test(text[at] ?? '') &&
      (ending.test(text.slice(at + 1, at + 12)) || afterValue.test(text.slice(at + 1, at + 80)))
    )
      return at
  }
  return -1
}

/** The offset after the bracket that closes the one at an offset, or the end of the line when none does. */
export function closingBrace(text: string, at: number, limit: number): number {
  let depth = 0
  for (let next = at; next < limit; next++) {
    if (text[next] === '{') depth++
    else if (text[next] === '}' && --depth === 0) return next + 1
  }
  const tagEnd = text.slice(at, endOfLine(text, at, limit)).search(/\s*\/?>/)
  return tagEnd > 0 ? at + tagEnd : endOfLine(text, at, limit)
}

function unescaped(value: string): string {
  return value.replace(/&quot;/g, '"').replace(/&amp;/g, '&')
}

function endOfLine(text: string, at: number, limit: number): number {
  for (let next = at; next < limit; next++) if (text[next] === '\n' || text[next] === '\r') return next
  return limit
}

function skipSpace(text: string, at: number, limit: number): number {
  while (at < limit && /\s/.test(text[at] ?? '')) at++
  return at
}

const isQuote = (character: string | undefined) => character !== undefined && /["'“”„‘’‚«»]/.test(character)
const oneLine = (words: string) => words.replace(/\s+/g, ' ')
