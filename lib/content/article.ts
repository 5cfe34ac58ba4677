import type { Heading, Nodes, Root, RootContent } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { articleAddress, comparisonAddress } from '../addresses'
import { linksOf, linkTarget, parseInline } from './inline'
import type { Parsed } from './parse'
import { type ArticleDetails, type Change, type ComparisonDetails, groups, type Way } from './schema'

/** A part of an article or comparison that has its own address: a section, a question or a row. */
export type Section = {
  kind: 'section' | 'question' | 'row'
  id: string
  /** ids it had before; links to them still arrive */
  oldIds: string[]
  title: string
  line: number
  column: number
  /** the words of the section, without marks */
  text: string
  claims: string[]
  /** what it holds in the tree; the heading itself is not among it */
  children: RootContent[]
}

/** A heading below a section; it has a place but no page of its own. */
export type SubHeading = {
  id: string
  oldIds: string[]
  title: string
  depth: number
  line: number
  column: number
}

/** A question for the visit, from an Ask list. */
export type Question = { about: Way | 'any'; text: string; section: string }

type Common = {
  language: string
  /** the file without folder and ending: conditions/depression */
  path: string
  file: string
  address: string
  tree: Root
  text: string
  sections: Section[]
  /** ids that lead to a place without a page of its own */
  subHeadings: SubHeading[]
  /** claims and terms in the order of their first use */
  claims: string[]
  terms: string[]
  changes: Change[]
  place: Parsed<unknown>['place']
}

export type Article = Common & {
  kind: 'article'
  details: ArticleDetails
  questionsToAsk: Question[]
  /** comparisons that are shown in the article, with the rows it shows (all when empty) */
  comparisons: { of: string; rows: string[] }[]
}

export type Comparison = Common & { kind: 'comparison'; details: ComparisonDetails }

export type Document = Article | Comparison

/** The article that a parsed file holds; its details must have been found good. */
export function articleFrom(
  parsed: Parsed<ArticleDetails>,
  details: ArticleDetails,
  path: string,
  language: string,
): Article {
  const common = commonPart(parsed, path, articleAddress(path, language), language)
  const inDetails = [details.summary, details.whoFor, details.notHere ?? '', ...details.keyPoints].flatMap(
    (line) => linksOf(parseInline(line)),
  )
  const sections = sectionsOf(parsed.tree, 'section')
  return {
    kind: 'article',
    ...common,
    details,
    sections: [...sections, ...questionsOf(parsed.tree)].sort((a, b) => a.line - b.line),
    claims: unique([...idsOf(inDetails, 'claim'), ...common.claims]),
    terms: unique([...idsOf(inDetails, 'term'), ...common.terms]),
    changes: details.changes ?? [],
    questionsToAsk: sections.flatMap((section) => asksOf(section)),
    comparisons: elements(parsed.tree, 'Comparison').map((element) => ({
      of: setting(element, 'of'),
      rows: rowList(setting(element, 'rows')),
    })),
  }
}

/** The comparison that a parsed file holds; its details must have been found good. */
export function comparisonFrom(
  parsed: Parsed<ComparisonDetails>,
  details: ComparisonDetails,
  path: string,
  language: string,
): Comparison {
  const common = commonPart(parsed, path, comparisonAddress(path, language), language)
  return {
    kind: 'comparison',
    ...common,
    details,
    sections: sectionsOf(parsed.tree, 'row'),
    // the headings below a row are its options, not places
    subHeadings: [],
    changes: details.changes ?? [],
  }
}

/** Articles in the order of the list of all pages: by group, and in their group as they say. */
export const inOrder = (articles: Article[]): Article[] =>
  articles.toSorted(
    (a, b) =>
      groups.indexOf(a.details.group) - groups.indexOf(b.details.group) || a.details.order - b.details.order,
  )

/** The cells of a row, by option: the name of the option as written and what stands under it. */
export function cellsOf(
  row: Section,
): { option: string; line: number; column: number; children: RootContent[]; text: string }[] {
  const cells: ReturnType<typeof cellsOf> = []
  for (const child of row.children) {
    if (child.type === 'heading' && child.depth === 3) {
      cells.push({ option: plainText(child).trim(), ...positionOf(child), children: [], text: '' })
    } else cells.at(-1)?.children.push(child)
  }
  for (const cell of cells) cell.text = cell.children.map(plainText).join(' ')
  return cells
}

/** The cells of a row under the names of their options. */
export const answersOf = ({ details: { options } }: Comparison, row: Section) =>
  cellsOf(row).map((cell) => ({
    ...cell,
    name: options.find(({ id }) => id === cell.option)?.name ?? cell.option,
  }))

/** What a row says in short: the first block under each of its options; a comment is none. */
export const shortAnswers = (row: Section): RootContent[] =>
  cellsOf(row).flatMap(({ children }) => children.find(({ type }) => type !== 'mdxFlowExpression') ?? [])

