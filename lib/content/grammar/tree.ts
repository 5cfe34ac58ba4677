import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Finding } from '../finding'
import type { SourceText } from '../source-text'
import { type Fill, noteAt } from './scan'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx)

/** Longer texts are read in pieces, because the time to read one grows faster than its length. */
const pieceLength = 12_000
const tries = 6

/** A sign that is neither a letter nor a space, so that nothing beside it changes its meaning. */
const filler = '\u2060'

/** The text with some stretches filled by as many other signs; line ends stay. */
export function filled(text: string, fills: Fill[]): string {
  let result = ''
  let at = 0
  for (const fill of [...fills].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (fill.end <= at) continue
    const start = Math.max(at, fill.start)
    result += text.slice(at, start)
    const inside = text.slice(start, fill.end)
    result += fill.with ? inside.replace(/[^\r\n]/g, fill.with) : inside.replace(/[^\r\n]/g, filler)
    at = fill.end
  }
  return result + text.slice(at)
}

/**
 * The tree of a text, with places as in the whole file. A piece that cannot be read is reported once, at its first
 * mistake, and then read without the signs that may start something; so there is always a tree.
 */
export function readTree(
  source: SourceText,
  text: string,
  from: number,
  breaks: (offset: number) => boolean,
  quiet: boolean,
) {
  const findings: Finding[] = []
  const tree: Root = {
    type: 'root',
    children: [],
    position: { start: point(source, 0), end: point(source, text.length) },
  }
  for (const [start, end] of pieces(source, from, text.length, breaks)) {
    const piece = readPiece(source, text, start, end, findings, quiet)
    tree.children.push(...piece.children)
  }
  return { tree, findings }
}

function readPiece(
  source: SourceText,
  text: string,
  start: number,
  end: number,
  findings: Finding[],
  quiet: boolean,
): Root {
  let words = text.slice(start, end)
  for (let attempt = 0; attempt < tries; attempt++) {
    try {
      return moved(parser.parse(words) as Root, source, start)
    } catch (error) {
      const place = placeOf(error)
      const at = Math.min(words.length, place?.offset ?? 0)
      // When something was already found, what is left is most likely its consequence.
      if (attempt === 0 && !quiet && !findings.length) findings.push(unreadable(source, start + at, error))
      words =
        attempt < tries - 2
          ? withoutSigns(words, at)
          : words.replace(/[<{}]/g, filler).replace(/^(im|ex)(?=port)/gm, filler.repeat(2))
    }
  }
  const plain: Root = { type: 'root', children: [] }
  return plain
}

/** The text with the signs that may start something taken out of one block of lines. */
function withoutSigns(words: string, at: number): string {
  let from = 0
  for (const empty of words.slice(0, at).matchAll(/(\r\n|\n|\r)[ \t]*(\r\n|\n|\r)/g)) from = empty.index
  const next = words.slice(at).search(/(\r\n|\n|\r)[ \t]*(\r\n|\n|\r)/)
  const to = next < 0 ? words.length : at + next
  return words.slice(0, from) + words.slice(from, to).replace(/[<{}]/g, filler) + words.slice(to)
}

type Fault = {
  place?: { offset?: number; start?: { offset?: number } }
  ruleId?: string
  reason?: string
  message?: string
}

function placeOf(error: unknown): { offset: number } | undefined {
  const { place } = error as Fault
  const offset = place?.start?.offset ?? place?.offset
  return offset === undefined ? undefined : { offset }
}

function unreadable(source: SourceText, offset: number, error: unknown): Finding {
  const { reason = '' } = error as Fault
  if (reason.includes('import/exports')) {
    const message =
      'A line cannot start with the small words “import” or “export”: it is read as a computer instruction.'
    return source.finding(
      'import-word',
      source.starts[source.lineOf(offset)] ?? offset,
      message,
      'Write them with a capital, or put another word first.',
    )
  }
  const name = /<\/?([\w.-]+)>/.exec(reason)?.[1]
  return source.finding(
    name ? 'tag-lines' : 'unreadable',
    offset,
    name
      ? `<${name}> and </${name}> do not stand in the same part of the text.`
      : 'Something here cannot be read.',
    name
      ? `Put <${name}> and </${name}> each on a line of its own, both inside or both outside of a list or quote.`
      : 'Look for a <, { or } near here, and write it in words or delete it.',
  )
}

/** Stretches of about the same length that can be read one by one: they break at an empty line outside of everything. */
function pieces(
  source: SourceText,
  from: number,
  to: number,
  breaks: (offset: number) => boolean,
): [number, number][] {
  const result: [number, number][] = []
  let start = from
  let empty = false
  for (let number = source.lineOf(from); number < source.starts.length; number++) {
    const at = source.starts[number] ?? to
    if (
      empty &&
      at - start > pieceLength &&
      /^(#{1,6} |[A-Za-z])/.test(source.text.slice(at, at + 8)) &&
      breaks(at)
    ) {
      result.push([start, at])
      start = at
    }
    empty = !source.line(number).trim()
  }
  result.push([start, to])
  return result
}

/** The tree with its places moved to where the piece stands in the file. */
function moved(tree: Root, source: SourceText, start: number): Root {
  if (!start) return tree
  const line = source.lineOf(start)
  const column = start - (source.starts[line] ?? 0)
  const move = (place: { line: number; column: number; offset?: number | undefined }) => {
    if (place.line === 1) place.column += column
    place.line += line
    if (place.offset !== undefined) place.offset += start
  }
  visit(tree, (node) => {
    if (!node.position) return
    move(node.position.start)
    move(node.position.end)
  })
  return tree
}

/** Everything in the tree that would run as a program; nothing of it may reach the compiler, whatever was found before. */
export function programs(source: SourceText, tree: Root, known: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = []
  const report = (offset: number | undefined) =>
    findings.push(
      source.finding(
        'program',
        offset ?? 0,
        'This would be read as a computer program. An article holds words only.',
        'Delete it, or write it in words.',
      ),
    )
  visit(tree, (node) => {
    const at = node.position?.start.offset
    if (node.type === 'mdxjsEsm' || node.type === 'html') report(at)
    else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      const written = `{${node.value}}`
      if (noteAt(written, 0)?.end !== written.length) report(at)
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const plain = node.attributes.every(
        (attribute) =>
          attribute.type === 'mdxJsxAttribute' &&
          (typeof attribute.value === 'string' || attribute.value == null),
      )
      if (!node.name || !known.has(node.name) || !plain) report(at)
    }
  })
  return findings
}

function point(source: SourceText, offset: number) {
  return { ...source.at(offset), offset }
}
