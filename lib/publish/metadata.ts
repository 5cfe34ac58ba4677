import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { textContent } from 'domutils'
import { neutralPreview, pages, previewPicture, shortAddress } from '../addresses'
import type { Library } from '../content'
import { escaped } from './frame'
import { elementsNamed, filesIn, parseHtml } from './html'
import { previewSize } from './previews'
import type { Build } from './step'
import { placeOf, structuredData } from './structured-data'

/** What a page says in its head to whoever makes a preview of it. */
type Said = { title: string; description: string; noindex?: boolean }

/** Tells preview robots and search engines what each page is, in its head; pages that were cut from others have been told. */
export async function metadata({ folder, library }: Build): Promise<void> {
  for (const file of await filesIn(folder)) {
    if (!file.endsWith('index.html')) continue
    const html = await readFile(join(folder, file), 'utf8')
    const end = html.indexOf('</head>')
    if (html.lastIndexOf('property="og:type"', end) >= 0) continue
    const address = `/${file.slice(0, -'index.html'.length)}`
    const additions = tagsOf(library, address, saidIn(html.slice(0, end)), (picture) =>
      existsSync(join(folder, picture)),
    )
    await writeFile(join(folder, file), html.slice(0, end) + additions + html.slice(end))
  }
}

/** The lines for previews and search engines of the page at an address. */
export function tagsOf(
  library: Library,
  address: string,
  { title, description, noindex }: Said,
  isThere: (picture: string) => boolean = () => true,
): string {
  const { words, clinic, language } = library
  const discreet = address.startsWith(shortAddress('').slice(0, -1))
  const url = (path: string) => new URL(path, clinic.site).href
  const own = title.replace(` · ${words.site.name}`, '')
  const picture = discreet
    ? neutralPreview
    : ([previewPicture(address)].find(isThere) ?? previewPicture(pages.home))
  const tags: [string, string | false][] = [
    ['og:type', !discreet && placeOf(library, address) ? 'article' : 'website'],
    ['og:title', own],
    ['og:description', description],
    ['og:url', url(address)],
    ['og:site_name', !discreet && words.site.name],
    ['og:locale', language],
    ['og:image', url(picture)],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(previewSize.width)],
    ['og:image:height', String(previewSize.height)],
    ['og:image:alt', own],
    // the rest it takes from the lines above
    ['twitter:card', 'summary_large_image'],
  ]
  const lines = tags.map(
    ([name, content]) =>
      content &&
      `<meta ${name.startsWith('og:') ? 'property' : 'name'}="${name}" content="${escaped(content)}">`,
  )
  return [...lines, discreet || noindex ? '' : dataOf(library, address, own)].filter(Boolean).join('')
}

function dataOf(library: Library, address: string, title: string): string {
  const graph = { '@context': 'https://schema.org', '@graph': structuredData(library, address, title) }
  // “<” would end the element if a text held “</script>”
  return `<script type="application/ld+json">${JSON.stringify(graph).replaceAll('<', '\\u003c')}</script>`
}

function saidIn(head: string): Said {
  const page = parseHtml(head)
  const meta = (name: string) =>
    elementsNamed(page, 'meta').find(({ attribs }) => attribs.name === name)?.attribs.content ?? ''
  const [title] = elementsNamed(page, 'title')
  return {
    title: title ? textContent(title) : '',
    description: meta('description'),
    noindex: meta('robots').includes('noindex'),
  }
}
