import type { Finding } from '../finding'
import { type Inline, parseInline, plainInline } from '../inline'
import type { Parsed } from '../parse'
import type { Places } from '../places'
import type { Place, SourceText } from '../source-text'
import { didYouMean, nearest } from '../suggest'
import type { Yaml } from '../yaml'
import { sectionIds } from './headings'
import { checkLink } from './links'

type Known = {
  related?: unknown
  reviewed?: unknown
  changes?: unknown
  options?: unknown
}
type Path = (string | number)[]

/** What the details name exists: people, articles, sections, and what key points link to. */
export function checkDetails(parsed: Parsed<unknown>, places: Places): Finding[] {
  const details = parsed.details as Known | undefined
  if (!details || typeof details !== 'object') return []
  const own = new Set(sectionIds(parsed).keys())
  const findings: Finding[] = []
  const name = (
    path: Path,
    value: unknown,
    known: Iterable<string>,
    what: string,
    where: string,
    extra = '',
  ) => {
    const all = [...known]
    if (typeof value !== 'string' || all.includes(value)) return
    const near = [`${value}/`, `/${value}/`].find((one) => all.includes(one)) ?? nearest(value, all)
    findings.push(
      report(
        parsed,
        path,
        'unknown-name',
        `There is no ${what} “${value}”${where}.${didYouMean(near)}`,
        near ? `Change it to ${near}` : `Check the name${extra}.`,
      ),
    )
  }
  list(details.related).forEach((address, index) => {
    name(['related', index], address, places.addresses.keys(), 'page', '')
  })
  name(
    ['reviewed', 'by'],
    field(details.reviewed, 'by'),
    places.people,
    'person',
    ' in people.yaml',
    ', or add the person to people.yaml',
  )
  list(details.changes).forEach((change, index) => {
    name(['changes', index, 'section'], field(change, 'section'), own, 'section', ' on this page')
  })
  list(details.options).forEach((option, index) => {
    name(['options', index, 'article'], field(option, 'article'), places.addresses.keys(), 'page', '')
  })
  findings.push(...linksInTexts(parsed.text, details, [], parsed.place, places, own))
  return findings
}

/** Every link in the texts of a list leads to something that is there, as in claims, the glossary and the words of the site. */
export function checkTextLinks(yaml: Yaml, places: Places): Finding[] {
  const { text } = yaml
  return text ? linksInTexts(text, yaml.value, [], yaml.place, places, new Set()) : []
}

function linksInTexts(
  text: SourceText,
  value: unknown,
  path: Path,
  placeOf: Yaml['place'],
  places: Places,
  own: ReadonlySet<string>,
): Finding[] {
  if (typeof value === 'string') return linksIn(text, placeOf(...path), value, places, own)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    linksInTexts(text, inner, [...path, Array.isArray(value) ? Number(key) : key], placeOf, places, own),
  )
}

function linksIn(
  text: SourceText,
  place: Place,
  words: string,
  places: Places,
  own: ReadonlySet<string>,
): Finding[] {
  if (!/\]\(|<[a-z][a-z0-9+.-]*:/i.test(words)) return []
  const start = (text.starts[place.line - 1] ?? 0) + place.column - 1
  return linkPieces(parseInline(words)).flatMap(({ url, shown }) => {
    // The text may be folded or quoted in the file, so the address is looked for as it is written.
    const written = text.text.indexOf(`](${url}`, start)
    const near = written >= 0 && written - start < words.length * 2 + 20
    const at = near ? Math.max(start, text.text.lastIndexOf('[', written)) : start
    return checkLink({ text, at, words: shown, url, urlStart: near ? written + 2 : undefined }, places, own)
  })
}

function linkPieces(pieces: Inline[]): { url: string; shown: string }[] {
  return pieces.flatMap((piece) => {
    if (piece.type === 'text') return []
    const inner = linkPieces(piece.children)
    if (piece.type === 'strong' || piece.type === 'emphasis') return inner
    const shown = plainInline(piece.children)
    if (piece.type === 'link') return [{ url: piece.address, shown }, ...inner]
    return 'id' in piece ? [{ url: `${piece.type}:${piece.id}`, shown }, ...inner] : inner
  })
}

function report(parsed: Parsed<unknown>, path: Path, rule: string, message: string, fix: string): Finding {
  return { file: parsed.source.file, ...parsed.place(...path), severity: 'fix', rule, message, fix }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
