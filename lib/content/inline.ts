import type { PhrasingContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** A piece of a line of text with its links, as key points and other short texts hold it. */
export type Inline =
  | { type: 'text'; value: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  | { type: 'claim' | 'term'; id: string; children: Inline[] }
  | { type: 'link'; address: string; children: Inline[] }

const parser = unified().use(remarkParse)

/** The pieces of one line of Markdown; block marks such as # or - stay text. */
export function parseInline(text: string): Inline[] {
  // A letter in front keeps “1. …”, “# …” and the like from becoming blocks; it is taken off again below.
  const first = parser.parse(`x${text.replace(/\s*\n\s*/g, ' ')}`).children[0]
  if (first?.type !== 'paragraph') return [{ type: 'text', value: text }]
  const pieces = first.children.flatMap(toInline)
  const opening = pieces[0]
  if (opening?.type === 'text') opening.value = opening.value.slice(1)
  return pieces
}

/** The claims and terms a line links to, in its order. */
export function linksOf(pieces: Inline[]): { type: 'claim' | 'term'; id: string }[] {
  return pieces.flatMap((piece) => {
    if (piece.type === 'text') return []
    const own = piece.type === 'claim' || piece.type === 'term' ? [{ type: piece.type, id: piece.id }] : []
    return [...own, ...linksOf(piece.children)]
  })
}

/** The words of a line without its links and marks. */
export function plainInline(pieces: Inline[]): string {
  return pieces.map((piece) => (piece.type === 'text' ? piece.value : plainInline(piece.children))).join('')
}

/** Where a link leads: to a claim, to a term of the glossary, or to an address. */
export function linkTarget(
  url: string,
): { type: 'claim' | 'term'; id: string } | { type: 'link'; address: string } {
  const [, type, id] = url.match(/^(claim|term):(.+)$/) ?? []
  return id ? { type: type as 'claim' | 'term', id } : { type: 'link', address: url }
}

function toInline(node: PhrasingContent): Inline[] {
  if (node.type === 'text' || node.type === 'inlineCode') return [{ type: 'text', value: node.value }]
  if (node.type === 'strong' || node.type === 'emphasis')
    return [{ type: node.type, children: node.children.flatMap(toInline) }]
  if (node.type === 'link') return [{ ...linkTarget(node.url), children: node.children.flatMap(toInline) }]
  if (node.type === 'html') return [{ type: 'text', value: node.value }]
  return []
}
