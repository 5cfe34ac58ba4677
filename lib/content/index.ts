import { resolve } from 'node:path'
import { realToday } from '../dates'
import type { Article, Document } from './article'
import { buildLibrary } from './build-library'
import { compile } from './compile'
import { formatFinding, stopsTheBuild } from './finding'
import { forwards } from './ledger'
import type { Library } from './library'
import { liveLibrary } from './live'
import { readContent } from './read'
import { readShelf, type Shelf } from './shelf'
import { type ArticleView, articleView, type View, type VisitView, view, visitView } from './view'

export type { Article, Comparison, Document, Question, Section } from './article'
export { answersOf, inOrder } from './article'
export { changesOf, type DatedChange, lastChange, reviewDue } from './changes'
export type { Finding } from './finding'
export { guessesFrom } from './guesses'
export { type HandoutPart, type HandoutParts, handoutParts } from './handout-parts'
export type { Inline } from './inline'
export type { Words } from './interface'
export { codesByPage, type Destination, documentsOf, idsOf, type PastPlace, pastPlaces } from './ledger'
export type { Library } from './library'
export type * from './schema'
export { sectionSummary } from './section-summary'
export { type ArticleView, articleView, type Shown, type View, type VisitView, view } from './view'

/** Where the content is: CONTENT_ROOT, or the folder content. */
export function contentRoot(): string {
  return resolve(process.env.CONTENT_ROOT ?? 'content')
}

/** The day to compare dates with: TODAY (year-month-day), or the real one. */
export function today(): string {
  return process.env.TODAY ?? realToday()
}

/** The library as it stands on the disk now. */
export async function readLibrary(root = contentRoot(), day = today()): Promise<Library> {
  return buildLibrary(await readContent(root), day)
}

let shelf: Promise<Shelf> | undefined

/** The shelf that a build has laid ready, if this is one of its processes. */
function getShelf(): Promise<Shelf> | undefined {
  if (process.env.SHELF) shelf ??= readShelf(process.env.SHELF)
  return shelf
}

let kept: Promise<Library> | undefined

/** The library for pages: read once for a build, and anew for each request while somebody edits. */
export function getLibrary(): Promise<Library> {
  if (process.env.NODE_ENV === 'development') return liveLibrary(contentRoot(), today())
  kept ??= getShelf()?.then(({ library }) => library)
  kept ??= readLibrary().then((library) => {
    if (stopsTheBuild(library.findings))
      throw new Error(`\n${library.findings.map(formatFinding).join('\n')}`)
    return library
  })
  return kept
}

const compiled = new Map<string, Promise<string>>()

/** The compiled code of an article or comparison, remembered for as long as its text stays the same. */
export async function getCode(document: Document): Promise<string> {
  const shelved = (await getShelf())?.codes.get(document.address)
  if (shelved !== undefined) return shelved
  const key = `${document.address}\n${document.text}`
  const code = compiled.get(key) ?? compile(document)
  compiled.set(key, code)
  return code
}

/** The articles whose pages have to be drawn: all, or those that are not as they were when they were last drawn. A page is drawn from its view alone, so that this can be told. */
export async function getArticlesToDraw(): Promise<Article[]> {
  const { articles } = await getLibrary()
  const views = (await getShelf())?.views
  return views ? articles.filter(({ address }) => views.has(address)) : articles
}

/** While somebody edits: where the addresses of sections and short addresses lead. The finished site has pages for them. */
export async function getForwards(): Promise<Map<string, string>> {
  return process.env.NODE_ENV === 'development' ? forwards(await getLibrary()) : new Map()
}

/** The article at an address with all that its page needs, if there is one. */
export async function getArticleView(address: string): Promise<ArticleView | undefined> {
  const shelved = (await getShelf())?.views.get(address)
  if (shelved) return shelved
  const library = await getLibrary()
  const article = library.articles.find((candidate) => candidate.address === address)
  return article && articleView(library, article, getCode)
}

/** What the visit sheet needs, if its comparison is there. */
export async function getVisitView(address: string): Promise<VisitView | undefined> {
  return visitView(await getLibrary(), address, getCode)
}

/** What a page that is not an article needs: its claims and terms, and the comparisons it shows. */
export async function getView(page: Parameters<typeof view>[1]): Promise<View> {
  return view(await getLibrary(), page, getCode)
}
