import type { Heading, Nodes, Root } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { plainText } from './article'
import { type Inline, linkTarget, parseInline } from './inline'
import type { Parsed } from './parse'
import { type Place, type SourceText, sourceText } from './source-text'

type Component = MdxJsxFlowElement | MdxJsxTextElement

/** Words that a reader reads in one go: a paragraph, a list item, a cell, a key point, a heading or a setting. */
export type Passage = {
  kind: 'text' | 'heading' | 'setting' | 'detail'
  /** the detail or the setting: keyPoints, question */
  name: string
  text: string
  links: PassageLink[]
  /** where a letter of the text stands in the file */
  place: (index: number) => Place
  /** the ## heading above it */
  section: Heading | undefined
  /** the components around it, outermost first */
  inside: Component[]
  /** a figure may take its claim from any passage of the same scope: a list item, a cell */
  scope: object
  /** how many letters at its start only name it: **Weeks 1 to 2** */
  label: number
  /** it stands in a Markdown table */
  cell: boolean
}

export type PassageLink = { from: number; to: number; target: ReturnType<typeof linkTarget> }

/** What is needed of a file that was taken apart, or of the article made from it. */
type Words = Pick<Parsed<unknown>, 'details' | 'place' | 'tree'> & { text: SourceText | string }

/** Details whose words readers see, in the order in which they read them. */
const readDetails = [
  'title',
  'summary',
  'whoFor',
  'notHere',
  'keyPoints',
  'alsoKnownAs',
  'options',
  'changes',
]
/** Settings whose words readers see. */
const readSettings = ['title', 'question', 'caption', 'alt']
/** In these components each list item starts with a name in bold. */
const labelled = ['Timeline', 'Ways']

/** All words of an article or comparison in reading order, with the place of every letter. */
export function passagesOf(parsed: Words, kind: 'article' | 'comparison'): Passage[] {
  const source = typeof parsed.text === 'string' ? sourceText({ file: '', text: parsed.text }) : parsed.text
  return [...inDetails(parsed, source), ...inTree(parsed.tree, source, kind)]
}

/** The passage of one line of Markdown that stands in a YAML file or in the details of an article. */
export function linePassage(name: string, line: string, source: SourceText, start: Place): Passage {
  const { text, links } = flattenInline(parseInline(line))
  const from = (source.starts[start.line - 1] ?? 0) + start.column - 1
  let offsets: number[] | undefined
  return {
    ...{
      kind: 'detail',
      name,
      text,
      links,
      section: undefined,
      inside: [],
      scope: {},
      label: 0,
      cell: false,
    },
    place(index) {
      offsets ??= align(text, source.text.slice(from), from)
      return source.at(offsets[index] ?? from)
    },
  }
}

function inDetails(parsed: Words, source: SourceText): Passage[] {
  const details = (parsed.details ?? {}) as Record<string, unknown>
  const line = (text: unknown, ...path: [string, ...(string | number)[]]) =>
    typeof text === 'string' && text ? [linePassage(path[0], text, source, parsed.place(...path))] : []
  return readDetails.flatMap((name) => {
    const value = details[name]
    if (!Array.isArray(value)) return line(value, name)
    return value.flatMap((entry: unknown, index) => {
      const [key, text] = entryText(entry)
      return key ? line(text, name, index, key) : line(entry, name, index)
    })
  })
}

/** The words of an option ({name: …}) or of a change ({what: …}). */
function entryText(entry: unknown): [string, unknown] | [] {
  if (typeof entry !== 'object' || entry === null) return []
  if ('name' in entry) return ['name', entry.name]
  return 'what' in entry ? ['what', entry.what] : []
}

