import type { Nodes, Paragraph, Root, Table } from 'mdast'
import { toString as words } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Finding } from '../finding'
import type { SourceText } from '../source-text'
import type { Vocabulary } from '../vocabulary'

/** Slips that are no mistake for a Markdown reader: it shows the signs instead of what was meant. */
export function slips(
  source: SourceText,
  masked: string,
  from: number,
  tree: Root,
  vocabulary: Vocabulary,
): Finding[] {
  const findings: Finding[] = []
  for (let number = source.lineOf(from); number < source.starts.length; number++) {
    const start = source.starts[number] ?? 0
    if (start < from) continue
    const line = masked.slice(start, start + source.line(number).length)
    if (!line.trim()) continue
    findings.push(
      ...headingSpace(source, start, line),
      ...linkSlips(source, start, line),
      ...footnotes(source, start, line, vocabulary),
    )
  }
  let hasReferences = false
  visit(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') hasReferences = true
  })
  visit(tree, (node) => {
    if (node.type === 'paragraph')
      findings.push(...boldSlips(source, masked, node), ...tableSlips(source, masked, node))
    else if (node.type === 'table') findings.push(...rowSlips(source, node))
    else if (node.type === 'definition' && hasReferences) return
    else if (node.type === 'linkReference' || node.type === 'imageReference' || node.type === 'definition')
      findings.push(reference(source, node))
  })
  return findings
}

