import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { markdownAddress, pages, sectionAddress } from '../addresses'
import { changesOf, documentsOf, type Library, lastChange } from '../content'
import { escaped } from './frame'
import type { Build } from './step'

/** Writes what other programs read: the map of the site, the rules for robots, the feed of changes, and the list for language models. */
export async function feeds({ folder, library }: Build): Promise<void> {
  const made = Object.values(pages).filter((address) => existsSync(join(folder, address, 'index.html')))
  await Promise.all([
    writeFile(join(folder, 'sitemap.xml'), sitemap(library, made)),
    writeFile(
      join(folder, 'robots.txt'),
      `User-agent: *\nAllow: /\nSitemap: ${url(library, '/sitemap.xml')}\n`,
    ),
    writeFile(join(folder, pages.feed), feed(library)),
    writeFile(join(folder, 'llms.txt'), forLanguageModels(library)),
  ])
}

/** Every page with the day it last changed. Sections are left to their article, which they name as the page to be found. */
export function sitemap(library: Library, made: string[]): string {
  const documents = documentsOf(library).map((document) => ({
    address: document.address,
    day: lastChange(document).on,
  }))
  const last = documents
    .map(({ day }) => day)
    .sort()
    .at(-1)
  const entries = [...made.map((address) => ({ address, day: last })), ...documents].map(
    ({ address, day }) =>
      `<url><loc>${escaped(url(library, address))}</loc>${day && `<lastmod>${day}</lastmod>`}</url>`,
  )
  return `${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`
}

/** The changes as an Atom feed, the newest first. */
export function feed(library: Library): string {
  const { words, clinic, language } = library
  const changes = changesOf(library).slice(0, 100)
  const entries = changes.map(({ on, what = words.changes.new, document, section }, index) => {
    const address = section ? sectionAddress(document.address, section.id) : document.address
    const title = [document.details.title, section?.title].filter(Boolean).join(': ')
    const sameDay = changes
      .slice(0, index)
      .filter((other) => other.on === on && other.document === document && other.section?.id === section?.id)
    const id = `${url(library, address)}?changed=${on}${sameDay.length ? `-${sameDay.length + 1}` : ''}`
    return `<entry><id>${escaped(id)}</id><title>${escaped(title)}</title><link href="${escaped(url(library, address))}"/><updated>${on}T00:00:00Z</updated><summary>${escaped(what)}</summary></entry>`
  })
  return [
    `${declaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${escaped(url(library, pages.feed))}</id><title>${escaped(`${words.changes.title} · ${words.site.name}`)}</title>`,
    `<subtitle>${escaped(words.changes.summary)}</subtitle><author><name>${escaped(clinic.name)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(url(library, pages.feed))}"/><link href="${escaped(url(library, pages.changes))}"/>`,
    `<updated>${changes[0]?.on ?? library.today}T00:00:00Z</updated>`,
    ...entries,
    '</feed>\n',
  ].join('\n')
}

/** What the site holds, for language models: each page as Markdown, in its groups. */
export function forLanguageModels(library: Library): string {
  const { words, clinic, articles, comparisons } = library
  const line = ({ address, details }: { address: string; details: { title: string; summary: string } }) =>
    `- [${details.title}](${url(library, markdownAddress(address))}): ${details.summary.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')}`
  const {
    title: _title,
    summary: _summary,
    comparisons: comparisonsTitle,
    tools: _tools,
    ...groups
  } = words.all
  const parts = [
    ...Object.entries(groups).map(([group, name]): [string, string[]] => [
      name,
      articles
        .filter(({ details }) => details.group === group)
        .toSorted((a, b) => a.details.order - b.details.order)
        .map(line),
    ]),
    [comparisonsTitle, comparisons.map(line)] as [string, string[]],
  ].filter(([, lines]) => lines.length)
  return [
    `# ${words.site.name}`,
    `> ${words.site.description}`,
    [words.footer.inform, clinic.funding].join(' '),
    ...parts.map(([name, lines]) => `## ${name}\n\n${lines.join('\n')}`),
  ]
    .join('\n\n')
    .concat('\n')
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'

const url = ({ clinic }: Library, address: string) => new URL(address, clinic.site).href