function inTree(tree: Root, source: SourceText, kind: 'article' | 'comparison'): Passage[] {
  const passages: Passage[] = []
  let section: Heading | undefined
  /** in a comparison, all that stands under one ### is one cell */
  let option: Heading | undefined

  const walk = (node: Nodes, inside: Component[], scope: object | undefined, cell: boolean): void => {
    if (node.type === 'heading') {
      if (node.depth === 2) section = node
      option = kind === 'comparison' && node.depth === 3 ? node : undefined
    }
    if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell') {
      const { text, offsets, links } = flatten(node, source)
      if (text.trim())
        passages.push({
          kind: node.type === 'heading' ? 'heading' : 'text',
          name: '',
          text,
          links,
          place: (index) => source.at(offsets[Math.min(index, offsets.length - 1)] ?? 0),
          section,
          inside,
          scope: scope ?? node,
          label: labelled.includes(inside.at(-1)?.name ?? '') ? labelLength(node) : 0,
          cell,
        })
      return
    }
    const around = isComponent(node) ? [...inside, node] : inside
    if (isComponent(node)) passages.push(...inSettings(node, source, section, around))
    if (!('children' in node)) return
    const own = node.type === 'listItem' && !option ? node : scope
    for (const child of node.children) walk(child, around, own, cell || node.type === 'tableRow')
  }
  for (const child of tree.children) walk(child, [], option, false)
  return passages
}

function inSettings(
  node: Component,
  source: SourceText,
  section: Heading | undefined,
  inside: Component[],
): Passage[] {
  return node.attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return []
    if (!readSettings.includes(attribute.name) || !attribute.value.trim()) return []
    const start = (attribute.position ?? node.position)?.start.offset ?? 0
    const found = source.text.indexOf(attribute.value, start)
    const from = found < 0 ? start : found
    return [
      {
        ...{
          kind: 'setting' as const,
          name: attribute.name,
          text: attribute.value,
          links: [],
          label: 0,
          cell: false,
        },
        ...{ section, inside, scope: node },
        place: (index) => source.at(found < 0 ? from : from + index),
      },
    ]
  })
}

type Flat = { text: string; offsets: number[]; links: PassageLink[] }

function flatten(node: Nodes, source: SourceText): Flat {
  const flat: Flat = { text: '', offsets: [], links: [] }
  const add = (piece: Nodes): void => {
    const start = piece.position?.start.offset ?? 0
    if (piece.type === 'break') {
      flat.text += ' '
      flat.offsets.push(start)
    } else if (piece.type === 'text' || piece.type === 'inlineCode') {
      const end = piece.position?.end.offset ?? start
      flat.text += piece.value.replace(/\s/g, ' ')
      flat.offsets.push(...align(piece.value, source.text.slice(start, end), start))
    } else if ('children' in piece) {
      const from = flat.text.length
      for (const child of piece.children) add(child)
      if (piece.type === 'link')
        flat.links.push({ from, to: flat.text.length, target: linkTarget(piece.url) })
    }
  }
  add(node)
  return flat
}

function flattenInline(pieces: Inline[]): { text: string; links: PassageLink[] } {
  let text = ''
  const links: PassageLink[] = []
  const add = (piece: Inline): void => {
    if (piece.type === 'text') text += piece.value.replace(/\s/g, ' ')
    else {
      const from = text.length
      for (const child of piece.children) add(child)
      if (piece.type === 'claim' || piece.type === 'term') {
        links.push({ from, to: text.length, target: { type: piece.type, id: piece.id } })
      } else if (piece.type === 'link')
        links.push({ from, to: text.length, target: { type: 'link', address: piece.address } })
    }
  }
  for (const piece of pieces) add(piece)
  return { text, links }
}

/** How far marks such as ](claim:…) may push two letters of a text apart in its source. */
const farthest = 200

/** Where each letter of a text stands in the source it was read from, which also holds marks. */
function align(text: string, source: string, start: number): number[] {
  const offsets: number[] = []
  let at = 0
  for (const letter of text) {
    let next = at
    const blank = /\s/.test(letter)
    while (
      next < source.length &&
      next - at < farthest &&
      !(blank ? /\s/.test(source[next] ?? '') : source[next] === letter[0])
    )
      next++
    if (next < source.length && next - at < farthest) at = next
    for (let unit = 0; unit < letter.length; unit++) offsets.push(start + at + unit)
    at = Math.min(at + letter.length, source.length)
  }
  return offsets
}

function labelLength(paragraph: Nodes): number {
  const first = 'children' in paragraph ? paragraph.children[0] : undefined
  return first?.type === 'strong' ? plainText(first).length : 0
}

const isComponent = (node: Nodes): node is Component =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
