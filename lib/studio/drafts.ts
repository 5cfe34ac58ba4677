import {
  type ArticleView,
  type Comparison,
  contentRoot,
  type Document,
  type Finding,
  getCode,
  type Library,
  today,
  type View,
} from '../content'
import { compile } from '../content/compile'
import { codeIfDrawable } from '../content/drawable'
import { liveBuild, liveContent } from '../content/live'
import { passagesOf } from '../content/passages'
import { highestGrade, reading } from '../content/reading'
import { sourceText } from '../content/source-text'
import { articleView, view } from '../content/view'

/** What there is to say about a text as it stands in the editor. */
export type Checked = {
  findings: Finding[]
  /** mistakes that this text makes in other files, by taking away what they name */
  elsewhere: Finding[]
  /** how long and how hard to read it is; nothing for a list */
  reading?: { words: number; grade: number; highestGrade: number } | undefined
  /** how the preview shows it: as it is, as it last could be drawn, or not at all */
  preview: 'draft' | 'last good' | 'none'
  /** changes with every new drawing */
  drawing: number
}

type Drawing = { library: Library; document: Document; code: string; number: number }

// Development loads this module anew whenever code changes; the drawings must outlive that.
const home = globalThis as { drawings?: Map<string, Drawing>; drawingCount?: number }
home.drawings ??= new Map()

/** Checks a text as if it were saved at a path, and keeps it for the preview if it can be drawn. */
export async function checkDraft(path: string, text: string): Promise<Checked> {
  const { content, library: saved } = await liveContent(contentRoot(), today())
  const before = content.files.find((other) => other.path === path)
  const source = { path, file: before?.file ?? `${content.root}/${path}`, text }
  const same = before?.text === text && !saved.stale?.length
  const files = [...content.files.filter((other) => other !== before), source]
  const library = same ? saved : { ...liveBuild({ ...content, files }, today()), words: saved.words }
  const known = new Set(saved.findings.map(nameOf))
  const findings = library.findings.filter(({ file }) => file === source.file)
  const document = documentOf(library, source.file)
  const drawn =
    document && path.endsWith('.mdx') ? await draw(library, document, findings, source) : undefined
  const last = home.drawings?.get(path)
  return {
    findings,
    elsewhere: library.findings.filter(
      (finding) => finding.file !== source.file && !known.has(nameOf(finding)),
    ),
    reading: document && readingOf(library, document),
    preview: drawn ? 'draft' : last ? 'last good' : 'none',
    drawing: (drawn ?? last)?.number ?? 0,
  }
}

/** What the preview of a path shows: its last good draft, or the file as it is on the disk. */
export async function drawnDraft(
  path: string,
): Promise<{ article: ArticleView } | { comparison: Comparison; view: View } | undefined> {
  const { content } = await liveContent(contentRoot(), today())
  const source = content.files.find((candidate) => candidate.path === path)
  if (!home.drawings?.has(path) && source) await checkDraft(path, source.text)
  const drawing = home.drawings?.get(path)
  if (!drawing) return undefined
  const { library, document, code } = drawing
  const codeOf = async (other: Document) => (other === document ? code : getCode(other))
  if (document.kind === 'article') return { article: await articleView(library, document, codeOf) }
  return {
    comparison: document,
    view: await view(library, { ...document, shows: [{ of: document.path, rows: [] }] }, codeOf),
  }
}

/** Forgets the drawing of a path that is no more. */
export function forgetDraft(path: string): void {
  home.drawings?.delete(path)
}

async function draw(
  library: Library,
  document: Document,
  findings: Finding[],
  source: Parameters<typeof codeIfDrawable>[0],
): Promise<Drawing | undefined> {
  const before = home.drawings?.get(source.path)
  if (before?.library === library) return before
  const good = !findings.some(({ severity }) => severity === 'fix')
  const code = good
    ? await compile(document, { lines: true })
    : await codeIfDrawable(source, library, { lines: true })
  if (!code) return undefined
  home.drawingCount = (home.drawingCount ?? 0) + 1
  const drawing = { library, document, code, number: home.drawingCount }
  home.drawings?.set(source.path, drawing)
  return drawing
}

const documentOf = ({ articles, comparisons }: Library, file: string): Document | undefined =>
  [...articles, ...comparisons].find((document) => document.file === file)

function readingOf(library: Library, document: Document): Checked['reading'] {
  const { words, grade } = reading(
    passagesOf({ ...document, text: sourceText(document) }, document.kind),
    library.wordLists.neutral,
    library.language,
  )
  return { words, grade: Math.round(grade * 10) / 10, highestGrade }
}

const nameOf = ({ file, rule, message }: Finding) => `${file}\n${rule}\n${message}`
