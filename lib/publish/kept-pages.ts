import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { serialize } from 'node:v8'
import type { ArticleView, Library } from '../content'
import { plain } from '../content/shelf'
import { articleView } from '../content/view'
import { hashOf } from './html'
import type { Build, KeptPages } from './step'

/** The name under which the page of an article is kept. It holds everything the page is drawn from: its view, and the program. */
export function nameOfPage(view: ArticleView, program: string): string {
  const { code: _code, article, comparisons, ...rest } = view
  const shown = [...comparisons.values()].map(({ comparison }) => plain(comparison))
  return hashOf(program, serialize({ ...rest, article: plain(article), shown }))
}

/** The view of every article, by address. */
export async function viewsOf(
  library: Library,
  codes: Map<string, string>,
): Promise<Map<string, ArticleView>> {
  const codeOf = async ({ address }: { address: string }) => codes.get(address) ?? ''
  const views = new Map<string, ArticleView>()
  for (const article of library.articles)
    views.set(article.address, await articleView(library, article, codeOf))
  return views
}

/** The addresses of the articles whose pages are not there any more as they would be drawn now. */
export function pagesToDraw({ folder, names }: KeptPages): Set<string> {
  const toDraw = new Set(
    [...names].filter(([, name]) => !existsSync(join(folder, name))).map(([address]) => address),
  )
  // the framework cannot leave out all pages of a kind
  const [first] = names.keys()
  return toDraw.size > 0 || !first ? toDraw : new Set([first])
}

// a page that keeps the framework depends on more than its view
const needsMore = /\/_next\/static\/(chunks|page)[^"]*\.js/

/** Keeps the pages that were drawn, and lays in those that did not have to be. */
export async function keepPages({ folder, kept }: Build): Promise<void> {
  if (!kept) return
  await mkdir(kept.folder, { recursive: true })
  for (const [address, name] of kept.names) {
    const page = join(folder, address, 'index.html')
    const copy = join(kept.folder, name)
    if (!existsSync(page)) {
      await mkdir(dirname(page), { recursive: true })
      await copyFile(copy, page)
    } else if (!needsMore.test(await readFile(page, 'utf8'))) await copyFile(page, copy)
  }
  const names = new Set(kept.names.values())
  for (const name of await readdir(kept.folder)) if (!names.has(name)) await rm(join(kept.folder, name))
}
