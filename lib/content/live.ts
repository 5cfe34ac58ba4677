import { isDeepStrictEqual } from 'node:util'
import type { Day } from '../dates'
import { committedText } from '../git'
import { buildLibrary } from './build-library'
import { codeIfDrawable } from './drawable'
import { interfaceWords, type Words } from './interface'
import type { Library } from './library'
import { type ContentFiles, readContent, type SourceFile } from './read'

type Memory = {
  /** the last good text of each file, by its path */
  good: Map<string, string>
  latest?: { content: ContentFiles; today: Day; drawable: ReturnType<typeof drawableLibrary> }
}

// Development loads this module once for pages, once more for what the studio asks, and anew whenever code changes. What was
// good must outlive that, and one builder remembers for all what it has parsed; a change of the checker needs a new start.
const home = globalThis as { lastGood?: Map<string, Memory>; builder?: typeof buildLibrary }
home.lastGood ??= new Map()
home.builder ??= buildLibrary

/** buildLibrary, which while somebody edits takes time only for what has changed. */
export const liveBuild = home.builder

/** The library while somebody edits: a file that cannot be drawn stands in it as it last was when it could. Its findings speak of the files as they are. */
export async function liveLibrary(root: string, today: Day): Promise<Library> {
  return (await liveContent(root, today)).library
}

/** The library of liveLibrary and the files it was made from. */
export async function liveContent(root: string, today: Day): ReturnType<typeof drawableLibrary> {
  const memory: Memory = home.lastGood?.get(root) ?? { good: new Map() }
  home.lastGood?.set(root, memory)
  const { latest } = memory
  const content = withSameFiles(await readContent(root), latest?.content)
  if (latest?.today === today && isDeepStrictEqual(latest.content, content)) return latest.drawable
  const drawable = drawableLibrary(
    content,
    today,
    (path) => memory.good.get(path),
    (path) => committedText(root, path),
  )
  memory.latest = { content, today, drawable }
  for (const { path, text } of (await drawable).good) memory.good.set(path, text)
  return drawable
}

/** The content with the very files of before wherever their text is the same, so that they need not be parsed again. */
function withSameFiles(content: ContentFiles, before: ContentFiles | undefined): ContentFiles {
  const known = new Map(before?.files.map((source) => [source.path, source]))
  const files = content.files.map((source) => {
    const same = known.get(source.path)
    return same?.text === source.text && same.file === source.file ? same : source
  })
  return { ...content, files }
}

/** The library of files of which some cannot be drawn, with those as they last were; the files it is made from, and those of them that are good as they are. */
export async function drawableLibrary(
  content: ContentFiles,
  today: Day,
  lastGood: (path: string) => string | undefined,
  committed: (path: string) => Promise<string | undefined>,
): Promise<{ library: Library; content: ContentFiles; good: SourceFile[] }> {
  const library = liveBuild(content, today)
  const faulty = new Set(
    library.findings.filter(({ severity }) => severity === 'fix').map(({ file }) => file),
  )
  if (!content.files.some(({ file }) => faulty.has(file))) return { library, content, good: content.files }

  const good = content.files.filter(({ file }) => !faulty.has(file))
  const shelf = await replaced(content, async (source) => {
    if (!faulty.has(source.file) || isDocument(source)) return source
    return { ...source, text: lastGood(source.path) ?? (await committed(source.path)) ?? source.text }
  })
  const withShelf = shelf === content ? library : liveBuild(shelf, today)
  const drawable = await replaced(shelf, async (source) => {
    if (!faulty.has(source.file) || !isDocument(source)) return source
    if (await codeIfDrawable(source, withShelf)) {
      good.push(source)
      return source
    }
    for (const text of [lastGood(source.path), await committed(source.path)]) {
      if (text !== undefined && (await codeIfDrawable({ ...source, text }, withShelf)))
        return { ...source, text }
    }
    return { ...source, text: standIn(source) }
  })
  const stale = content.files
    .filter((source, index) => drawable.files[index]?.text !== source.text)
    .map(({ file }) => file)
  const shown = drawable === shelf ? withShelf : liveBuild(drawable, today)
  return {
    library: { ...shown, words: wholeWords(shown), findings: library.findings, stale },
    content: drawable,
    good,
  }
}

async function replaced(
  content: ContentFiles,
  change: (source: SourceFile) => Promise<SourceFile>,
): Promise<ContentFiles> {
  const files = await Promise.all(content.files.map(change))
  return files.every((file, index) => file === content.files[index]) ? content : { ...content, files }
}

/** The words of the interface; one that is missing shows its name instead, so that every page can be drawn. */
function wholeWords({ words, yaml }: Library): Words {
  if (Object.keys(words).length > 0) return words
  const written = (yaml.words.value ?? {}) as Partial<Record<string, Partial<Record<string, unknown>>>>
  const rooms = Object.entries(interfaceWords.shape).map(([room, schema]) => {
    const named = Object.keys('shape' in schema ? schema.shape : (written[room] ?? {})).map((key) => [
      key,
      String(written[room]?.[key] ?? `‹${room}.${key}›`),
    ])
    return [room, Object.fromEntries(named)]
  })
  return Object.fromEntries(rooms)
}

const isDocument = ({ path }: SourceFile) => path.endsWith('.mdx')

/** A page with nothing but its file's name, for an article that was never good; the findings stand above it. */
function standIn({ path }: SourceFile): string {
  const name = path.slice(path.lastIndexOf('/') + 1, -'.mdx'.length)
  const common = `title: ${JSON.stringify(name)}\nsummary: "…"\nwhoFor: "…"\norder: 99\nwritten: 2000-01-01\n`
  const rest = path.startsWith('en/comparisons/')
    ? 'options:\n  - { id: a, name: "…" }\n  - { id: b, name: "…" }\n'
    : 'keyPoints: ["…", "…", "…"]\ngroup: site\n'
  return `---\n${common}${rest}---\n`
}
