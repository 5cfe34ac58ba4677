import type { Finding } from '../finding'
import type { SourceText } from '../source-text'

/** Where the details of an article stand, and where its words begin. */
export type DetailsBlock = { start: number; end: number; body: number; findings: Finding[] }

const dashes = /^---[ \t]*$/
const nearlyDashes = /^\s*([-—–‐‑−_=*]+)[ \t]*$/
const detail = /^([A-Za-z][\w-]*\s*:(\s|$|\S)|\s+\S|-\s|#\s|\s*$)/

/** The block of details at the top of an article, found even where its dashes are wrong or missing. */
export function detailsBlock(source: SourceText): DetailsBlock {
  const first = source.line(0)
  if (dashes.test(first)) return opened(source)
  if (nearlyDashes.test(first) && first.trim().length < 80) return withOddDashes(source, first.trim())
  return unopened(source)
}

function opened(source: SourceText): DetailsBlock {
  for (let number = 1; number < source.starts.length; number++) {
    const line = source.line(number)
    if (dashes.test(line)) return block(source, 1, number, number + 1, [])
    // A line that is meant to close the block, before the text that follows it.
    if (nearlyDashes.test(line) && /[-—–‐‑−_=]{2,}|^\s*[—–]\s*$/.test(line) && !closesLater(source, number)) {
      const finding = source.finding(
        'details-dashes',
        source.starts[number] ?? 0,
        `The line that closes the details is “${shortened(line.trim())}”. It must be exactly three short dashes.`,
        'Write --- instead.',
        { edit: lineEdit(source, number, '---') },
      )
      return block(source, 1, number, number + 1, [finding])
    }
  }
  const end = lastDetail(source, 1)
  const finding = source.finding(
    'details-not-closed',
    0,
    'The details block that starts on line 1 is never closed.',
    'Add a line with three dashes (---) after the last detail, before the text.',
  )
  return block(source, 1, end, end, [finding])
}

function closesLater(source: SourceText, number: number): boolean {
  for (let next = number + 1; next < source.starts.length; next++) {
    const line = source.line(next)
    if (dashes.test(line)) return true
    if (!detail.test(line)) return false
  }
  return false
}

function withOddDashes(source: SourceText, first: string): DetailsBlock {
  let close = -1
  for (let number = 1; number < source.starts.length && close < 0; number++) {
    const line = source.line(number)
    if (nearlyDashes.test(line)) close = number
    else if (!detail.test(line)) break
  }
  const long = /^[—–]/.test(first)
  const lines = close < 0 ? 'line 1' : `lines 1 and ${close + 1}`
  const edits = lineEdit(source, 0, '---')
  const whole =
    close < 0
      ? edits
      : {
          start: 0,
          end: lineEdit(source, close, '').end,
          text: `---${source.text.slice(edits.end, source.starts[close])}---`,
        }
  const finding = source.finding(
    'details-dashes',
    0,
    long
      ? `The first line is a long dash (${first[0]}). It must be three short dashes.`
      : 'The first line must be exactly three dashes.',
    long
      ? `Type --- on ${lines} (your word processor may have changed them).`
      : `Write --- instead of ${shortened(first)}.`,
    { edit: whole },
  )
  const end = close < 0 ? lastDetail(source, 1) : close
  return block(source, 1, end, close < 0 ? end : close + 1, [finding])
}

function unopened(source: SourceText): DetailsBlock {
  const start = firstFilledLine(source)
  // Empty lines before the dashes: all else is as it should be.
  if (start > 0 && dashes.test(source.line(start))) {
    const finding = source.finding(
      'details-missing',
      0,
      'The page must begin with the details block.',
      'Delete the empty lines above the first three dashes (---).',
      {
        edit: { start: 0, end: source.starts[start] ?? 0, text: '' },
      },
    )
    let close = start + 1
    while (close < source.starts.length && !dashes.test(source.line(close))) close++
    return block(source, start + 1, close, close + 1, [finding])
  }
  const finding = source.finding(
    'details-missing',
    0,
    'The page must begin with the details block.',
    'Make line 1 three dashes (---), then the details, then three dashes again.',
  )
  if (!/^[A-Za-z][\w-]*\s*:\s/.test(`${source.line(start)} `))
    return block(source, start, start, start, [finding])
  let close = start
  while (
    close < source.starts.length &&
    detail.test(source.line(close)) &&
    !nearlyDashes.test(source.line(close))
  )
    close++
  return nearlyDashes.test(source.line(close))
    ? block(source, start, close, close + 1, [finding])
    : block(source, start, lastDetail(source, start), lastDetail(source, start), [finding])
}

/** The number of the line after the last one that looks like a detail; an empty line ends them. */
function lastDetail(source: SourceText, from: number): number {
  let number = from
  while (number < source.starts.length && source.line(number).trim() && detail.test(source.line(number)))
    number++
  return number
}

function firstFilledLine(source: SourceText): number {
  let number = 0
  while (number < source.starts.length - 1 && !source.line(number).trim()) number++
  return number
}

function block(
  source: SourceText,
  from: number,
  to: number,
  body: number,
  findings: Finding[],
): DetailsBlock {
  const at = (line: number) => source.starts[line] ?? source.text.length
  return { start: at(from), end: Math.max(at(from), at(to)), body: at(body), findings }
}

function lineEdit(source: SourceText, number: number, text: string) {
  const start = source.starts[number] ?? 0
  return { start, end: start + source.line(number).length, text }
}

const shortened = (words: string) => (words.length > 20 ? `${words.slice(0, 19)}…` : words)
