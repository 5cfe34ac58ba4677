import type { Root } from 'mdast'
import type { z } from 'zod'
import type { Finding } from './finding'
import { detailsBlock } from './grammar/details-block'
import { htmlFindings } from './grammar/html'
import { type Component, nest, unevenPairs } from './grammar/nesting'
import { type Fill, type Note, scan } from './grammar/scan'
import { slips } from './grammar/slips'
import { filled, programs, readTree } from './grammar/tree'
import type { SourceFile } from './read'
import { type Place, type SourceText, sourceText } from './source-text'
import type { Vocabulary } from './vocabulary'
import { oddCharacters, parseYaml, validate } from './yaml'

/** What an article may hold. Arguments, so that tests and other sites can bring their own. */
export type Grammar<Details> = { vocabulary: Vocabulary; details: z.ZodType<Details> }

/** A text file taken apart: its details, its tree and what is wrong with its form. */
export type Parsed<Details> = {
  source: SourceFile
  /** undefined when the details do not hold what they must */
  details: Details | undefined
  /** where a detail stands, for findings of later checks: place('reviewed', 'on') */
  place: (...path: (string | number)[]) => Place
  /** what could be read; places are those of the file, without a byte-order mark */
  tree: Root
  findings: Finding[]
  /** the file with the places of its characters; offsets in the tree are offsets here */
  text: SourceText
  /** the components as they are written, also those that are not right */
  components: Component[]
  notes: Note[]
}

/** No article comes near this; reading one that long would keep its writer waiting. */
const longest = 400_000

/** An article taken apart, with everything that is wrong with its form. */
export function parseArticle<Details>(source: SourceFile, grammar: Grammar<Details>): Parsed<Details> {
  const text = sourceText(source)
  if (!text.text.trim()) return nothing(source, text)
  const block = detailsBlock(text)
  const yaml = parseYaml(source, { text, start: block.start, end: block.end })
  const checked =
    block.start === block.end && block.findings.length
      ? { value: undefined, findings: [] }
      : validate(grammar.details, yaml)
  const body = words(text, block.body, grammar.vocabulary)
  const findings = [
    ...oddCharacters(text),
    ...block.findings,
    ...yaml.findings,
    ...checked.findings,
    ...body.findings,
  ]
  if (block.start < block.end) {
    const position = {
      start: { ...text.at(0), offset: 0 },
      end: { ...text.at(block.body), offset: block.body },
    }
    body.tree.children.unshift({ type: 'yaml', value: text.text.slice(block.start, block.end), position })
  }
  return {
    source,
    text,
    details: checked.value,
    place: yaml.place,
    tree: body.tree,
    components: body.components,
    notes: body.notes,
    findings: ordered(findings),
  }
}

function nothing<Details>(source: SourceFile, text: SourceText): Parsed<Details> {
  const finding = text.finding(
    'empty',
    0,
    'This file is empty.',
    'Restore it from the last version, or delete it.',
  )
  const place = () => ({ line: 1, column: 1 })
  return {
    source,
    text,
    details: undefined,
    place,
    tree: { type: 'root', children: [] },
    components: [],
    notes: [],
    findings: [finding],
  }
}

/** The words of an article: gone through for slips, repaired where it must be, then read. */
function words(text: SourceText, from: number, vocabulary: Vocabulary) {
  const found = scan(text, from, vocabulary)
  const nested = nest(text, found.tags, vocabulary)
  const uneven = unevenPairs(text, nested.components, found.covered, nested.removed)
  const html = htmlFindings(text, found.tags, vocabulary)
  const findings = [...found.findings, ...nested.findings, ...uneven, ...html]
  const removed: Fill[] = [...nested.removed].map((tag) => ({
    start: tag.start,
    end: tag.end,
    ...(standsAlone(text, tag) ? { with: ' ' } : {}),
  }))
  const { components, removed: out } = nested
  if (text.text.length - from > longest) return tooLong(text, from, findings, components, found.notes)
  const repaired = filled(text.text, [...found.fills, ...removed])
  const within = stretches(components, found.covered)
  const read = readTree(text, repaired, from, (offset) => !within(offset), findings.length > 0)
  const masked = filled(repaired, found.covered)
  findings.push(...read.findings, ...slips(text, masked, from, read.tree, vocabulary))
  if (!findings.some(({ severity }) => severity === 'fix'))
    findings.push(...programs(text, read.tree, new Set(Object.keys(vocabulary))))
  return {
    tree: read.tree,
    findings,
    notes: found.notes,
    components: components.filter(({ tag }) => !out.has(tag) || tag.settings.length || tag.wrong),
  }
}

function tooLong(
  text: SourceText,
  from: number,
  findings: Finding[],
  components: Component[],
  notes: Note[],
) {
  const finding = text.finding(
    'too-long',
    from,
    `This article has about ${Math.round((text.text.length - from) / 6000)},000 words, more than anybody reads on one page.`,
    'Split it into several articles.',
  )
  const tree: Root = { type: 'root', children: [] }
  return { tree, findings: [...findings, finding], notes, components }
}

/** Says whether an offset lies in a component or in something whose signs mean nothing. */
function stretches(components: Component[], covered: Fill[]) {
  const all = [
    ...components.map(({ tag, close }) => ({ start: tag.start, end: close?.end ?? tag.end })),
    ...covered,
  ].sort((a, b) => a.start - b.start)
  let index = 0
  let reach = 0
  // Asked with growing offsets only.
  return (offset: number) => {
    while (index < all.length && (all[index]?.start ?? 0) < offset)
      reach = Math.max(reach, all[index++]?.end ?? 0)
    return reach > offset
  }
}

const standsAlone = (text: SourceText, { start, end }: Fill) =>
  !text.text.slice(text.starts[text.lineOf(start)], start).trim() &&
  /^[ \t]*([\r\n]|$)/.test(text.text.slice(end, end + 100))

/** From top to bottom, each place and rule once. */
function ordered(findings: Finding[]): Finding[] {
  const seen = new Set<string>()
  return [...findings]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter(({ line, column, rule }) => {
      const key = `${line}:${column}:${rule}`
      return !seen.has(key) && Boolean(seen.add(key))
    })
}
