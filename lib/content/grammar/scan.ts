import type { Finding } from '../finding'
import type { SourceText } from '../source-text'
import { onlyNear } from '../suggest'
import type { Vocabulary } from '../vocabulary'
import { isHtml } from './html'
import { comesToEnd, readTag, type Tag } from './tag'

/** A hidden note, with the words in it. */
export type Note = { start: number; end: number; words: string }

/** The words of an article gone through once: its tags, its notes, and what cannot stand as it is. */
export type Scan = {
  tags: Tag[]
  notes: Note[]
  findings: Finding[]
  /** stretches to be filled so that the rest can be read */
  fills: Fill[]
  /** stretches whose signs mean nothing: code, tags, notes, escaped signs */
  covered: Fill[]
}
export type Fill = { start: number; end: number; with?: string }

type Walk = Scan & {
  source: SourceText
  text: string
  vocabulary: Vocabulary
  /** for each line, where its block of lines without an empty one ends */
  blockEnds: number[]
  /** for each line, where inline marks that start in it must have ended */
  inlineEnds: number[]
  ticks: { end: number; runs: Map<number, number[]> }
  braces: { end: number; pairs: Map<number, number> }
  /** brackets that belong to a mistake that was reported */
  spent: Set<number>
}

/** More findings than this help nobody, and a file that has them is not an article. */
const most = 1000
const fence = /^[ \t]*(?:(?:>|[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})([^\r\n]*)$/
const listStart = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/

/** Goes through the words of an article from an offset to its end. */
export function scan(source: SourceText, from: number, vocabulary: Vocabulary): Scan {
  const walk: Walk = {
    source,
    text: source.text,
    vocabulary,
    tags: [],
    notes: [],
    findings: [],
    fills: [],
    covered: [],
    ...lineEnds(source, from),
    ticks: { end: -1, runs: new Map() },
    braces: { end: -1, pairs: new Map() },
    spent: new Set(),
  }
  let at = from
  for (let number = source.lineOf(from); number < source.starts.length; number++) {
    const start = source.starts[number] ?? 0
    if (start < at && number > source.lineOf(from)) {
      at = scanLine(walk, number, at)
      continue
    }
    const line = source.line(number)
    const opening = line.match(fence)
    if (opening && !(opening[1]?.startsWith('`') && opening[2]?.includes('`'))) {
      const last = fenceEnd(source, number, opening[1] ?? '')
      if (last === undefined) {
        const column = line.indexOf(opening[1] ?? '')
        walk.findings.push(
          source.finding(
            'code-open',
            start + column,
            'The block that these marks open is never closed, so the rest of the page is in it.',
            'Delete the marks, or add the same marks on a line of their own where the block ends.',
          ),
        )
      }
      const end = source.starts[(last ?? source.starts.length) + 1] ?? source.text.length
      walk.covered.push({ start, end })
      number = last ?? source.starts.length
      at = end
      continue
    }
    at = scanLine(walk, number, Math.max(at, start))
    if (walk.findings.length > most) {
      walk.fills.push({ start: at, end: source.text.length })
      break
    }
  }
  return walk
}

function scanLine(walk: Walk, number: number, from: number): number {
  const start = walk.source.starts[number] ?? 0
  const line = walk.source.line(number)
  const end = start + line.length
  let at = from
  if (from === start && /^(import|export) /.test(line) && startsAfresh(walk, number))
    at = instruction(walk, number, line)
  while (at < end) {
    const character = walk.text[at]
    if (character === '\\') at = escaped(walk, at)
    else if (character === '`') at = code(walk, at, number)
    else if (character === '{') at = brace(walk, at, number)
    else if (character === '}') at = strayBrace(walk, at)
    else if (character === '<') at = less(walk, at, number)
    else at++
  }
  return at
}

/** True if the line above does not go on in this one. */
function startsAfresh({ source, blockEnds }: Walk, number: number): boolean {
  const above = number > 0 && blockEnds[number - 1] !== undefined ? source.line(number - 1) : ''
  return !above.trim() || /^\s*(#{1,6}\s|[`~]{3}|[-*_]{3,}\s*$|<.*>\s*$|\{\/\*.*\*\/\}\s*$)/.test(above)
}

function escaped(walk: Walk, at: number): number {
  if (!/[!-/:-@[-`{-~]/.test(walk.text[at + 1] ?? '')) return at + 1
  walk.covered.push({ start: at, end: at + 2 })
  return at + 2
}

/** Skips text between backticks, which is shown as it is. */
function code(walk: Walk, at: number, number: number): number {
  const end = walk.inlineEnds[number] ?? walk.text.length
  if (walk.ticks.end !== end) {
    const runs = new Map<number, number[]>()
    for (const run of walk.text.slice(at, end).matchAll(/`+/g)) {
      const places = runs.get(run[0].length) ?? []
      places.push(at + run.index)
      runs.set(run[0].length, places)
    }
    walk.ticks = { end, runs }
  }
  const length = /^`+/.exec(walk.text.slice(at, Math.min(end, at + 1000)))?.[0].length ?? 1
  const places = walk.ticks.runs.get(length) ?? []
  while (places.length && (places[0] as number) <= at) places.shift()
  const close = places[0]
  if (close === undefined) return at + length
  walk.covered.push({ start: at, end: close + length })
  return close + length
}

function instruction(walk: Walk, number: number, line: string): number {
  const start = walk.source.starts[number] ?? 0
  const word = line.startsWith('import') ? 'import' : 'export'
  // What looks like a program is one mistake with all its lines.
  const program =
    /^import\s+(['"{*]|[\w, {}*]+\sfrom\s)|^export\s+(default\b|const\b|let\b|var\b|function\b|class\b|async\b|[{*])/.test(
      line,
    )
  const end = program ? (walk.blockEnds[number] ?? start) : start + line.length
  const capital = word === 'import' ? 'Import' : 'Export'
  walk.findings.push(
    walk.source.finding(
      'import-word',
      start,
      program
        ? `This line is a computer instruction (“${word}”). An article holds words only.`
        : `A line cannot start with the small word “${word}”: it is read as a computer instruction.`,
      program
        ? 'Delete it. All components can be used without it.'
        : `Write it with a capital (${capital} …) or put another word first.`,
      program ? {} : { edit: { start, end: start + 1, text: capital[0] ?? '' } },
    ),
  )
  if (!program) {
    walk.fills.push({ start, end: start + 1, with: capital[0] ?? 'I' })
    return start + word.length
  }
  walk.fills.push({ start, end })
  return end
}

function brace(walk: Walk, at: number, number: number): number {
  if (walk.spent.has(at)) return at + 1
  const note = noteAt(walk.text, at)
  if (note) return hiddenNote(walk, note, number)
  const blockEnd = walk.blockEnds[number] ?? walk.text.length
  if (/^\{\s*\/\*/.test(walk.text.slice(at, at + 20))) return openNote(walk, at, blockEnd)
  const close = bracePairs(walk, at, blockEnd).get(at)
  const inside = close === undefined ? '' : walk.text.slice(at + 1, close)
  const heading = /^#[^\s{}]+(\s+#[^\s{}]+)*$/.test(inside.trim())
  const words = oneLine(inside.replace(/[{}]/g, '').trim())
  if (heading) {
    const better = `{/* ${inside.trim()} */}`
    walk.findings.push(
      walk.source.finding(
        'heading-id',
        at,
        `{${inside}} cannot be written like this.`,
        `Delete it (the heading gets its own address), or write ${better}.`,
        {
          edit: { start: at, end: (close ?? at) + 1, text: better },
        },
      ),
    )
    walk.fills.push({ start: at, end: (close ?? at) + 1, with: ' ' })
    return (close ?? at) + 1
  }
  const message = 'Curly brackets { } cannot be used in the text.'
  if (close === undefined) {
    walk.findings.push(
      walk.source.finding('brace', at, message, 'Delete the {.', {
        edit: { start: at, end: at + 1, text: '' },
      }),
    )
    walk.fills.push({ start: at, end: at + 1 })
    return at + 1
  }
  const simple = !/[{}<>=;]/.test(inside)
  walk.findings.push(
    walk.source.finding(
      'brace',
      at,
      message,
      !words
        ? 'Delete them.'
        : /^[\w-]+$/.test(words)
          ? `Write the ${words.replace(/[_-]/g, ' ')} itself, or use round brackets: (${words}).`
          : `Use round brackets: (${shortened(words)}).`,
      simple && / /.test(words) ? { edit: { start: at, end: close + 1, text: `(${inside.trim()})` } } : {},
    ),
  )
  walk.fills.push({ start: at, end: at + 1, with: '(' }, { start: close, end: close + 1, with: ')' })
  walk.spent.add(close)
  fillInner(walk, at + 1, close)
  return at + 1
}

/** Brackets inside brackets are part of the same mistake. */
function fillInner(walk: Walk, from: number, to: number) {
  for (let at = from; at < to; at++) {
    if ((walk.text[at] === '{' && !noteAt(walk.text, at)) || walk.text[at] === '}') {
      walk.fills.push({ start: at, end: at + 1 })
      walk.spent.add(at)
    }
  }
}

function strayBrace(walk: Walk, at: number): number {
  if (!walk.spent.has(at)) {
    walk.findings.push(
      walk.source.finding('brace', at, 'Curly brackets { } cannot be used in the text.', 'Delete the }.', {
        edit: { start: at, end: at + 1, text: '' },
      }),
    )
    walk.fills.push({ start: at, end: at + 1 })
  }
  return at + 1
}

function hiddenNote(walk: Walk, note: Note, number: number): number {
  walk.notes.push(note)
  walk.covered.push(note)
  const first = walk.source.starts[number] ?? 0
  const last = walk.source.lineOf(note.end - 1)
  const lastEnd = (walk.source.starts[last] ?? 0) + walk.source.line(last).length
  const alone = !walk.text.slice(first, note.start).trim() && !walk.text.slice(note.end, lastEnd).trim()
  if (!alone && note.end > (walk.blockEnds[number] ?? note.end)) {
    walk.findings.push(
      walk.source.finding(
        'note-lines',
        note.start,
        'A hidden note inside a line cannot hold an empty line.',
        'Put the note on lines of its own, or delete the empty line in it.',
      ),
    )
    walk.fills.push({ ...note, with: ' ' })
  }
  return note.end
}

function openNote(walk: Walk, at: number, blockEnd: number): number {
  const lineEnd = endOfLine(walk.text, at)
  const text = walk.text.slice(at, lineEnd)
  const almost = /^\{\s*\/\*(.*?)\s*\*?\/?\s*\}?$/.exec(text)?.[1]?.trim() ?? ''
  walk.findings.push(
    walk.source.finding(
      'note-open',
      at,
      'The hidden note that opens here is never closed.',
      `Write {/* ${shortened(almost)} */}`,
    ),
  )
  const end = Math.min(blockEnd, lineEnd)
  walk.fills.push({ start: at, end, with: ' ' })
  return end
}

/** The hidden note that starts at an offset, if nothing but notes stands in its brackets. */
export function noteAt(text: string, start: number): Note | undefined {
  let at = skipSpace(text, start + 1)
  const words: string[] = []
  while (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2)
    if (end < 0) return undefined
    words.push(text.slice(at + 2, end).trim())
    at = skipSpace(text, end + 2)
  }
  return words.length && text[at] === '}' ? { start, end: at + 1, words: words.join(' ') } : undefined
}

function less(walk: Walk, at: number, number: number): number {
  const { source, text } = walk
  const blockEnd = walk.blockEnds[number] ?? text.length
  const rest = text.slice(at, Math.min(blockEnd, at + 400))
  if (/^<\s/.test(rest)) return spacedTag(walk, at, rest, blockEnd)
  if (rest.startsWith('<!--')) return htmlComment(walk, at)
  if (/^<[!?%]/.test(rest)) return plainHtml(walk, at, rest, '<! … >')
  if (/^<\/?\s*>/.test(rest)) return plainHtml(walk, at, rest, '<>')
  const mail = /^<(?:mailto:)?([^\s<>@"']+@[^\s<>@"']+\.[^\s<>@"']+)>/.exec(rest)
  if (mail)
    return angled(walk, at, mail[0], 'angle-email', 'An e-mail address', `[${mail[1]}](mailto:${mail[1]})`)
  const web = /^<((?:https?:\/\/|www\.)[^\s<>]+)>/.exec(rest)
  if (web) {
    const address = (web[1] ?? '').replace(/^(http:\/\/|(?=www\.))/, 'https://')
    return angled(
      walk,
      at,
      web[0],
      'angle-address',
      'A web address',
      `[${address.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '')}](${address})`,
    )
  }
  if (!/^<\/?\s*[\p{L}_]/u.test(rest)) return lessThan(walk, at, rest)
  const before = walk.findings.length
  const name = /^<\/?\s*([\p{L}_$][\p{L}\p{N}_$.:-]*)/u.exec(rest)?.[1] ?? ''
  const known = name in walk.vocabulary || isHtml(name) || onlyNear(name, Object.keys(walk.vocabulary))
  // “x<y” in a sentence: no tag was meant.
  if (!known && !comesToEnd(text, at, blockEnd) && !/=/.test(rest.split(/[\r\n]/)[0] ?? ''))
    return lessThan(walk, at, rest)
  const tag = readTag(source, at, blockEnd, walk.findings)
  if (!tag) return lessThan(walk, at, rest)
  walk.tags.push(tag)
  walk.covered.push(tag)
  if (isHtml(tag.name) && !(tag.name in walk.vocabulary)) {
    // What is wrong inside a tag that has to go is not worth a finding.
    walk.findings.length = before
    tag.wrong = true
  }
  return Math.max(tag.end, at + 1)
}

function lessThan(walk: Walk, at: number, rest: string): number {
  const { source } = walk
  const shown =
    /^<[-=~]*\s?[$€£]?[\p{L}\d][\p{L}\d.,/%–-]*/u.exec(rest)?.[0].replace(/[.,/–-]+$/, '') ??
    rest.slice(0, 2).trim()
  const number = shown.replace(/^<[-=~]*\s?/, '')
  const digit = /\d/.test(number[0] ?? '') || /^[$€£]\d/.test(number)
  const equal = /^<=/.test(shown)
  const before = /[\s([“‘"']$|^$/.test(walk.text.slice(Math.max(0, at - 1), at)) ? '' : ' '
  const sign = digit && !equal && shown.startsWith(`<${number}`)
  walk.findings.push(
    source.finding(
      'less-than',
      at,
      `“${shown}”: a “<” directly before ${sign ? 'a number' : digit || !/^\p{L}/u.test(number) ? 'a sign' : 'a word'} is read as the start of a component.`,
      sign
        ? `Write “under ${number}” or “less than ${number}”.`
        : equal && digit
          ? `Write “${number} or less” or “at most ${number}”.`
          : 'Write it in words, for example “less than”, or put a space after the “<”.',
      sign
        ? { edit: { start: at, end: at + shown.length, text: `${before}less than ${number}` } }
        : equal && digit
          ? { edit: { start: at, end: at + shown.length, text: `${before}at most ${number}` } }
          : {},
    ),
  )
  walk.fills.push({ start: at, end: at + 1 })
  return at + 1
}

function spacedTag(walk: Walk, at: number, rest: string, blockEnd: number): number {
  const [spaced = '', name = ''] = /^<\s+\/?\s*([\p{L}_][\p{L}\p{N}_-]*)/u.exec(rest) ?? []
  const right = Object.keys(walk.vocabulary).find((known) => known.toLowerCase() === name.toLowerCase())
  if (!right || !(comesToEnd(walk.text, at, blockEnd) || /=/.test(rest))) return at + 1
  const closing = spaced.includes('/')
  const before = walk.findings.length
  // Read it as if the space were not there: the tag keeps its settings.
  const gap = spaced.length - name.length - 1
  const found = readTag(walk.source, at + gap, blockEnd, walk.findings)
  if (!found) return at + 1
  const tag = { ...found, start: at }
  walk.findings.length = before
  const shown = oneLine(walk.text.slice(at + 1 + gap, tag.end))
  walk.findings.push(
    walk.source.finding(
      'space-in-tag',
      at,
      `There is a space between < and “${closing ? '/' : ''}${name}”.`,
      closing
        ? `Write </${right}> without that space.`
        : `Write <${shown}${tag.kind === 'open' ? ` and </${right}>` : ''} without that space.`,
      { edit: { start: at + 1, end: at + 1 + gap, text: closing ? '/' : '' } },
    ),
  )
  tag.kind = closing ? 'close' : tag.kind
  tag.wrong = true
  walk.tags.push(tag)
  walk.covered.push(tag)
  return tag.end
}

function htmlComment(walk: Walk, at: number): number {
  const close = walk.text.indexOf('-->', at + 4)
  const lineEnd = endOfLine(walk.text, at)
  const end = close < 0 ? lineEnd : close + 3
  const words = walk.text.slice(at + 4, close < 0 ? lineEnd : close).trim()
  const better = `{/* ${oneLine(words)} */}`
  walk.findings.push(
    walk.source.finding(
      'html-comment',
      at,
      'A hidden note cannot be written as <!-- … -->.',
      `Write ${shortened(better)}`,
      words.includes('*/') ? {} : { edit: { start: at, end, text: better } },
    ),
  )
  walk.fills.push({ start: at, end, with: ' ' })
  walk.covered.push({ start: at, end })
  return end
}

function plainHtml(walk: Walk, at: number, rest: string, shown: string): number {
  const length = rest.indexOf('>') + 1 || 1
  walk.findings.push(
    walk.source.finding('html-tag', at, `${shown} is computer code and cannot be used here.`, 'Delete it.'),
  )
  walk.fills.push({ start: at, end: at + length })
  return at + length
}

function angled(walk: Walk, at: number, shown: string, rule: string, what: string, better: string): number {
  const end = at + shown.length
  walk.findings.push(
    walk.source.finding(rule, at, `${what} cannot stand between < and >.`, `Write ${better}`, {
      edit: { start: at, end, text: better },
    }),
  )
  walk.fills.push({ start: at, end })
  walk.covered.push({ start: at, end })
  return end
}

function bracePairs(walk: Walk, at: number, blockEnd: number): Map<number, number> {
  if (walk.braces.end !== blockEnd) {
    const pairs = new Map<number, number>()
    const open: number[] = []
    for (let next = at; next < blockEnd; next++) {
      const character = walk.text[next]
      if (character === '\\') next++
      else if (character === '{') {
        const note = noteAt(walk.text.slice(0, blockEnd), next)
        if (note) next = note.end - 1
        else open.push(next)
      } else if (character === '}') {
        const start = open.pop()
        if (start !== undefined) pairs.set(start, next)
      }
    }
    walk.braces = { end: blockEnd, pairs }
  }
  return walk.braces.pairs
}

function lineEnds(source: SourceText, from: number): { blockEnds: number[]; inlineEnds: number[] } {
  const count = source.starts.length
  const blockEnds = new Array<number>(count)
  const inlineEnds = new Array<number>(count)
  let following: string | undefined
  for (let number = count - 1; number >= 0 && (source.starts[number] ?? 0) + 1 > from - 1; number--) {
    const line = source.line(number)
    const end = source.starts[number + 1] ?? source.text.length
    const goesOn = following !== undefined && following.trim() !== '' && line.trim() !== ''
    blockEnds[number] = goesOn ? (blockEnds[number + 1] ?? end) : end
    const apart =
      !goesOn ||
      ownLine(line) ||
      ownLine(following ?? '') ||
      listStart.test(following ?? '') ||
      /^\s*[<>]|^\s*[`~]{3}/.test(following ?? '')
    inlineEnds[number] = apart ? end : (inlineEnds[number + 1] ?? end)
    following = line
  }
  return { blockEnds, inlineEnds }
}

/** Headings and table rows: their marks never reach into the next line. */
const ownLine = (line: string) => /^\s*(#{1,6}\s|\|)/.test(line)

function fenceEnd(source: SourceText, number: number, marks: string): number | undefined {
  const close = new RegExp(`^[ \\t>]*${marks[0] === '`' ? '`' : '~'}{${marks.length},}[ \\t]*$`)
  for (let next = number + 1; next < source.starts.length; next++)
    if (close.test(source.line(next))) return next
  return undefined
}

function endOfLine(text: string, at: number): number {
  for (let next = at; next < text.length; next++) if (text[next] === '\n' || text[next] === '\r') return next
  return text.length
}

function skipSpace(text: string, at: number): number {
  let next = at
  while (next < text.length && /\s/.test(text[next] ?? '')) next++
  return next
}

const oneLine = (words: string) => words.replace(/\s+/g, ' ')
const shortened = (words: string) => (words.length > 80 ? `${words.slice(0, 79)}…` : words)
