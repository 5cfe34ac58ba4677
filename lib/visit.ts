import type { Words } from './content/interface'
import type { Visit, Way } from './content/schema'

/** What the visit sheet asks, drawn from the content. */
export type Form = {
  statements: Visit['statements']
  options: { id: string; name: string; way?: Way | undefined }[]
  questions: Question[]
}

type Question = { id: string; text: string; about: Way | 'any'; from: string }

/** The answers by the names of their fields, as the form gives them; what is not answered is not there. */
export type Answers = Record<string, string>

export const importance = ['very', 'somewhat', 'not'] as const
export const leanings = ['towards', 'unsure', 'away'] as const
export const certainty = ['sure', 'informed', 'clear', 'supported'] as const
/** The fields for own words with the characters they take: what fits on one printed page. */
export const ownWords = { going: 300, since: 60, tried: 200, taking: 200, know: 200, questions: 300 } as const
/** Lines for what else matters to the reader. */
export const ownLines = [1, 2, 3] as const
export const lineLength = 80

/** The names of the fields, in the one place where they are spelled. */
export const field = {
  matter: (statement: string) => `matter-${statement}`,
  line: (n: number) => `line-${n}`,
  lineMatter: (n: number) => `line-matter-${n}`,
  lean: (option: string) => `lean-${option}`,
  sure: (question: string) => `sure-${question}`,
  ask: (question: string) => `ask-${question}`,
}

/** The fields of a form, each with the answers it allows or the characters it takes. */
export function fieldsOf({ statements, options, questions }: Form): Map<string, readonly string[] | number> {
  return new Map<string, readonly string[] | number>([
    ...Object.entries(ownWords),
    ...statements.map(({ id }) => [field.matter(id), importance] as const),
    ...ownLines.flatMap((n) => [
      [field.line(n), lineLength] as const,
      [field.lineMatter(n), importance] as const,
    ]),
    ...options.map(({ id }) => [field.lean(id), leanings] as const),
    ...certainty.map((question) => [field.sure(question), ['yes', 'no']] as const),
    ...questions.map(({ id }) => [field.ask(id), ['on']] as const),
  ])
}

type Source = { details: { title: string }; questionsToAsk: { about: Way | 'any'; text: string }[] }

/** Every question for the visit once, as the first article that asks it has it. */
export function questionsFrom(articles: Source[]): Question[] {
  const questions = articles.flatMap(({ details, questionsToAsk }) =>
    questionsToAsk.map(({ about, text }) => ({ id: questionId(text), text, about, from: details.title })),
  )
  return [...new Map(questions.toReversed().map((question) => [question.id, question])).values()].reverse()
}

/** A short name for a question, the same wherever its words stand; capitals, marks and spaces do not count. */
export function questionId(text: string): string {
  let hash = 0x811c9dc5 // FNV-1a
  for (const letter of text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash.toString(36)
}

// A change of the form's meaning gets a new number; a link of another version is then refused, not misread.
const version = 'sheet=1.'
const asking = 'ask='
/** How long a fragment may be; the fullest sheet is shorter. */
export const longestFragment = 20_000

/** The fragment that holds the answers. It stays in the address line: a browser never sends it. */
export function fragmentOf(answers: Answers): string {
  const bytes = new TextEncoder().encode(JSON.stringify(answers))
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return version + base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The fragment that adds questions to a sheet. */
export function fragmentAsking(questions: string[]): string {
  return asking + questions.join('.')
}

export type Arrival = {
  answers: Answers
  /** they come on top of what the sheet holds */
  adds: boolean
  /** how many were left out, because this site does not ask for them (any more) */
  leftOut: number
}

/** The answers that a fragment holds, or nothing if it holds no sheet of ours. */
export function readFragment(fragment: string, fields: ReturnType<typeof fieldsOf>): Arrival | undefined {
  if (fragment.length > longestFragment) return undefined
  const adds = fragment.startsWith(asking)
  const given = adds
    ? asked(fragment.slice(asking.length))
    : fragment.startsWith(version)
      ? decoded(fragment.slice(version.length))
      : undefined
  if (!given) return undefined
  const answers: Answers = {}
  for (const [name, allowed] of fields) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    if (typeof value !== 'string' || value === '') continue
    if (typeof allowed === 'number' ? value.length <= allowed : allowed.includes(value)) answers[name] = value
  }
  const leftOut = Object.keys(given).length - Object.keys(answers).length
  return leftOut > 0 && Object.keys(answers).length === 0 ? undefined : { answers, adds, leftOut }
}

function asked(list: string): Answers {
  return Object.fromEntries(
    list
      .split('.')
      .filter(Boolean)
      .map((id) => [field.ask(id), 'on']),
  )
}

function decoded(base64: string): Record<string, unknown> | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    // cut off, mistyped or not ours
    return undefined
  }
}

