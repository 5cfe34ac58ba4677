/** How a text is written in its file, beyond its letters: the mark before the first one, and how its lines end. */
export type Form = { mark: '' | '\uFEFF'; lineEnd: '\n' | '\r\n' | 'mixed' }

/** The form of a text. When its lines end in different ways they are left alone: the editor then shows each carriage return as a sign. */
export function formOf(text: string): Form {
  const all = text.match(/\r\n|\r|\n/g) ?? []
  const lineEnd = all.every((end) => end === '\n')
    ? '\n'
    : all.every((end) => end === '\r\n')
      ? '\r\n'
      : 'mixed'
  return { mark: text.startsWith('\uFEFF') ? '\uFEFF' : '', lineEnd }
}

/** The text as an editor holds it: without the mark, each line ending in one letter. */
export function shownText(text: string, { mark, lineEnd }: Form): string {
  const shown = text.slice(mark.length)
  return lineEnd === '\r\n' ? shown.replaceAll('\r\n', '\n') : shown
}

/** The text as its file holds it. */
export function fileText(shown: string, { mark, lineEnd }: Form): string {
  return mark + (lineEnd === '\r\n' ? shown.replaceAll('\n', '\r\n') : shown)
}

/** The one stretch in which two texts differ. */
export function difference(before: string, after: string): { from: number; to: number; insert: string } {
  let from = 0
  while (from < before.length && before[from] === after[from]) from++
  let [to, end] = [before.length, after.length]
  while (to > from && end > from && before[to - 1] === after[end - 1]) {
    to--
    end--
  }
  return { from, to, insert: after.slice(from, end) }
}

/** The line in which the words begin, below the details at the top. */
export function firstLineOfWords(text: string): number {
  const details = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?^---[ \t]*\r?\n\s*/m.exec(text)
  return details?.index === 0 ? details[0].split('\n').length : 1
}
