import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Frame } from '../../components/frame/frame'
import { ArticlePage } from '../../components/page/article-page'
import { ComparisonPage } from '../../components/page/comparison-page'
import { Plain } from '../../components/page/plain'
import { pages } from '../../lib/addresses'
import { articleView, type Library, view } from '../../lib/content'
import { compile } from '../../lib/content/compile'
import { codes } from '../../lib/publish/codes'
import { writePage } from '../../lib/publish/frame'
import { notices } from '../../lib/publish/notices'
import { sections } from '../../lib/publish/sections'
import { shortAddresses } from '../../lib/publish/short-addresses'

/** A folder with the pages of a library, drawn as the site draws them but without the framework. */
export async function drawnSite(library: Library): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'drawn-site-'))
  const { clinic, words, people, comparisons } = library
  const draw = (address: string, title: string, content: ReactNode) => {
    const body = renderToStaticMarkup(
      <Frame clinic={clinic} words={words}>
        {content}
      </Frame>,
    )
    const head = `<meta charset="utf-8"><title>${title} · ${words.site.name}</title><meta name="description" content="About ${title}"><link rel="canonical" href="${clinic.site}${address}"><link rel="stylesheet" href="/site.css">`
    return writePage(
      folder,
      address,
      `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
    )
  }
  for (const address of [pages.home, pages.all])
    await draw(
      address,
      'All pages',
      <Plain title="All pages" lead="Everything.">
        Nothing.
      </Plain>,
    )
  for (const article of library.articles)
    await draw(
      article.address,
      article.details.title,
      <ArticlePage view={await articleView(library, article, compile)} />,
    )
  for (const comparison of comparisons) {
    const { address, path, details } = comparison
    const seen = await view(library, { ...comparison, shows: [{ of: path, rows: [] }] }, compile)
    const reviewer = details.reviewed ? people.get(details.reviewed.by) : undefined
    await draw(
      address,
      details.title,
      <ComparisonPage view={seen} comparison={comparison} reviewer={reviewer} others={[]} />,
    )
  }
  return folder
}

/** The same folder with everything that lets addresses be kept and shared. */
export async function sharedSite(library: Library): Promise<string> {
  const folder = await drawnSite(library)
  for (const step of [notices, sections, shortAddresses, codes]) await step({ folder, library })
  return folder
}
