import type { Finding } from './finding'

/** A place in a file as the editor shows it, both from 1. */
export type Place = { line: number; column: number }

type More = { severity?: Finding['severity']; edit?: { start: number; end: number; text: string } }

/** A text with its places. Offsets count from the first character that an editor shows, so without a byte-order mark. */
export type SourceText = {
  file: string
  text: string
  /** where each line starts; a line ends with a line feed, a carriage return, or both */
  starts: number[]
  at(offset: number): Place
  /** the number of the line, from 0, in which the offset lies */
  lineOf(offset: number): number
  /** the text of a line, numbered from 0, without its end */
  line(number: number): string
  finding(rule: string, offset: number, message: string, fix: string, more?: More): Finding
}

/** The text of a file with the place of every character. */
export function sourceText(source: { file: string; text: string }): SourceText {
  const mark = source.text.startsWith('\uFEFF') ? 1 : 0
  const text = source.text.slice(mark)
  const starts = lineStarts(text)
  const lineOf = (offset: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const at = (offset: number): Place => {
    const line = lineOf(offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
  return {
    file: source.file,
    text,
    starts,
    at,
    lineOf,
    line: (number) =>
      text.slice(starts[number] ?? text.length, starts[number + 1] ?? text.length).replace(/[\r\n]+$/, ''),
    finding(rule, offset, message, fix, { severity = 'fix', edit } = {}) {
      const place = at(Math.max(0, Math.min(offset, text.length)))
      const finding: Finding = { file: source.file, ...place, severity, rule, message, fix }
      // An edit counts in the text as read, where a byte-order mark is one more character.
      if (edit) finding.edit = { start: edit.start + mark, end: edit.end + mark, text: edit.text }
      return finding
    },
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length)
  return starts
}
