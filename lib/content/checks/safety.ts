import { cellsOf, elements, setting } from '../article'
import type { Finding } from '../finding'
import type { Library } from '../library'
import { onceAmong } from '../once'
import type { Passage } from '../passages'
import type { Clinic } from '../schema'
import { type Checked, findingAt, findingIn } from './checked'

/** More boxes than this and none of them is read. */
const mostBoxes = 2

/** A text on stopping a medicine or on suicide has the right help beside it. */
export function checkSafety(library: Library, documents: Checked[]): Finding[] {
  const { stopping, suicide, caution = [] } = library.wordLists
  const topics: Topic[] = [
    {
      rule: 'stopping-box',
      about: beginsWith(stopping),
      isBox: isWarning,
      caution: beginsWith(caution),
      message: (words) =>
        `“${words}”: this section is about stopping or changing a medicine, but has no box that says whom to talk to first.`,
      fix: 'Add <Callout kind="important" title="Do not stop or change a medicine on your own"> with “Talk to your prescriber first.” to this section.',
      inRow: /prescriber|pharmacist|doctor/i,
      inRowFix: 'Add to the row that people talk to their prescriber first.',
    },
    {
      rule: 'suicide-help',
      about: beginsWith(suicide),
      isBox: ({ name }) => name === 'GetHelp',
      caution: beginsWith([]),
      message: (words) => `“${words}”: this section is about suicide or self-harm, but has no care card.`,
      fix: 'Add <GetHelp urgency="now"> to this section, with the signs to watch for and whom to call.',
      inRow: helpIn(library.clinic),
      inRowFix: 'Add whom to call, for example the crisis line.',
    },
  ]
  return [...documents.flatMap((document) => checkOnce(document, library, topics)), ...checkLines(library)]
}

const checkOnce = onceAmong(
  (document: Checked, _: Library, topics: Topic[]) => [
    ...topics.flatMap((topic) => checkTopic(document, topic)),
    ...countBoxes(document),
  ],
  (library) => [library.yaml.wordLists, library.yaml.clinic],
)

type Box = { name: string | null; kind: string }
type Topic = {
  rule: string
  about: RegExp
  isBox: (box: Box) => boolean
  /** words that do in place of the box */
  caution: RegExp
  message: (words: string) => string
  fix: string
  /** in a comparison there is no room for boxes, so the row says it in words */
  inRow: RegExp
  inRowFix: string
}

function checkTopic({ kind, file, parsed, passages, document, broken }: Checked, topic: Topic): Finding[] {
  if (broken) return []
  const helped = new Set<unknown>(sectionsWith(parsed.tree.children, topic.isBox))
  for (const { section, text } of passages) if (text.search(topic.caution) >= 0) helped.add(section)
  const seen = new Set<unknown>()
  return passages.flatMap((passage) => {
    const found = passage.section && saysIt(passage, topic.about)
    if (!found || seen.has(passage.section)) return []
    seen.add(passage.section)
    const place = passage.place(found.from)
    if (kind === 'article') {
      if (helped.has(passage.section)) return []
      return findingAt(file, place, 'fix', topic.rule, topic.message(found.text), topic.fix)
    }
    const row = document?.sections.find(({ line }) => line === passage.section?.position?.start.line)
    if (!row || cellsOf(row).some(({ text }) => topic.inRow.test(text))) return []
    return findingAt(
      file,
      place,
      'look',
      topic.rule,
      topic
        .message(found.text)
        .replace('section', 'row')
        .replace(/, but .*/, ', but does not say whom to turn to.'),
      topic.inRowFix,
    )
  })
}

/** The words of the topic in a passage, unless they only name another page, are a question for the visit, or what not to do. */
function saysIt(passage: Passage, about: RegExp): { from: number; text: string } | undefined {
  const { text, links, inside, name } = passage
  if (inside.some((component) => component.name === 'Ask') || name === 'caption' || isDont(passage))
    return undefined
  for (const found of text.matchAll(about)) {
    const isLinkText = links.some(
      (link) => link.target.type !== 'claim' && link.from <= found.index && found.index < link.to,
    )
    if (!isLinkText) return { from: found.index, text: found[0] }
  }
  return undefined
}

function isDont({ inside, place }: Passage): boolean {
  const donts = inside
    .find(({ name }) => name === 'DoDont')
    ?.children.filter(({ type }) => type === 'list')[1]
  return donts?.position !== undefined && place(0).line >= donts.position.start.line
}

function sectionsWith(nodes: Checked['parsed']['tree']['children'], isBox: Topic['isBox']): object[] {
  let section: object | undefined
  return nodes.flatMap((node) => {
    if (node.type === 'heading' && node.depth === 2) section = node
    return section && boxesIn(node).some(isBox) ? [section] : []
  })
}

function boxesIn(node: Checked['parsed']['tree']['children'][number]) {
  return ['Callout', 'GetHelp'].flatMap((name) =>
    elements(node, name).map((box) => ({
      name,
      kind: setting(box, 'kind'),
      line: box.position?.start.line ?? 1,
      column: box.position?.start.column ?? 1,
    })),
  )
}

const isWarning = ({ name, kind }: Box) => name === 'Callout' && (kind === 'important' || kind === 'warning')

function countBoxes({ file, parsed, broken }: Checked): Finding[] {
  const boxes = parsed.tree.children
    .flatMap(boxesIn)
    .filter((box) => box.name === 'GetHelp' || isWarning(box))
    .sort((a, b) => a.line - b.line)
  const third = boxes[mostBoxes]
  if (broken || !third) return []
  return [
    findingAt(
      file,
      third,
      'look',
      'boxes',
      `This page has ${boxes.length} warning boxes and care cards, on lines ${boxes.map(({ line }) => line).join(', ')}; more than two are easily passed over.`,
      'Keep those that a reader needs in that place.',
    ),
  ]
}

/** A crisis line without a number helps nobody. */
function checkLines(library: Library): Finding[] {
  return (['help', 'danger'] as const).flatMap((name) => {
    const { call, text, chat } = library.clinic.crisis[name]
    if (call || text || chat || !library.clinic.name) return []
    const place = library.yaml.clinic.place('crisis', name)
    return findingIn(
      library,
      'clinic',
      place,
      'fix',
      'crisis-line',
      `The crisis line “${name}” has no number.`,
      'Add “call”, “text” or “chat” to it.',
    )
  })
}

function helpIn({ crisis }: Clinic): RegExp {
  const lines = [crisis.help, crisis.danger].flatMap(({ name, call, text }) => [name, call, text])
  return new RegExp(
    [
      ...lines.filter((line) => line !== undefined && line !== '').map((line) => escaped(line as string)),
      'crisis line',
    ].join('|'),
    'i',
  )
}

function beginsWith(words: string[]): RegExp {
  // An empty list finds nothing.
  if (words.length === 0) return /(?!)/g
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.map((word) => escaped(word).replace(/ +/g, '\\s+')).join('|')})[\\p{L}]*`,
    'giu',
  )
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
