import GithubSlugger from 'github-slugger'
import type { Heading } from 'mdast'
import { toString as plain } from 'mdast-util-to-string'
import type { Finding } from '../finding'
import type { Parsed } from '../parse'
import { idFrom } from './settings'
import { headingsOf } from './shapes'

/** The section ids of an article with the place of each, written ones and those that would be made. */
export type SectionIds = Map<string, number>

type Titled = {
  heading: Heading
  title: string
  start: number
  line: number
  ids: string[]
  note: { start: number; end: number } | undefined
}

const count = ['no', 'one', 'two', 'three', 'four', 'five', 'six']

/** Headings stand in the right order, are told apart, and have addresses that can be used. */
export function checkHeadings(parsed: Parsed<unknown>, options: { idsDownTo?: number } = {}): Finding[] {
  const headings = titledHeadings(parsed)
  const findings: Finding[] = []
  const above: Titled[] = []
  const siblings = new Map<string, Titled>()
  let last = 0
  for (const heading of headings) {
    const { depth } = heading.heading
    while ((above.at(-1)?.heading.depth ?? 0) >= depth) above.pop()
    findings.push(...levelOf(parsed, heading, last), ...idsOf(parsed, heading, options.idsDownTo ?? 0))
    const key = `${above.map(({ start }) => start).join('/')}|${heading.title.toLowerCase()}`
    const before = siblings.get(key)
    if (!heading.title) {
      findings.push(
        parsed.text.finding(
          'heading-empty',
          heading.start,
          'This heading has no words.',
          'Write the heading after the #, or delete the line.',
        ),
      )
    } else if (before && depth > 1) {
      findings.push(
        parsed.text.finding(
          'heading-twice',
          heading.start,
          `“${heading.title}” is already a heading on line ${before.line}, so links to it are unclear.`,
          'Make the two headings different.',
          { severity: 'look' },
        ),
      )
    } else siblings.set(key, heading)
    above.push(heading)
    last = depth
  }
  return [...findings, ...repeatedIds(parsed, headings)]
}

/** The ids to which a link in the same article may lead. */
export function sectionIds(parsed: Parsed<unknown>): SectionIds {
  const ids: SectionIds = new Map()
  const slugger = new GithubSlugger()
  for (const { ids: written, title, start } of titledHeadings(parsed)) {
    for (const id of written.length ? written : [slugger.slug(title)]) if (!ids.has(id)) ids.set(id, start)
  }
  for (const { tag } of parsed.components) {
    const id = tag.settings.find(({ name }) => name === 'id')
    if (tag.kind === 'open' && id?.value && !ids.has(id.value)) ids.set(id.value, id.start)
  }
  return ids
}