/** A part of the sheet as it is printed: what was answered, and nothing else. */
export type Part = { id: string; title: string; lines: Line[] }
export type Line = { label?: string; text: string; way?: Way | undefined; box?: true }

/** The sheet in words, for paper, for copying and for showing. */
export function partsOf(
  answers: Answers,
  { statements, options, questions }: Form,
  words: Words['visit'],
): Part[] {
  const own = (name: keyof typeof ownWords): Line[] =>
    answers[name]?.trim() ? [{ label: words[name], text: answers[name].trim() }] : []
  const lines = (level: string | undefined): Line[] =>
    ownLines
      .filter((n) => answers[field.lineMatter(n)] === level)
      .flatMap((n) => {
        const text = answers[field.line(n)]?.trim()
        return text ? [{ text }] : []
      })
  const matters = (level: string): Line[] =>
    statements
      .filter(({ id }) => answers[field.matter(id)] === level)
      .map(({ statement }) => ({ text: statement }))
  const said = <Key extends string>(list: readonly Key[], value: string | undefined) =>
    list.find((key) => key === value)
  const parts: Part[] = [
    {
      id: 'going',
      title: words.goingPart,
      lines: [...own('going'), ...own('since'), ...own('tried'), ...own('taking'), ...own('know')],
    },
    ...importance.map((level) => ({
      id: level,
      title: words[`${level}Title`],
      lines: [...matters(level), ...lines(level)],
    })),
    { id: 'also', title: words.alsoTitle, lines: lines(undefined) },
    {
      id: 'lean',
      title: words.leanPart,
      lines: options.flatMap(({ id, name, way }) => {
        const leaning = said(leanings, answers[field.lean(id)])
        return leaning ? [{ label: name, text: words[leaning], way }] : []
      }),
    },
    {
      id: 'sure',
      title: words.surePart,
      lines: certainty.flatMap((question) => {
        const answer = said(['yes', 'no'], answers[field.sure(question)])
        return answer ? [{ label: words[question], text: words[answer] }] : []
      }),
    },
    {
      id: 'ask',
      title: words.askPart,
      lines: [
        ...questions.filter(({ id }) => answers[field.ask(id)]).map(({ text }) => text),
        ...(answers.questions ?? '').split('\n').map((line) => line.trim()),
      ].flatMap((text) => (text ? [{ text, box: true as const }] : [])),
    },
  ]
  return parts.filter(({ lines }) => lines.length > 0)
}

/** The sheet as plain text. */
export function textOf(title: string, parts: Part[]): string {
  const blocks = parts.map(({ title, lines }) =>
    [title, ...lines.map(({ label, text }) => `- ${label ? `${lead(label)} ` : ''}${text}`)].join('\n'),
  )
  return `${[title, ...blocks].join('\n\n')}\n`
}

/** A label as it stands before its answer. */
export function lead(label: string): string {
  return label.endsWith('?') ? label : `${label}:`
}
