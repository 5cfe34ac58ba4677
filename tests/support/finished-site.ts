import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Library } from '../../lib/content'
import { compress } from '../../lib/publish/compress'
import { headerRules, headers, speculationRules } from '../../lib/publish/headers'
import { siteServer } from '../../lib/publish/serve'

const page = (title: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1 id="top">${title}</h1></body></html>`

/** The files of a small finished site, one of each kind. */
export const someFiles: Record<string, string> = {
  'index.html': page('Home'),
  '404.html': page('This page is not here'),
  'sea-air/index.html': page('Sea air'),
  'sea-air/harms/index.html': page('Harms'),
  'search/index.html': page('Search'),
  'names-ü-日本/index.html': page('Names'),
  'previews/home.png': 'picture',
  'sitemap.xml': '<urlset/>',
  'llms.txt': 'words',
  'sea-air.md': '# Sea air',
  'data.unknown': 'something',
  '_next/static/style.abc.css': 'body { color: black }',
  '_next/static/enhance.abc.js': 'document',
  '_next/static/media/face.woff2': 'font',
  [speculationRules.slice(1)]: '{}',
  ...Object.fromEntries(headerRules.map(({ under }) => [`${under.slice(1)}file.txt`, 'under a rule'])),
}

/** A library of which only the ledger matters. */
export function libraryThatPromises(addresses: Library['published']['addresses']): Library {
  return { published: { addresses }, clinic: { site: 'https://clinic.example' } } as unknown as Library
}

/** A new folder with these files. */
export function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

/** A small finished site with moved addresses, ready to be served. */
export async function finishedSite(): Promise<string> {
  const folder = folderWith(someFiles)
  const library = libraryThatPromises([
    { address: '/ocean-air/', code: 'aaaa', since: '2026-01-01', moved: '/sea-air/' },
    {
      address: '/sea-air/',
      code: 'bbbb',
      since: '2026-01-01',
      sections: { risks: { code: 'cccc', since: '2026-01-01', moved: '/sea-air/harms/' } },
    },
  ])
  await headers({ folder, library })
  await compress({ folder, library })
  return folder
}

/** A folder served as “npm start” serves it. */
export async function serve(folder: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const server = createServer(siteServer(folder))
  await new Promise<void>((done) => server.listen(0, done))
  const { port } = server.address() as { port: number }
  return {
    address: `http://localhost:${port}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
