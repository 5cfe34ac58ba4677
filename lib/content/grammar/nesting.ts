import { distance } from 'fastest-levenshtein'
import type { Finding } from '../finding'
import type { SourceText } from '../source-text'
import { nearest, onlyNear } from '../suggest'
import type { Vocabulary } from '../vocabulary'
import { isHtml, misspeltComponent } from './html'
import type { Fill } from './scan'
import type { Tag } from './tag'

/** A component in an article with its tags and the component it stands in. */
export type Component = {
  /** as the vocabulary spells it */
  name: string
  tag: Tag
  close: Tag | undefined
  inside: string | undefined
}

type Nest = {
  source: SourceText
  vocabulary: Vocabulary
  findings: Finding[]
  components: Component[]
  /** tags that cannot stay where they are while the rest is read */
  removed: Set<Tag>
  open: Component[]
  /** closing tags still to come whose finding was given at their opening tag */
  owed: Map<string, number>
  /** the tags of each name, in order */
  named: Map<string, Tag[]>
}

/** The components that the tags of an article make up, and every tag that has no partner or the wrong one. */
export function nest(source: SourceText, tags: Tag[], vocabulary: Vocabulary) {
  const walk: Nest = {
    source,
    vocabulary,
    findings: [],
    components: [],
    removed: new Set(),
    open: [],
    owed: new Map(),
    named: byName(tags),
  }
  const following = nextOfSameName(tags)
  const html = (tag: Tag) => isHtml(tag.name) && !misspeltComponent(tag.name, vocabulary)
  tags.forEach((tag, index) => {
    if (html(tag)) walk.removed.add(tag)
    else if (tag.kind === 'close') close(walk, tag)
    else start(walk, tag, tags, following[index])
  })
  for (const left of walk.open) neverClosed(walk, left)
  return { components: walk.components, findings: walk.findings, removed: walk.removed }
}

function start(walk: Nest, tag: Tag, tags: Tag[], next: number | undefined) {
  const { source, vocabulary } = walk
  const known = tag.name in vocabulary
  if (!known) unknown(walk, tag, next === undefined ? undefined : tags[next])
  const name = known
    ? tag.name
    : (misspeltComponent(tag.name, vocabulary) ?? nearest(tag.name, Object.keys(vocabulary)) ?? tag.name)
  const component: Component = {
    name: known ? tag.name : name,
    tag,
    close: undefined,
    inside: walk.open.at(-1)?.name,
  }
  const rule = vocabulary[name]
  if (known) walk.components.push(component)
  else if (rule && onlyNear(tag.name, Object.keys(vocabulary))) walk.components.push(component)
  if (tag.wrong || !known) walk.removed.add(tag)
  if (tag.kind === 'alone') return
  const partner = next === undefined ? undefined : tags[next]
  if (rule?.holds === 'none' && partner?.kind !== 'close') {
    const shown = source.text.slice(tag.start, tag.end)
    const better = `${shown.replace(/\s*>$/, '')} />`
    if (!tag.wrong) {
      walk.findings.push(
        source.finding(
          'not-self-closed',
          tag.start,
          `<${tag.name}> must end with />.`,
          `Write: ${oneLine(better)}`,
          { edit: { start: tag.start, end: tag.end, text: better } },
        ),
      )
    }
    tag.kind = 'alone'
    walk.removed.add(tag)
    return
  }
  walk.open.push(component)
}

function unknown(walk: Nest, tag: Tag, next: Tag | undefined) {
  const { source, vocabulary } = walk
  const names = Object.keys(vocabulary)
  const near = misspeltComponent(tag.name, vocabulary) ?? nearest(tag.name, names)
  const capitals = near?.toLowerCase() === tag.name.toLowerCase() ? ' Capitals matter.' : ''
  const pair = tag.kind === 'open' && next?.kind === 'close'
  const only = near && (capitals || onlyNear(tag.name, names) === near)
  const nameStart = source.text.indexOf(tag.name, tag.start)
  const closeStart = pair ? source.text.indexOf(tag.name, next.start) : 0
  // One edit for both tags, so that a half-made change never breaks the page further.
  const edit =
    only && nameStart >= 0
      ? pair
        ? {
            start: nameStart,
            end: closeStart + tag.name.length,
            text: near + source.text.slice(nameStart + tag.name.length, closeStart) + near,
          }
        : { start: nameStart, end: nameStart + tag.name.length, text: near }
      : undefined
  walk.findings.push(
    source.finding(
      'unknown-component',
      tag.start,
      `There is no component called <${tag.name}>.${near ? ` Did you mean <${near}>?` : ''}${capitals}`,
      near
        ? pair
          ? `Change both <${tag.name} …> and </${tag.name}> to ${near}.`
          : `Change ${tag.name} to ${near}.`
        : `You can use: ${[...names].sort().join(', ')}.`,
      edit ? { edit } : {},
    ),
  )
}