function titledHeadings(parsed: Parsed<unknown>): Titled[] {
  return headingsOf(parsed.tree).map((heading) => {
    const start = heading.position?.start.offset ?? 0
    const last = heading.children.at(-1)
    const isNote = last?.type === 'mdxTextExpression' && /#/.test(last.value)
    const ids = isNote ? [...last.value.matchAll(/#([^\s#*]+)/g)].map(([, id]) => id as string) : []
    const note = isNote
      ? { start: last.position?.start.offset ?? start, end: last.position?.end.offset ?? start }
      : undefined
    const title = heading.children
      .filter(({ type }) => type !== 'mdxTextExpression')
      .map((child) => plain(child))
      .join('')
      .replaceAll('\u2060', '')
      .trim()
    return { heading, title, start, line: heading.position?.start.line ?? 1, ids, note }
  })
}

function levelOf({ text }: Parsed<unknown>, { heading, title, start }: Titled, last: number): Finding[] {
  const { depth } = heading
  const marks = /^#+/.exec(text.text.slice(start, start + 8))?.[0].length
  if (depth === 1) {
    return [
      text.finding(
        'heading-one',
        start,
        marks
          ? 'A single # makes a second page title. The title already comes from the details.'
          : 'The line of = makes a second page title. The title already comes from the details.',
        'Use ## for headings in the text.',
        marks ? { edit: { start, end: start + 1, text: '##' } } : {},
      ),
    ]
  }
  if (!marks) {
    const number = text.lineOf(start)
    const only = heading.position?.end.line === number + 2
    return [
      text.finding(
        'heading-line',
        start,
        'A line of dashes directly below a text makes a heading of it.',
        'For a heading, write ## before it. Else leave an empty line above the dashes.',
        only && title
          ? {
              edit: {
                start,
                end: heading.position?.end.offset ?? start,
                text: `## ${text.line(number).trim()}`,
              },
            }
          : {},
      ),
    ]
  }
  if (depth > 4) {
    const message = `This heading has ${count[depth]} #, but there are only three sizes: ##, ### and ####.`
    return [text.finding('heading-deep', start, message, `Use four or fewer: #### ${title}`)]
  }
  const parent = last === 0 ? 1 : last
  if (depth <= parent + 1) return []
  const right = '#'.repeat(parent + 1)
  const message = last
    ? `This heading has ${count[depth]} #, but the one above it has ${count[last]}.`
    : `This heading has ${count[depth]} #, but it is the first one.`
  return [
    text.finding('heading-skip', start, message, `Use ${count[parent + 1]}: ${right} ${title}`, {
      severity: 'look',
      edit: { start, end: start + depth, text: right },
    }),
  ]
}

function idsOf(
  { text, findings: slips }: Parsed<unknown>,
  { heading, title, start, line, ids, note }: Titled,
  idsDownTo: number,
): Finding[] {
  const findings: Finding[] = []
  const middle = heading.children
    .slice(0, -1)
    .find((child) => child.type === 'mdxTextExpression' && /^\/\*\s*#[\w-]+/.test(child.value))
  if (middle) {
    findings.push(
      text.finding(
        'heading-id',
        middle.position?.start.offset ?? start,
        'The address of a heading must stand at its end.',
        'Move the note with # behind the last word.',
      ),
    )
  }
  for (const id of ids) {
    if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || !note) continue
    const better = idFrom(id)
    const at = text.text.indexOf(`#${id}`, note.start)
    findings.push(
      text.finding(
        'id-letters',
        at,
        `“${id}” becomes an address, so it can have only small letters, digits and dashes.`,
        better ? `Write: #${better}` : 'Write another one.',
        better ? { edit: { start: at + 1, end: at + 1 + id.length, text: better } } : {},
      ),
    )
  }
  // A heading with another mistake gets its id once it is a heading.
  const sound =
    /^#{2,4}\s/.test(text.text.slice(start, start + 6)) && !slips.some((slip) => slip.line === line)
  if (sound && heading.depth <= idsDownTo && !ids.length && !middle && title) {
    const id = idFrom(title)
    const end = heading.position?.end.offset ?? start
    findings.push(
      text.finding(
        'heading-id-missing',
        start,
        'This heading has no address of its own.',
        `Write: ${'#'.repeat(heading.depth)} ${title} {/* #${id} */}`,
        id ? { edit: { start: end, end, text: ` {/* #${id} */}` } } : {},
      ),
    )
  }
  return findings
}

function repeatedIds(parsed: Parsed<unknown>, headings: Titled[]): Finding[] {
  const { text } = parsed
  const all: { id: string; at: number }[] = []
  for (const { ids, note } of headings) {
    for (const id of ids) all.push({ id, at: note ? text.text.indexOf(`#${id}`, note.start) : 0 })
  }
  for (const { tag } of parsed.components) {
    const id = tag.settings.find(({ name }) => name === 'id')
    if (tag.kind === 'open' && id?.value) all.push({ id: id.value, at: id.start })
  }
  const first = new Map<string, number>()
  const findings: Finding[] = []
  for (const { id, at } of all.sort((a, b) => a.at - b.at)) {
    const before = first.get(id)
    if (before === undefined) first.set(id, at)
    else
      findings.push(
        text.finding(
          'id-twice',
          at,
          `The address “${id}” is already used on line ${text.at(before).line}.`,
          'Give this one another address.',
        ),
      )
  }
  return findings
}
