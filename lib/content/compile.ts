import type { Root as HastRoot } from 'hast'
import type { Heading, Link, List, ListItem, Nodes, Root, RootContent } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { bundleMDX } from 'mdx-bundler'
import remarkGfm from 'remark-gfm'
import { type Document, headingIds, plainText } from './article'
import { linkTarget } from './inline'
import { ways } from './schema'

export type CompileOptions = {
  /** mark each block with its line in the source, for the jump from the preview to the source */
  lines?: boolean
}

/** What is compiled. The tree is the very one that the checker has read; a text without one is read again, which takes twice as long. */
export type Compiled = Pick<Document, 'kind' | 'text'> & Partial<Pick<Document, 'tree'>>

/** The code of an article or comparison whose form has been found good. It writes nothing. */
export async function compile({ kind, text, tree }: Compiled, options: CompileOptions = {}): Promise<string> {
  const { code } = await bundleMDX({
    source: tree ? '' : text.replace(/^\uFEFF/, ''),
    mdxOptions: (settings) => ({
      ...settings,
      remarkPlugins: [
        ...(tree ? [[takeTree, tree] as const] : [...(settings.remarkPlugins ?? []), remarkGfm]),
        [arrange, kind, options],
      ] as never,
      rehypePlugins: [...(settings.rehypePlugins ?? []), ...(kind === 'comparison' ? [withoutBlanks] : [])],
    }),
    esbuildOptions: (settings) => ({ ...settings, target: 'es2022', minify: false }),
  })
  return code
}

/** Puts a copy of a tree in the place of what was read; the later steps change it. */
function takeTree(this: unknown, tree: Root) {
  return () => structuredClone({ ...tree, children: tree.children.filter(({ type }) => type !== 'yaml') })
}

/** Turns headings, claim links and lists of weeks into the components that the registry draws. */
function arrange(this: unknown, kind: Document['kind'], options: CompileOptions) {
  return (tree: Root) => {
    dress(tree, options)
    tree.children = inParts(tree.children, kind, options)
  }
}

/** A comparison is drawn as the rows of a table, and between rows no text may stand, not even a line end. */
function withoutBlanks() {
  return (tree: HastRoot) => {
    tree.children = tree.children.filter(({ type }) => type !== 'text')
  }
}

function inParts(nodes: RootContent[], kind: Document['kind'], options: CompileOptions): RootContent[] {
  const before: RootContent[] = []
  const parts: MdxJsxFlowElement[] = []
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 2)
      parts.push(part(kind === 'article' ? 'Part' : 'Row', node, options))
    else if (parts.length) parts.at(-1)?.children.push(node as never)
    else before.push(node)
  }
  if (kind === 'comparison')
    for (const row of parts) row.children = inCells(row.children as RootContent[]) as never
  return [...before, ...parts]
}

function inCells(nodes: RootContent[]): RootContent[] {
  const cells: MdxJsxFlowElement[] = []
  for (const node of nodes) {
    if (isHeadingElement(node)) cells.push(element('Cell', { option: plainText(node).trim() }))
    else cells.at(-1)?.children.push(node as never)
  }
  return cells
}

function part(name: string, heading: Heading, { lines }: CompileOptions): MdxJsxFlowElement {
  const [id = '', ...oldIds] = headingIds(heading)
  return element(name, {
    id,
    oldIds: oldIds.join(' '),
    title: plainText(heading).trim(),
    ...(lines && lineOf(heading)),
  })
}

/** Changes the nodes below a node in place. */
function dress(node: Nodes, options: CompileOptions): void {
  if (!('children' in node)) return
  node.children = node.children.map((child) => {
    dress(child, options)
    if (options.lines && 'children' in child && !child.type.startsWith('mdx')) markLine(child)
    return dressed(child)
  }) as never
}

function dressed(node: Nodes): Nodes {
  if (node.type === 'link') return dressedLink(node)
  if (node.type === 'heading' && node.depth > 2) return subHeading(node)
  if (node.type === 'mdxJsxFlowElement' && node.name === 'Timeline')
    node.children = withItems(node, timelineItem) as never
  if (node.type === 'mdxJsxFlowElement' && node.name === 'Ways')
    node.children = withItems(node, wayItem) as never
  return node
}

function dressedLink(link: Link): Nodes {
  const target = linkTarget(link.url)
  if (target.type === 'link') return link
  return inlineElement(target.type === 'claim' ? 'ClaimLink' : 'TermLink', { id: target.id }, link.children)
}

function subHeading(heading: Heading): Nodes {
  const [id = '', ...oldIds] = headingIds(heading)
  const children = id ? heading.children.slice(0, -1) : heading.children
  return {
    ...element('SubHeading', { id, oldIds: oldIds.join(' '), depth: String(heading.depth) }),
    children: children as never,
  }
}

function withItems(
  node: MdxJsxFlowElement,
  itemFrom: (item: ListItem, index: number) => RootContent,
): RootContent[] {
  return node.children.flatMap((child) =>
    child.type === 'list' ? (child as List).children.map(itemFrom) : [child],
  )
}

/** **Weeks 3 to 8** at the start of an item says which marks of the strip are filled. */
function timelineItem(item: ListItem): RootContent {
  const { label, children } = labelled(item)
  const [from = 1, to = from] = [...label.matchAll(/\d+/g)].map(([number]) => Number(number))
  return { ...element('Weeks', { label, from: String(from), to: String(to) }), children: children as never }
}

/** The ways stand in their fixed order, so the place in the list says which sign an item gets. */
function wayItem(item: ListItem, index: number): RootContent {
  const { label, children } = labelled(item)
  return { ...element('WayIn', { label, way: ways[index] ?? '' }), children: children as never }
}

function labelled(item: ListItem): { label: string; children: RootContent[] } {
  const [opening, ...others] = item.children
  if (opening?.type !== 'paragraph' || opening.children[0]?.type !== 'strong')
    return { label: '', children: item.children }
  return {
    label: plainText(opening.children[0]),
    children: [{ ...opening, children: opening.children.slice(1) }, ...others],
  }
}

function element(name: string, settings: Record<string, string>): MdxJsxFlowElement {
  return { type: 'mdxJsxFlowElement', name, attributes: attributes(settings), children: [] }
}

function inlineElement(
  name: string,
  settings: Record<string, string>,
  children: Link['children'],
): MdxJsxTextElement {
  return { type: 'mdxJsxTextElement', name, attributes: attributes(settings), children }
}

const attributes = (settings: Record<string, string>) =>
  Object.entries(settings)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ type: 'mdxJsxAttribute' as const, name, value }))

const isHeadingElement = (node: Nodes) => node.type === 'mdxJsxFlowElement' && node.name === 'SubHeading'

const lineOf = (node: Nodes): Record<string, string> => ({ line: String(node.position?.start.line ?? '') })

function markLine(node: Nodes): void {
  node.data = {
    ...node.data,
    hProperties: {
      ...(node.data as { hProperties?: object })?.hProperties,
      'data-line': node.position?.start.line,
    },
  } as never
}
