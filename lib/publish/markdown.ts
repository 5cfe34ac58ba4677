import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BlockContent, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { markdownAddress } from '../addresses'
import {
  answersOf,
  type Comparison,
  type Document,
  documentsOf,
  type Library,
  lastChange,
  type Section,
} from '../content'
import { inWords } from '../dates'
import { fill } from '../words'
import type { Build } from './step'

const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', rule: '-' })

/** Writes each article and comparison as plain Markdown, for readers and programs that want only the words. */
export async function markdown({ folder, library }: Build): Promise<void> {
  await Promise.all(
    documentsOf(library).map((document) =>
      writeFile(join(folder, markdownAddress(document.address)), markdownOf(library, document)),
    ),
  )
}

/** An article or comparison as plain Markdown, with the sources of its numbers as footnotes. */
export function markdownOf(library: Library, document: Document): string {
  const { words, clinic, language } = library
  const { details, address, sections } = document
  const used = new Set<string>()
  const context = { library, used }
  const body: RootContent[] =
    document.kind === 'article'
      ? plainBlocks(document.tree.children, context)
      : sections.flatMap((row) => [heading(2, row.title), ...rowBlocks(document, row, context, 3)])
  const { help, danger } = clinic.crisis
  const start: RootContent[] = [
    heading(1, details.title),
    paragraph(withoutLinks(details.summary)),
    ...('keyPoints' in details
      ? [heading(2, words.article.keyPoints), list(details.keyPoints.map(withoutLinks))]
      : []),
    ...body,
  ]
  const end: RootContent[] = [
    paragraph(
      [
        `${words.site.crisisQuestion} ${help.name}: ${help.call ?? ''}${help.when ? `, ${help.when}` : ''}. ${words.site.danger} ${fill(words.site.callDanger, { number: danger.call ?? '' })}.`,
        details.reviewed ? words.review.reviewed : words.review.unreviewed,
        fill(words.section.written, { date: inWords(details.written, language) }),
        fill(words.short.changed, { date: inWords(lastChange(document).on, language) }),
        words.footer.inform,
      ].join(' '),
    ),
    { type: 'paragraph', children: [webLink(new URL(address, clinic.site).href)] },
    ...notes(context),
  ]
  return writer.stringify({
    type: 'root',
    children: [...start, { type: 'thematicBreak' }, ...end],
  } satisfies Root)
}

type Context = { library: Library; used: Set<string> }
type Element = MdxJsxFlowElement | MdxJsxTextElement

function plainBlocks(nodes: readonly Nodes[], context: Context): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'yaml' || node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
      return []
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      return component(node, context)
    if (node.type === 'link') return link(node, context)
    // a copy, because the tree of the article stays as it is
    if (!('children' in node)) return [{ ...node } as RootContent]
    return [{ ...node, children: withoutTail(plainBlocks(node.children as Nodes[], context)) } as RootContent]
  })
}

/** The space before a comment, which is all that is left of it. */
function withoutTail(nodes: RootContent[]): RootContent[] {
  const last = nodes.at(-1)
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return nodes
}

/** A claim link becomes its words with a footnote, a term its words; other links keep their way. */
function link(node: Extract<Nodes, { type: 'link' }>, context: Context): RootContent[] {
  const children = plainBlocks(node.children, context) as PhrasingContent[]
  const [, kind, id = ''] = node.url.match(/^(claim|term):(.+)$/) ?? []
  if (kind === 'term') return children
  if (kind === 'claim') {
    context.used.add(id)
    return [...children, { type: 'footnoteReference', identifier: id }]
  }
  return [
    {
      ...node,
      url: node.url.startsWith('/') ? new URL(node.url, context.library.clinic.site).href : node.url,
      children,
    },
  ]
}