/** The claims and terms that some blocks link to, in the order of their first use. */
export function linkedFrom(children: RootContent[]): { claims: string[]; terms: string[] } {
  const links = children.flatMap(linksBelow)
  return { claims: unique(idsOf(links, 'claim')), terms: unique(idsOf(links, 'term')) }
}

/** The ids in the comment at the end of a heading: {/* #side-effects #unwanted-effects *​/}; the first is the address. */
export function headingIds(heading: Heading): string[] {
  const comment = heading.children.at(-1)
  if (comment?.type !== 'mdxTextExpression') return []
  return [...comment.value.matchAll(/#([^\s#*]+)/g)].map(([, id]) => id as string)
}

/** The words under a node as a reader sees them. */
export function plainText(node: Nodes): string {
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression' || node.type === 'yaml')
    return ''
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const question = isElement(node) ? setting(node, 'question') : ''
  const blocks = node.children.some((child) => blockTypes.has(child.type))
  return [question, ...node.children.map(plainText)].filter(Boolean).join(blocks || question ? ' ' : '')
}

const blockTypes = new Set([
  'paragraph',
  'list',
  'listItem',
  'heading',
  'table',
  'tableRow',
  'tableCell',
  'blockquote',
  'mdxJsxFlowElement',
])

/** All components of one name below a node. */
export function elements(node: Nodes, name: string): (MdxJsxFlowElement | MdxJsxTextElement)[] {
  const own = isElement(node) && node.name === name ? [node] : []
  return 'children' in node ? [...own, ...node.children.flatMap((child) => elements(child, name))] : own
}

/** The value of a quoted setting of a component, or an empty text. */
export function setting(element: MdxJsxFlowElement | MdxJsxTextElement, name: string): string {
  const found = element.attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name,
  )
  return typeof found?.value === 'string' ? found.value : ''
}

/** The rows named in a setting such as rows="will-it-work, side-effects". */
export function rowList(rows: string): string[] {
  return rows
    .split(',')
    .map((row) => row.trim())
    .filter(Boolean)
}

function commonPart(parsed: Parsed<unknown>, path: string, address: string, language: string): Common {
  return {
    language,
    path,
    file: parsed.source.file,
    address,
    tree: parsed.tree,
    text: parsed.source.text,
    sections: [],
    subHeadings: subHeadingsOf(parsed.tree),
    ...linkedFrom(parsed.tree.children),
    changes: [],
    place: parsed.place,
  }
}

function sectionsOf(tree: Root, kind: 'section' | 'row'): Section[] {
  const sections: Section[] = []
  for (const child of tree.children) {
    if (child.type === 'heading' && child.depth === 2)
      sections.push(newSection(kind, child, headingIds(child), plainText(child).trim()))
    else sections.at(-1)?.children.push(child)
  }
  return sections.map(filled)
}

function questionsOf(tree: Root): Section[] {
  return elements(tree, 'Faq').map((faq) => {
    const section = newSection('question', faq, [setting(faq, 'id')], setting(faq, 'question'))
    section.children = faq.children as RootContent[]
    return filled(section)
  })
}

function subHeadingsOf(tree: Root): SubHeading[] {
  return tree.children.flatMap((node) => {
    if (node.type !== 'heading' || node.depth < 3) return []
    const [id = '', ...oldIds] = headingIds(node)
    return [{ id, oldIds, title: plainText(node).trim(), depth: node.depth, ...positionOf(node) }]
  })
}

function newSection(
  kind: Section['kind'],
  node: Nodes,
  [id = '', ...oldIds]: string[],
  title: string,
): Section {
  return { kind, id, oldIds, title, ...positionOf(node), text: '', claims: [], children: [] }
}

function filled(section: Section): Section {
  return {
    ...section,
    text: section.children.map(plainText).filter(Boolean).join(' '),
    claims: linkedFrom(section.children).claims,
  }
}

function asksOf(section: Section): Question[] {
  return elements({ type: 'root', children: section.children }, 'Ask').flatMap((ask) =>
    ask.children.flatMap((list) =>
      list.type === 'list'
        ? list.children.map((item) => ({
            about: (setting(ask, 'about') || 'any') as Question['about'],
            text: plainText(item).trim(),
            section: section.id,
          }))
        : [],
    ),
  )
}

function linksBelow(node: Nodes): { type: 'claim' | 'term'; id: string }[] {
  if (node.type === 'link') {
    const target = linkTarget(node.url)
    return target.type === 'link' ? [] : [target]
  }
  const drawn =
    isElement(node) && node.name === 'People' ? [{ type: 'claim' as const, id: setting(node, 'claim') }] : []
  return 'children' in node ? [...drawn, ...node.children.flatMap(linksBelow)] : drawn
}

const isElement = (node: Nodes): node is MdxJsxFlowElement | MdxJsxTextElement =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'

const positionOf = (node: Nodes) => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
})

const idsOf = (links: { type: string; id: string }[], type: string) =>
  links.filter((link) => link.type === type).map(({ id }) => id)

const unique = <T>(list: T[]) => [...new Set(list)]
