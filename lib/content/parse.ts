import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { z } from 'zod'
import type { Finding } from './finding'
import type { SourceFile } from './read'
import type { Vocabulary } from './vocabulary'
import { parseYaml, validate } from './yaml'

/** What an article may hold. Arguments, so that tests and other sites can bring their own. */
export type Grammar<Details> = { vocabulary: Vocabulary; details: z.ZodType<Details> }

/** A text file taken apart: its details, its tree and what is wrong with its form. */
export type Parsed<Details> = {
  source: SourceFile
  /** undefined when the details do not hold what they must */
  details: Details | undefined
  /** where a detail stands, for findings of later checks: place('reviewed', 'on') */
  place: (...path: (string | number)[]) => { line: number; column: number }
  tree: Root
  findings: Finding[]
}

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx)

export function parseArticle<Details>(source: SourceFile, grammar: Grammar<Details>): Parsed<Details> {
  const text = source.text.replace(/^﻿/, '')
  const tree = parser.parse(text) as Root
  const first = tree.children[0]
  const yaml = parseYaml({ ...source, text: first?.type === 'yaml' ? first.value : '' }, 1)
  const checked = validate(grammar.details, yaml)
  return { source, details: checked.value, place: yaml.place, tree, findings: [...yaml.findings, ...checked.findings] }
}