function headingSpace(source: SourceText, start: number, line: string): Finding[] {
  const [, before = '', marks = '', title = ''] =
    line.match(/^([ \t]*)(#{2,6})([^\s#].*)$/) ?? line.match(/^([ \t]*)(#)(\p{Lu}\S* \S.*)$/u) ?? []
  if (!marks) return []
  const at = start + before.length
  const shown = source.text.slice(at + marks.length, start + line.length).trim()
  const right = marks.length === 1 ? '##' : marks
  return [
    source.finding(
      'heading-space',
      at,
      `This line is not a heading: there must be a space after ${marks}.`,
      `Write: ${right} ${shown || title.trim()}`,
      {
        edit: { start: at, end: at + marks.length, text: `${right} ` },
      },
    ),
  ]
}

const address = '(?:\\/|#|https?:|www\\.|claim:|term:|mailto:|tel:|sms:)'
const spacedLink = new RegExp(`\\[([^[\\]\\n\\r]{1,300})\\]([ \\t]+)\\((${address}[^()\\s]{0,500})\\)`, 'g')
const turnedLink = new RegExp(`\\(([^()\\n\\r]{1,300})\\)\\[(${address}[^[\\]\\s]{0,500})\\]`, 'g')
const phoneLink = /\[([^[\]\n\r]{1,300})\]\((\+?\d[\d ()-]{2,20} [\d ()-]{0,20}\d)\)/g
const looseAddress = new RegExp(
  `\\[([^[\\]\\n\\r]{1,300})\\]\\(([ \\t]*${address}[^()\\n\\r]{0,500}[ \\t][^()\\n\\r"']{0,500})\\)`,
  'g',
)
const openAddress = new RegExp(
  `\\[([^[\\]\\n\\r]{1,300})\\]\\((${address}[^()\\s]{0,500})(?=\\s|$)(?![^()\\n\\r]{0,300}\\))`,
  'g',
)

function linkSlips(source: SourceText, start: number, line: string): Finding[] {
  if (!line.includes('](') && !line.includes('] ') && !line.includes(')[') && !line.includes(']\t')) return []
  const findings: Finding[] = []
  const shown = (from: number, length: number) => source.text.slice(start + from, start + from + length)
  const report = (match: RegExpMatchArray, column: number, message: string, better: string) => {
    const at = start + (match.index ?? 0)
    findings.push(
      source.finding('link-space', at + column, message, `Write: ${better}`, {
        edit: { start: at, end: at + match[0].length, text: better },
      }),
    )
  }
  for (const match of line.matchAll(spacedLink)) {
    const [all, text = '', gap = '', to = ''] = match
    if (all)
      report(
        match,
        text.length + 2,
        'This is not a link: there is a space between ] and (.',
        shown(match.index, text.length + 2) +
          shown(match.index + text.length + 2 + gap.length, to.length + 2),
      )
  }
  for (const match of line.matchAll(phoneLink)) {
    const number = `tel:${(match[2] ?? '').replace(/(?!^\+)\D/g, '')}`
    report(
      match,
      0,
      'A phone number in a link needs tel: before it, and no spaces.',
      `[${match[1]}](${number})`,
    )
  }
  for (const match of line.matchAll(turnedLink))
    report(
      match,
      0,
      'This is not a link: the brackets are the wrong way round.',
      `[${match[1]}](${match[2]})`,
    )
  for (const match of line.matchAll(looseAddress)) {
    const to = (match[2] ?? '').trim()
    if (/\s/.test(to)) {
      const space = match[0].length - 1 - (match[2] ?? '').trimStart().length + to.search(/\s/)
      report(
        match,
        space,
        'This is not a link: there is a space in its address.',
        `[${match[1]}](${to.replace(/\s+/g, '-')})`,
      )
      const last = findings.at(-1)
      // What should stand in the place of the space, nobody but the writer knows.
      if (last) delete last.edit
    }
  }
  for (const match of line.matchAll(openAddress))
    report(
      match,
      (match[1]?.length ?? 0) + 2,
      'This is not a link: the ) at its end is missing.',
      `[${match[1]}](${(match[2] ?? '').replace(/[.,;]$/, '')})`,
    )
  for (const last of findings) if (last.message.includes('is missing')) delete last.edit
  return findings
}

function footnotes(source: SourceText, start: number, line: string, vocabulary: Vocabulary): Finding[] {
  if (!line.includes('[^')) return []
  const cite = Object.entries(vocabulary).find(([, { refersTo }]) =>
    Object.values(refersTo ?? {}).includes('source'),
  )
  const setting = cite && Object.entries(cite[1].refersTo ?? {}).find(([, kind]) => kind === 'source')?.[0]
  return [...line.matchAll(/\[\^([^\]\s]{1,100})\](:?)/g)].flatMap((match) => {
    const note = `[^${match[1]}]`
    const use = cite
      ? `Use <${cite[0]} ${setting}="…" /> for a source`
      : 'Link the words to a claim instead, for example [about 50 of 100](claim:…)'
    const isText = match[2] === ':' && !line.slice(0, match.index).trim()
    const there = new RegExp(`^[ \\t]*\\[\\^${(match[1] ?? '').replace(/[^\w]/g, '\\$&')}\\]:`, 'm').test(
      source.text,
    )
    // The text of a note goes with its mark, which was reported.
    if (isText && source.text.indexOf(note) < start) return []
    return source.finding(
      'footnote',
      start + match.index,
      isText || there ? `Notes such as ${note} cannot be used here.` : `There is no note for ${note}.`,
      `${use}, or delete ${note}.`,
    )
  })
}

/** Stars that are shown as stars, because a space stands beside them or one pair is missing. */
function boldSlips(source: SourceText, masked: string, paragraph: Paragraph): Finding[] {
  const marks: { offset: number; sign: string }[] = []
  visit(paragraph, 'text', (node) => {
    const [from, to] = span(node)
    for (const mark of masked.slice(from, to).matchAll(/(?<![*_])(\*\*|__)(?![*_])/g))
      marks.push({ offset: from + mark.index, sign: mark[0] })
  })
  const findings: Finding[] = []
  for (let index = 0; index < marks.length; index++) {
    const first = marks[index] as { offset: number; sign: string }
    const second = marks[index + 1]
    const underscores = first.sign === '__'
    if (second?.sign === first.sign && second.offset - first.offset < 500) {
      const inside = source.text.slice(first.offset + 2, second.offset)
      if (/^\s|\s$/.test(inside) && inside.trim()) {
        const signs = underscores ? 'lines' : 'stars'
        const message = `This will not be bold: there are spaces next to the ${signs}.`
        const better = `${first.sign}${inside.trim()}${first.sign}`
        const plainInside = !inside.includes(first.sign)
        findings.push(
          plainInside
            ? source.finding('bold-space', first.offset, message, `Write: ${better.replace(/\s+/g, ' ')}`, {
                edit: { start: first.offset, end: second.offset + 2, text: better },
              })
            : source.finding(
                'bold-space',
                first.offset,
                message,
                `Write the ${signs} directly before the first and after the last bold word.`,
              ),
        )
      }
      index++
    } else if (!underscores && /\S/.test(source.text[first.offset + 2] ?? ' ')) {
      findings.push(
        source.finding(
          'bold-open',
          first.offset,
          'The bold text that starts here never ends.',
          'Add ** after its last word, or delete the two stars.',
        ),
      )
    } else if (!underscores && /\S/.test(source.text[first.offset - 1] ?? ' ')) {
      findings.push(
        source.finding(
          'bold-open',
          first.offset,
          'The bold text that ends here never starts.',
          'Add ** before its first word, or delete the two stars.',
        ),
      )
    }
  }
  return findings
}

function tableSlips(source: SourceText, masked: string, paragraph: Paragraph): Finding[] {
  const [from, to] = span(paragraph)
  if (masked[from] !== '|') return []
  const lines = masked.slice(from, to).split(/\r\n|\r|\n/)
  const [first = '', second = ''] = lines
  if (lines.length < 2 || !/^\s*\|/.test(second)) return []
  const cells = cellsIn(first)
  const line = `|${' --- |'.repeat(cells)}`
  if (/^\s*\|[\s|:-]+$/.test(second) && second.includes('-')) {
    const number = source.lineOf(from) + 1
    const start = source.starts[number] ?? 0
    return [
      source.finding(
        'table-line',
        start,
        `This is not shown as a table: the line of dashes has ${plural(cellsIn(second), 'part')}, the first line has ${cells}.`,
        `Write: ${line}`,
        {
          edit: { start, end: start + source.line(number).length, text: line },
        },
      ),
    ]
  }
  const end = from + first.length
  const lineEnd = source.text.startsWith('\r\n', end) ? '\r\n' : '\n'
  return [
    source.finding(
      'table-line',
      from,
      'This is not shown as a table: the second line must be dashes.',
      `Add a line ${line} under the first line.`,
      {
        edit: { start: end, end, text: `${lineEnd}${line}` },
      },
    ),
  ]
}

/** Rows with more cells than the table has columns: what is too much would not be shown. */
function rowSlips(source: SourceText, table: Table): Finding[] {
  const columns = table.children[0]?.children.length ?? 0
  return table.children.flatMap((row) => {
    const extra = row.children[columns]
    if (!extra) return []
    return [
      source.finding(
        'table-cells',
        span(extra)[0],
        `This row has ${row.children.length} cells, but the table has ${plural(columns, 'column')}: “${words(extra) || '…'}” would not be shown.`,
        'Delete a | in this row, or add a column to the first two lines.',
      ),
    ]
  })
}

function reference(source: SourceText, node: Nodes): Finding {
  const [from, to] = span(node)
  const shown = source.text.slice(from, Math.min(to, from + 60))
  return source.finding(
    'link-reference',
    from,
    `Links cannot be written in two parts, as in ${shown.split(/[\r\n]/)[0]}.`,
    'Write the address behind the words: [words](/address/)',
  )
}

const cellsIn = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|').length

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
const span = (node: Nodes): [number, number] => [
  node.position?.start.offset ?? 0,
  node.position?.end.offset ?? 0,
]
