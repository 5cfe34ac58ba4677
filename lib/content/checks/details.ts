import type { Finding } from '../finding'
import type { Parsed } from '../parse'
import type { Places } from '../places'
import { didYouMean, nearest } from '../suggest'
import { sectionIds } from './headings'
import { checkLink } from './links'

type Known = {
  related?: unknown
  reviewed?: unknown
  changes?: unknown
  options?: unknown
  whoFor?: unknown
  notHere?: unknown
  summary?: unknown
  keyPoints?: unknown
}
type Path = (string | number)[]

const inlineLink = /\[([^[\]]*)\]\(([^()\s]*)\)/g

/** What the details name exists: people, articles, sections, and what key points link to. */
export function checkDetails(parsed: Parsed<unknown>, places: Places): Finding[] {
  const details = parsed.details as Known | undefined
  if (!details || typeof details !== 'object') return []
  const own = new Set(sectionIds(parsed).keys())
  const findings: Finding[] = []
  const name = (path: Path, value: unknown, known: Iterable<string>, what: string, where: string, extra = '') => {
    const all = [...known]
    if (typeof value !== 'string' || all.includes(value)) return
    const near = [`${value}/`, `/${value}/`].find((one) => all.includes(one)) ?? nearest(value, all)
    findings.push(report(parsed, path, 'unknown-name', `There is no ${what} “${value}”${where}.${didYouMean(near)}`, near ? `Change it to ${near}` : `Check the name${extra}.`))
  }
  list(details.related).forEach((address, index) => {
    name(['related', index], address, places.addresses.keys(), 'page', '')
  })
  name(['reviewed', 'by'], field(details.reviewed, 'by'), places.people, 'person', ' in people.yaml', ', or add the person to people.yaml')
  list(details.changes).forEach((change, index) => {
    name(['changes', index, 'section'], field(change, 'section'), own, 'section', ' on this page')
  })
  list(details.options).forEach((option, index) => {
    name(['options', index, 'article'], field(option, 'article'), places.addresses.keys(), 'page', '')
  })
  for (const key of ['summary', 'whoFor', 'notHere'] as const) findings.push(...linksIn(parsed, [key], details[key], places, own))
  list(details.keyPoints).forEach((point, index) => {
    findings.push(...linksIn(parsed, ['keyPoints', index], point, places, own))
  })
  return findings
}

function linksIn(parsed: Parsed<unknown>, path: Path, words: unknown, places: Places, own: ReadonlySet<string>): Finding[] {
  if (typeof words !== 'string' || !words.includes('](')) return []
  const place = parsed.place(...path)
  const start = (parsed.text.starts[place.line - 1] ?? 0) + place.column - 1
  return [...words.matchAll(inlineLink)].flatMap((match) => {
    // The text may be folded or quoted in the file, so the link is looked for as it is written.
    const written = parsed.text.text.indexOf(match[0], start)
    const near = written >= 0 && written - start < words.length * 2 + 20
    const at = near ? written : start
    const urlStart = near ? at + (match[1]?.length ?? 0) + 3 : undefined
    return checkLink({ text: parsed.text, at, words: match[1] ?? '', url: match[2] ?? '', urlStart }, places, own)
  })
}

function report(parsed: Parsed<unknown>, path: Path, rule: string, message: string, fix: string): Finding {
  return { file: parsed.source.file, ...parsed.place(...path), severity: 'fix', rule, message, fix }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const field = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined)
