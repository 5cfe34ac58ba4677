import type { Nodes } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { compile } from './compile'
import type { Library } from './library'
import { parseArticle } from './parse'
import type { SourceFile } from './read'
import { articleDetails, comparisonDetails } from './schema'
import { type ComponentName, vocabulary } from './vocabulary'

// Not the checker's parser: that one recovers from mistakes, and what it left out must not be compiled.
const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx)

/** The code of an article or comparison that has findings, if it can be drawn all the same and holds nothing but words. */
export async function codeIfDrawable(
  source: SourceFile,
  library: Library,
  options?: Parameters<typeof compile>[1],
): Promise<string | undefined> {
  const kind = source.path.startsWith('en/comparisons/') ? 'comparison' : 'article'
  try {
    if (!holdsOnlyWords(parser.parse(source.text.replace(/^\uFEFF/, '')), library)) return undefined
    const { details } = parseArticle<unknown>(source, {
      vocabulary,
      details: kind === 'article' ? articleDetails : comparisonDetails,
    })
    return details ? await compile({ kind, text: source.text }, options) : undefined
  } catch {
    return undefined
  }
}

/** Only hidden notes in curly brackets, only known components, and only settings that can be drawn: all else would be run as code. */
function holdsOnlyWords(node: Nodes, library: Library): boolean {
  if (node.type === 'mdxjsEsm') return false
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return isHiddenNote(node.value)
  if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && !isKnown(node, library))
    return false
  return !('children' in node) || node.children.every((child) => holdsOnlyWords(child, library))
}

const isHiddenNote = (value: string) => /^\s*(\/\*((?!\*\/)[\s\S])*\*\/\s*)*$/.test(value)

function isKnown(element: MdxJsxFlowElement | MdxJsxTextElement, library: Library): boolean {
  if (!element.name || !Object.hasOwn(vocabulary, element.name)) return false
  const rule = vocabulary[element.name as ComponentName]
  const settings: Record<string, string> = {}
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return false
    settings[attribute.name] = attribute.value
  }
  if (!rule.settings.safeParse(settings).success) return false
  if (element.name === 'People') return library.claims.has(settings.claim ?? '')
  if (element.name === 'Comparison') return library.comparisons.some(({ path }) => path === settings.of)
  return true
}
