import type { Element, Nodes, Root } from 'hast'
import type { Nodes as MarkdownNodes, Root as MarkdownRoot, RootContent } from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

const converter = unified()
  .use(rehypeParse, { fragment: true })
  .use(() => plainHtml)
  .use(rehypeRemark)
  .use(() => ourGrammar)
  .use(remarkGfm)
  .use(remarkMdx)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one' })

/** True if what was copied comes from a word processor, a mail or a web page, and not from a text editor. */
export function isFormatted(html: string): boolean {
  const text = html.replace(/<!--[\s\S]*?-->/g, '')
  return (
    /<(p|h[1-6]|ul|ol|li|table|strong|em|b|i|a)[\s>]/i.test(text) &&
    !/<(div|span)[^>]*(monospace|white-space:\s*pre)/i.test(text)
  )
}

/** The copied words as clean Markdown: headings, lists, tables, bold, italics and links stay; all else is left out. */
export function markdownFrom(html: string): string {
  return converter
    .processSync(html)
    .toString()
    .replace(/\u00a0/g, ' ')
    .trim()
}

function plainHtml(tree: Root): void {
  tree.children = plain(tree)
}

const leftOut = new Set([
  'style',
  'script',
  'meta',
  'link',
  'title',
  'head',
  'img',
  'svg',
  'iframe',
  'object',
  'input',
  'button',
  'form',
  'o:p',
  'xml',
  'del',
])

function plain(parent: Root | Element): Element['children'] {
  const children = (parent.children as Element['children']).flatMap((node): Element['children'] => {
    if (node.type === 'text') return [{ ...node, value: node.value.replace(/[\r\n]+/g, ' ') }]
    if (node.type !== 'element' || leftOut.has(node.tagName)) return []
    const style = String(node.properties.style ?? '').toLowerCase()
    if (/mso-list:\s*ignore|display:\s*none/.test(style)) return []
    const inner: Element = {
      ...node,
      properties: node.tagName === 'a' ? { href: node.properties.href ?? '' } : {},
      children: plain(node),
    }
    // word processors in a browser wrap all they copy in a “bold” that is not bold
    if (['b', 'strong'].includes(node.tagName) && /font-weight:\s*(normal|400)/.test(style))
      return inner.children
    if (node.tagName === 'span') return styled(inner, style)
    if (node.tagName === 'div' && !inner.children.some(isBlock)) return [{ ...inner, tagName: 'p' }]
    if (['div', 'font', 'section', 'article', 'center', 'u'].includes(node.tagName)) return inner.children
    const className = ([] as unknown[]).concat(node.properties.className ?? []).join(' ')
    if (node.tagName === 'p' && (/mso-list:/.test(style) || /MsoListParagraph/.test(className)))
      return [listItem(inner, node)]
    if (node.tagName === 'p' && /MsoTitle/.test(className)) return [{ ...inner, tagName: 'h1' }]
    return [inner]
  })
  return inLists(children)
}

function styled(span: Element, style: string): Element['children'] {
  if (!textIn(span).trim()) return span.children
  let inner: Element['children'] = span.children
  if (/font-style:\s*italic/.test(style))
    inner = [{ type: 'element', tagName: 'em', properties: {}, children: inner }]
  if (/font-weight:\s*(bold|[6-9]00)/.test(style))
    inner = [{ type: 'element', tagName: 'strong', properties: {}, children: inner }]
  return inner
}

/** Word writes the items of a list as paragraphs that begin with their mark. */
function listItem(inner: Element, original: Element): Element {
  const mark = /^\s*(?:(\(?\w{1,3}[.)])|[·•o§▪–-])\s/.exec(textIn(original))
  const first = inner.children.find((child) => child.type === 'text')
  if (first?.type === 'text') first.value = first.value.replace(/^\s*(?:\(?\w{1,3}[.)]|[·•o§▪–-])\s+/, '')
  return { ...inner, tagName: 'li', properties: { numbered: Boolean(mark?.[1]) } }
}

function inLists(children: Element['children']): Element['children'] {
  const result: Element['children'] = []
  let open: Element | undefined
  for (const child of children) {
    const item = child.type === 'element' && child.tagName === 'li' && 'numbered' in child.properties
    if (item) {
      const tagName = child.properties.numbered ? 'ol' : 'ul'
      if (open?.tagName !== tagName) {
        open = { type: 'element', tagName, properties: {}, children: [] }
        result.push(open)
      }
      open.children.push({ ...child, properties: {} })
    } else if (!(open && child.type === 'text' && !child.value.trim())) {
      open = undefined
      result.push(child)
    }
  }
  return result
}

/** Only what an article may hold: headings from the second to the fourth rank, and links to the web, to mail and to telephones. */
function ourGrammar(tree: MarkdownRoot): void {
  tree.children = tree.children.filter(({ type }) => type !== 'thematicBreak' && type !== 'html')
  const ranks: number[] = []
  visit(tree, 'heading', ({ depth }) => void ranks.push(depth))
  const shift = 2 - Math.min(...ranks, 6)
  visit(tree, (node: MarkdownNodes, index, parent) => {
    if (node.type === 'heading') {
      node.depth = Math.min(4, Math.max(2, node.depth + shift)) as 2
      node.children = node.children.flatMap((child) => (child.type === 'strong' ? child.children : [child]))
    }
    if (node.type === 'list') node.spread = false
    if (node.type === 'listItem') node.spread = false
    // a table without a row of headings gets an empty one, which is no use to anybody
    if (node.type === 'table' && node.children[0]?.children.every(({ children }) => children.length === 0))
      node.children.shift()
    if (node.type === 'code')
      Object.assign(node, { type: 'paragraph', children: [{ type: 'text', value: node.value }] })
    if (node.type === 'inlineCode') Object.assign(node, { type: 'text' })
    if (!parent || index === undefined) return
    const space: RootContent[] =
      node.type === 'break' && parent.type !== 'root' ? [{ type: 'text', value: ' ' }] : []
    if (node.type === 'html' || node.type === 'image' || node.type === 'break')
      parent.children.splice(index, 1, ...space)
    else if (node.type === 'link' && !/^(https?:|mailto:|tel:)/.test(node.url))
      parent.children.splice(index, 1, ...(node.children as RootContent[]))
    else return
    return index
  })
  tree.children = tree.children.filter(
    (node) =>
      node.type !== 'paragraph' || node.children.some((child) => child.type !== 'text' || child.value.trim()),
  )
}

const isBlock = (node: Nodes) =>
  node.type === 'element' && /^(p|h[1-6]|ul|ol|li|table|blockquote|div|section)$/.test(node.tagName)

function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textIn).join('') : ''
}
