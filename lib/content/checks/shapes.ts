import type { Nodes, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Finding } from '../finding'
import type { Parsed } from '../parse'
import type { SourceText } from '../source-text'
import type { Vocabulary } from '../vocabulary'

/** Every component stands round what it needs: nothing, text, one list, or two. */
export function checkShapes(parsed: Parsed<unknown>, vocabulary: Vocabulary): Finding[] {
  const findings: Finding[] = []
  visit(parsed.tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
    const rule = node.name ? vocabulary[node.name] : undefined
    if (!rule || !node.name) return
    const at = node.position?.start.offset ?? 0
    // Where something in it could not be read, it may hold more than the tree shows.
    const first = node.position?.start.line ?? 0
    const last = node.position?.end.line ?? 0
    if (parsed.findings.some(({ line }) => line >= first && line <= last)) return
    const inside = contentOf(node.children as RootContent[])
    const finding = wrongShape(parsed.text, node.name, rule.holds, inside, at)
    if (finding) findings.push(finding)
  })
  return findings
}

function wrongShape(
  text: SourceText,
  name: string,
  holds: Vocabulary[string]['holds'],
  inside: RootContent[],
  at: number,
): Finding | undefined {
  const first = inside[0]
  const lists = inside.filter(({ type }) => type === 'list').length
  if (holds === 'none') {
    if (!first) return undefined
    return text.finding(
      'content-none',
      at,
      `<${name}> stands alone, but there is something between <${name} …> and </${name}>.`,
      `Write <${name} … /> and put the rest below it.`,
    )
  }
  if (!first) {
    return text.finding(
      'content-empty',
      at,
      `There is nothing in <${name}>.`,
      `Write something between <${name} …> and </${name}>, or delete both.`,
    )
  }
  if (holds === 'text') return undefined
  const other = inside.find(({ type }) => type !== 'list')
  const wanted = holds === 'list' ? 1 : 2
  if (!other && lists === wanted) return undefined
  const words = holds === 'list' ? 'one list' : 'two lists, first what to do, then what not to do'
  if (other) {
    return text.finding(
      'content-list',
      other.position?.start.offset ?? at,
      `In <${name}> there can only be ${holds === 'list' ? 'one list' : 'two lists'}.`,
      lists
        ? 'Move this text above or below the component, or make it an entry of the list.'
        : 'Start each line with - and a space.',
    )
  }
  const extra = holds === 'list' ? inside[1] : inside[2]
  return text.finding(
    'content-list',
    extra?.position?.start.offset ?? at,
    `<${name}> needs ${words}, but there ${lists === 1 ? 'is one' : `are ${lists}`}.`,
    holds === 'lists' && lists === 1
      ? 'Start the entries of the second list with * instead of -.'
      : 'Use the same sign (-) for all entries, and no text between them.',
  )
}

/** The nodes that a reader sees. */
function contentOf(children: RootContent[]): RootContent[] {
  return children.filter((child) => {
    if (child.type === 'mdxFlowExpression' || child.type === 'mdxTextExpression') return false
    if (child.type === 'text') return child.value.trim() !== ''
    return child.type !== 'paragraph' || contentOf(child.children).length > 0
  })
}

/** All headings of a tree, in their order. */
export function headingsOf(tree: Root) {
  const found: Extract<Nodes, { type: 'heading' }>[] = []
  visit(tree, 'heading', (heading) => {
    found.push(heading)
  })
  return found
}
