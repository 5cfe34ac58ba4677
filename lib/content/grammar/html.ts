import type { Finding } from '../finding'
import type { SourceText } from '../source-text'
import type { Vocabulary } from '../vocabulary'
import type { Tag } from './tag'

const tags = new Set(
  (
    'a abbr acronym address applet area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col ' +
    'colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 ' +
    'h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee menu meta meter nav noscript ' +
    'object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select slot small source span strike ' +
    'strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
)

/** True if this is the name of an HTML tag. */
export function isHtml(name: string): boolean {
  return tags.has(name.toLowerCase())
}

/** One finding for each HTML tag that opens, and for each that closes what never opened. */
export function htmlFindings(source: SourceText, tags: Tag[], vocabulary: Vocabulary): Finding[] {
  const findings: Finding[] = []
  const open = new Map<string, number>()
  const closes = new Map<string, number[]>()
  for (const tag of tags) {
    if (tag.kind === 'close') closes.set(tag.name, [...(closes.get(tag.name)?.slice(-200) ?? []), tag.start])
  }
  for (const tag of tags) {
    if (!isHtml(tag.name) || misspeltComponent(tag.name, vocabulary)) continue
    if (tag.kind === 'close') {
      const count = open.get(tag.name) ?? 0
      if (count) open.set(tag.name, count - 1)
      else
        findings.push(
          source.finding(
            'html-tag',
            tag.start,
            `</${tag.name}> is HTML and cannot be used here.`,
            'Delete it.',
          ),
        )
      continue
    }
    if (tag.kind === 'open') open.set(tag.name, (open.get(tag.name) ?? 0) + 1)
    const close = closes.get(tag.name)?.find((start) => start > tag.end)
    const settings = new Map(tag.settings.map(({ name, value }) => [name.toLowerCase(), value]))
    const inside =
      tag.kind === 'open' && close !== undefined
        ? source.text.slice(tag.end, Math.min(close, tag.end + 200))
        : undefined
    findings.push(
      source.finding(
        'html-tag',
        tag.start,
        `<${tag.name}> is HTML and cannot be used here.`,
        insteadOfHtml(tag.name, settings, inside),
      ),
    )
  }
  return findings
}

/** The component that a name stands for when only its capitals are wrong. */
export function misspeltComponent(name: string, vocabulary: Vocabulary): string | undefined {
  if (name in vocabulary) return name
  return Object.keys(vocabulary).find((known) => known.toLowerCase() === name.toLowerCase())
}

/** What to write in the place of an HTML tag, given its settings and the text up to its closing tag. */
function insteadOfHtml(name: string, settings: Map<string, string>, inside: string | undefined): string {
  const words = inside?.trim()
  const shown = words && words.length < 80 && !/[<>\n\r]/.test(words) ? words : '…'
  const tag = name.toLowerCase()
  if (tag === 'img')
    return `Write ![${settings.get('alt') || 'what the picture shows'}](${settings.get('src') || '…'})`
  if (tag === 'a') return `Write [${shown}](${settings.get('href') || '…'})`
  if (tag === 'b' || tag === 'strong') return `Write **${shown}**`
  if (tag === 'i' || tag === 'em' || tag === 'cite') return `Write *${shown}*`
  if (tag === 'br' || tag === 'p') return `Delete <${name}> and leave an empty line between paragraphs.`
  if (tag === 'hr') return 'Write --- with an empty line above and below it.'
  if (/^h[1-6]$/.test(tag)) return `Write ${'#'.repeat(Math.min(4, Math.max(2, Number(tag[1]))))} ${shown}`
  if (tag === 'li' || tag === 'ul') return `Write each entry on its own line, with - and a space before it.`
  if (tag === 'ol') return 'Write each entry on its own line, with 1. and a space before it.'
  if (tag === 'table' || tag === 'tr' || tag === 'td' || tag === 'th')
    return 'Write the table with lines: | first | second |'
  if (tag === 'blockquote' || tag === 'q') return 'Write > and a space before the quoted text.'
  if (tag === 'code' || tag === 'pre') return `Write \`${shown}\``
  if (/^(script|style|iframe|object|embed|svg|form|video|audio|canvas)$/.test(tag))
    return `Delete everything from <${name}> to </${name}>.`
  return `Delete <${name}>${inside === undefined ? '' : ` and </${name}>`}; the text between them can stay.`
}