function component(node: Element, context: Context): RootContent[] {
  const { words, comparisons, claims } = context.library
  const setting = (name: string) => {
    const found = node.attributes.find(
      (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name,
    )
    return typeof found?.value === 'string' ? found.value : ''
  }
  const children = plainBlocks(node.children, context)
  const captioned = () => [paragraph(setting('caption'), 'strong'), ...children]
  switch (node.name) {
    case 'Callout':
      return [quote([paragraph(setting('title'), 'strong'), ...children])]
    case 'GetHelp':
      return [quote([paragraph(words.help[setting('urgency') as 'now'], 'strong'), ...children])]
    case 'Faq':
      return [heading(3, setting('question')), ...children]
    case 'More':
      return [heading(3, setting('title')), ...children]
    case 'DoDont': {
      const [doThis, dontDo] = children
      return [
        paragraph(words.doDont.do, 'strong'),
        ...(doThis ? [doThis] : []),
        paragraph(words.doDont.dont, 'strong'),
        ...(dontDo ? [dontDo] : []),
      ]
    }
    case 'Figure':
      return [
        {
          type: 'paragraph',
          children: [
            {
              type: 'image',
              url: new URL(setting('src'), context.library.clinic.site).href,
              alt: setting('alt'),
            },
          ],
        },
      ]
    case 'People': {
      const id = setting('claim')
      const claim = claims.get(id)
      if (!claim) return []
      context.used.add(id)
      return [
        {
          type: 'paragraph',
          children: [text(claim.statement), { type: 'footnoteReference', identifier: id }],
        },
      ]
    }
    case 'Comparison': {
      const comparison = comparisons.find(({ path }) => path === setting('of'))
      const rows = setting('rows')
        .split(',')
        .map((row) => row.trim())
        .filter(Boolean)
      if (!comparison) return []
      return comparison.sections
        .filter(({ id }) => rows.length === 0 || rows.includes(id))
        .flatMap((row) => [heading(3, row.title), ...rowBlocks(comparison, row, context, 4)])
    }
    default:
      return setting('caption') ? captioned() : children
  }
}

function rowBlocks(comparison: Comparison, row: Section, context: Context, depth: 3 | 4): RootContent[] {
  return answersOf(comparison, row).flatMap(({ name, children }) => [
    heading(depth, name),
    ...plainBlocks(children, context),
  ])
}

function notes({ library, used }: Context): RootContent[] {
  return [...used].flatMap((id): RootContent[] => {
    const claim = library.claims.get(id)
    if (!claim) return []
    const sources = claim.references.flatMap((reference) => library.references.get(reference) ?? [])
    const said = [claim.statement, claim.population, claim.timeframe, library.words.know[claim.certainty]]
    const sentence = said
      .filter(Boolean)
      .map((part) => (/[.!?]$/.test(part ?? '') ? part : `${part}.`))
      .join(' ')
    const from = sources.flatMap(({ title, year, URL: url }): PhrasingContent[] => [
      text(`; ${[title, year].filter(Boolean).join(', ')}`),
      ...(url ? [text(', '), webLink(url)] : []),
    ])
    // the first source follows a colon
    const [, ...others] = from
    const first = from[0]?.type === 'text' ? [text(from[0].value.slice(1))] : []
    return [
      {
        type: 'footnoteDefinition',
        identifier: id,
        children: [
          {
            type: 'paragraph',
            children: [text(`${sentence} ${library.words.know.sources}:`), ...first, ...others],
          },
        ],
      },
    ]
  })
}

const webLink = (url: string): PhrasingContent => ({ type: 'link', url, children: [text(url)] })
const text = (value: string): PhrasingContent => ({ type: 'text', value })
const heading = (depth: 1 | 2 | 3 | 4, value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
})
const paragraph = (value: string, mark?: 'strong'): BlockContent => ({
  type: 'paragraph',
  children: mark ? [{ type: 'strong', children: [text(value)] }] : [text(value)],
})
const list = (items: string[]): RootContent => ({
  type: 'list',
  spread: false,
  children: items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(item)] })),
})
const quote = (children: RootContent[]): RootContent => ({
  type: 'blockquote',
  children: children as BlockContent[],
})
const withoutLinks = (line: string) => line.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
