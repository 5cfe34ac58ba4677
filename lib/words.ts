/** A text of the interface with its {curly} parts filled in. */
export function fill(text: string, parts: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parts[name] ?? whole))
}

/** The first sentences of a text, as many as fit into a length, but at least one; if that one is too long, it is cut after a word. */
export function firstSentences(text: string, length: number, language: string): string {
  const [first = '', ...others] = sentences(text, language)
  let start = first
  for (const sentence of others) {
    if (start.length + 1 + sentence.length > length) break
    start += ` ${sentence}`
  }
  return start.length <= length ? start : `${start.slice(0, length - 1).replace(/\s+\S*$/, '')}…`
}

/** The sentences of a text. */
export function sentences(text: string, language: string): string[] {
  const plain = text.replace(/\s+/g, ' ').trim()
  return Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(plain), ({ segment }) =>
    segment.trim(),
  )
}

/** A text with its first letter as it stands at the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