function close(walk: Nest, tag: Tag) {
  const { source } = walk
  const top = walk.open.at(-1)
  if (top && sameTag(top, tag)) {
    walk.open.pop()
    pair(walk, top, tag)
    return
  }
  // Only the innermost hundred: nobody nests deeper, and a broken file must not take for ever.
  const depth = walk.open.slice(-100).findLastIndex((component) => sameTag(component, tag))
  const from = Math.max(0, walk.open.length - 100) + depth
  const opener = depth < 0 ? undefined : walk.open[from]
  if (opener) {
    for (const left of walk.open.splice(from + 1))
      neverClosed(walk, left, tag, laterClose(walk, tag, left.tag.name))
    walk.open.pop()
    pair(walk, opener, tag)
    return
  }
  walk.removed.add(tag)
  const closesLater = top ? laterClose(walk, tag, top.tag.name) : false
  if (top && (similar(top.tag.name, tag.name) || !closesLater)) {
    walk.open.pop()
    top.close = tag
    walk.removed.add(top.tag)
    // A misspelt opening tag was reported, and the finding speaks of both.
    if (top.tag.name !== top.name && top.name === tag.name) return
    const capitals = top.tag.name.toLowerCase() === tag.name.toLowerCase() ? ' Capitals matter.' : ''
    const line = source.at(top.tag.start).line
    walk.findings.push(
      source.finding(
        'wrong-close',
        tag.start,
        `</${tag.name}> does not match <${top.tag.name}>, which was opened on line ${line}.${capitals}`,
        `Change it to </${top.tag.name}>`,
        similar(top.tag.name, tag.name)
          ? { edit: { start: tag.start, end: tag.end, text: `</${top.tag.name}>` } }
          : {},
      ),
    )
    return
  }
  const owed = walk.owed.get(tag.name) ?? 0
  if (owed) {
    walk.owed.set(tag.name, owed - 1)
    return
  }
  const right =
    misspeltComponent(tag.name, walk.vocabulary) ??
    nearest(tag.name, Object.keys(walk.vocabulary)) ??
    tag.name
  const alone = !source
    .line(source.lineOf(tag.start))
    .replace(source.text.slice(tag.start, tag.end), '')
    .trim()
  walk.findings.push(
    source.finding(
      'stray-close',
      tag.start,
      `</${tag.name}> closes something that was never opened.`,
      walk.vocabulary[right]?.holds === 'none'
        ? 'Delete it.'
        : `Delete ${alone ? 'this line' : 'it'}, or add ${shownOpening(walk.vocabulary, right)} above the text.`,
    ),
  )
}

function pair(walk: Nest, component: Component, tag: Tag) {
  component.close = tag
  if (walk.removed.has(component.tag) || tag.wrong) {
    walk.removed.add(tag)
    walk.removed.add(component.tag)
  }
}

function neverClosed(walk: Nest, { tag, name }: Component, before?: Tag, later = false) {
  const { source } = walk
  if (later) walk.owed.set(tag.name, (walk.owed.get(tag.name) ?? 0) + 1)
  walk.removed.add(tag)
  const ends = walk.vocabulary[name]?.content ?? 'text in it'
  const outer = before && `</${before.name}>`
  const line = before ? source.at(before.start).line : 0
  walk.findings.push(
    source.finding(
      'not-closed',
      tag.start,
      before
        ? `<${tag.name}> is opened here and not closed before ${outer} on line ${line}.`
        : `<${tag.name}> is opened here and never closed.`,
      before
        ? `${later ? 'Move the' : 'Add a'} line </${tag.name}> above ${outer}.`
        : `Add a line </${tag.name}> where the ${ends} ends.`,
    ),
  )
}

