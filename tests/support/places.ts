import { type ChildNode, type Document, type Element, hasChildren, isTag, isText } from 'domhandler'
import { findOne } from 'domutils'
import { plain } from './topics'

/** What stands at an id of a page: the words of the section, question, row or list that it opens. */
export function textAt(page: Document, id: string): string | undefined {
  const element = findOne((node) => node.attribs.id === id, page)
  return element ? plain(wordsOf(partAround(element))) : undefined
}

const parts = new Set(['section', 'details', 'tr', 'nav', 'li'])

function partAround(element: Element): Element {
  for (let node: Element['parent'] = element; node; node = node.parent)
    if (isTag(node) && parts.has(node.name)) return node
  return element
}

/** The words of a part, without the numbers of notes in the middle of sentences. */
function wordsOf(node: ChildNode): string {
  if (isText(node)) return node.data
  if (!hasChildren(node) || (isTag(node) && node.attribs.class === 'claim')) return ''
  return node.children.map(wordsOf).join('')
}
