import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import render from 'dom-serializer'
import { type ChildNode, type Document, Element, isTag, isText } from 'domhandler'
import { getElementsByTagName, textContent } from 'domutils'
import { parseDocument } from 'htmlparser2'

/** The tree of a page. */
export function parseHtml(html: string): Document {
  return parseDocument(html)
}

/** The text of a page. */
export function formatHtml(page: Document): string {
  return render(page, { encodeEntities: 'utf8' })
}

/** The text of some parts of a page. */
export function formatNodes(nodes: ChildNode[]): string {
  return render(nodes, { encodeEntities: 'utf8' })
}

/** All elements of a page with one of these names, in the order in which they stand. */
export function elementsNamed(page: Document, ...names: string[]): Element[] {
  return getElementsByTagName((name) => names.includes(name), page, true)
}

/** The one element of this name that every page has. */
export function theElement(page: Document, name: 'html' | 'head' | 'body'): Element {
  const [element] = elementsNamed(page, name)
  if (!element) throw new Error(`A page without <${name}> came from the framework.`)
  return element
}

/** A new element without content. */
export function newElement(name: string, attributes: Record<string, string>): Element {
  return new Element(name, attributes)
}

/** What a page must not lose on its way: its visible text, its ids, where its links lead, and what it says about itself. */
export type Facts = { text: string; ids: string[]; links: string[]; metadata: string[] }

/** The facts of a page. */
export function factsOf(page: Document): Facts {
  const facts: Facts = { text: '', ids: [], links: [], metadata: [] }
  const words: string[] = []
  const visit = (node: Document | Element | Document['children'][number], hidden: boolean) => {
    if (isText(node) && !hidden) words.push(node.data)
    if (!('children' in node)) return
    if (isTag(node)) {
      const { id, href, src, popovertarget } = node.attribs
      if (id !== undefined && node.name !== 'script') facts.ids.push(id)
      if (node.name !== 'script' && node.name !== 'link') {
        for (const address of [href, src, popovertarget])
          if (address !== undefined) facts.links.push(`${node.name} ${address}`)
      }
      if (saysSomething(node))
        facts.metadata.push(
          `${node.name} ${JSON.stringify(node.attribs)} ${node.name === 'title' ? textContent(node) : ''}`,
        )
    }
    const below = hidden || (isTag(node) && silent.has(node.name))
    for (const child of node.children) visit(child, below)
  }
  visit(page, false)
  facts.text = words.join('')
  return facts
}

const silent = new Set(['script', 'style', 'template', 'title'])
const loading = new Set(['preload', 'preconnect', 'modulepreload', 'stylesheet'])

/** True for elements that say something about the page, and do not just load something for it. */
function saysSomething({ name, attribs }: Element): boolean {
  return (
    name === 'html' ||
    name === 'title' ||
    name === 'meta' ||
    (name === 'link' && !loading.has(attribs.rel ?? ''))
  )
}

/** The paths of the files below a folder, with / between their parts. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).split(sep).join('/'))
    .sort()
}

/** A short name that changes with what it stands for. */
export function hashOf(...pieces: (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('base64url').slice(0, 12)
}