/** Pairs of which one tag stands on a line of its own and the other within a line; they cannot be matched. */
export function unevenPairs(
  source: SourceText,
  components: Component[],
  covered: Fill[],
  removed: Set<Tag>,
): Finding[] {
  const alone = linesOfTags(source, covered)
  const findings: Finding[] = []
  for (const { tag, close: end } of components) {
    if (!end || removed.has(tag)) continue
    const first = source.lineOf(tag.start)
    const last = source.lineOf(end.start)
    if (first === last && source.lineOf(tag.end - 1) === last) continue
    const openAlone = alone(tag)
    const closeAlone = alone(end)
    if (openAlone && closeAlone) continue
    const name = tag.name
    if (openAlone) {
      const text = source.text.slice(tag.start, tag.end)
      findings.push(
        source.finding(
          'tag-lines',
          end.start,
          `</${name}> must stand on its own line, because <${name}> does.`,
          `Move </${name}> to the next line.`,
          {
            edit: {
              start: end.start,
              end: end.start,
              text: text.includes('\r') || source.text.includes('\r\n') ? '\r\n' : '\n',
            },
          },
        ),
      )
    } else if (closeAlone || /(\r\n|\r|\n)[ \t]*(\r\n|\r|\n)/.test(source.text.slice(tag.end, end.start))) {
      findings.push(
        source.finding(
          'tag-lines',
          tag.start,
          closeAlone
            ? `<${name}> must stand on its own line, because </${name}> does.`
            : `<${name}> and </${name}> must stand on lines of their own, because there is an empty line between them.`,
          closeAlone
            ? `Start a new line before and after <${name} …>.`
            : `Start a new line before and after both of them.`,
        ),
      )
    } else continue
    removed.add(tag)
    removed.add(end)
  }
  return findings
}

/** Says of a tag whether only other tags and notes stand on its lines. */
function linesOfTags(source: SourceText, covered: Fill[]) {
  const ordered = [...covered].sort((a, b) => a.start - b.start)
  return (tag: Tag): boolean => {
    const first = source.lineOf(tag.start)
    const last = source.lineOf(Math.max(tag.start, tag.end - 1))
    const start = source.starts[first] ?? 0
    const end = (source.starts[last] ?? 0) + source.line(last).length
    let at = start
    let rest = ''
    for (let index = firstAfter(ordered, start); index < ordered.length; index++) {
      const stretch = ordered[index] as Fill
      if (stretch.start >= end) break
      if (stretch.start < at) continue
      // Code and escaped signs are words; only tags and notes leave a line empty.
      const sign = source.text[stretch.start]
      rest += source.text.slice(at, stretch.start) + (sign === '<' || sign === '{' ? '' : 'x')
      at = stretch.end
    }
    rest += source.text.slice(at, Math.max(at, end))
    return /^(\s|>|[-*+]\s|\d+[.)]\s)*$/.test(rest.slice(0, 300))
  }
}

function firstAfter(ordered: Fill[], offset: number): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** For each tag, the index of the next tag of the same name. */
function nextOfSameName(tags: Tag[]): (number | undefined)[] {
  const next = new Map<string, number>()
  const result = new Array<number | undefined>(tags.length)
  for (let index = tags.length - 1; index >= 0; index--) {
    const { name } = tags[index] as Tag
    result[index] = next.get(name)
    next.set(name, index)
  }
  return result
}

function byName(tags: Tag[]): Map<string, Tag[]> {
  const named = new Map<string, Tag[]>()
  for (const tag of tags) {
    const list = named.get(tag.name)
    if (list) list.push(tag)
    else named.set(tag.name, [tag])
  }
  return named
}

/** True if the next tag of a name is a closing one. */
function laterClose({ named }: Nest, after: Tag, name: string): boolean {
  const list = named.get(name) ?? []
  return list[firstAfter(list, after.start + 1)]?.kind === 'close'
}

/** A component's opening tag with its required settings. */
export function shownOpening(vocabulary: Vocabulary, name: string, alone = false): string {
  const rule = vocabulary[name]
  const settings = rule
    ? Object.entries(rule.settings.shape)
        .filter(([, schema]) => !schema.safeParse(undefined).success)
        .map(([setting]) => ` ${setting}="…"`)
    : []
  return `<${name}${settings.join('')}${alone ? ' /' : ''}>`
}

const sameTag = (component: Component, tag: Tag) => component.tag.name === tag.name
const similar = (a: string, b: string) =>
  a.toLowerCase() === b.toLowerCase() || distance(a.toLowerCase(), b.toLowerCase()) <= 2
const oneLine = (words: string) => words.replace(/\s+/g, ' ')
