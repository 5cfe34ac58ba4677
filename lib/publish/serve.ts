import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { join, relative, sep } from 'node:path'
import { finished } from 'node:stream'
import sirv from 'sirv'
import { contentType, headersFor, readRedirects } from './headers'

/** Answers requests with the files of a finished folder, as every other server of the site does. */
export function siteServer(folder: string): RequestListener {
  let site = openSite(folder)
  return (request, response) => {
    // a build puts a new folder in the place of this one
    if (site.folderNumber !== folderNumber(folder) && existsSync(folder)) site = openSite(folder)
    answer(site, request, response)
  }
}

type Site = ReturnType<typeof openSite>

function openSite(folder: string) {
  const redirects = join(folder, '_redirects')
  const notFound = join(folder, '404.html')
  const moved = existsSync(redirects) ? readRedirects(readFileSync(redirects, 'utf8')) : []
  const files = filesOf(folder)
  return {
    folderNumber: folderNumber(folder),
    files,
    redirects: new Map(moved.map(({ from, to }) => [from, to])),
    notFound: existsSync(notFound) ? readFileSync(notFound) : Buffer.from('This page is not here.'),
    send: sirv(folder, {
      etag: true,
      brotli: true,
      gzip: true,
      extensions: [],
      // a file that has one form only does not vary
      setHeaders: (response, path) => files.has(`${path}.gz`) || response.removeHeader('Vary'),
    }),
  }
}

/** The addresses of all files of a folder. */
function filesOf(folder: string): Set<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Set(
    entries.map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`),
  )
}

// not part of the site: they tell other hosts what this server knows already
const forHosts = new Set(['/_headers', '/_redirects', '/_nginx.conf'])

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  const [written = '/', query] = (request.url ?? '/').split(/\?(.*)/s)
  const path = decoded(written)
  setHeaders(response, headersFor(path ?? '/'))
  if (path === undefined) refuse(response, 400)
  else if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    refuse(response, 405)
  } else {
    const moved = site.redirects.get(path)
    const file = path.endsWith('/') ? `${path}index.html` : path
    if (moved) redirect(response, moved)
    else if (site.files.has(file) && !forHosts.has(file)) send(site, file, request, response)
    else if (site.files.has(`${path}/index.html`))
      redirect(response, `${written}/${query ? `?${query}` : ''}`)
    else sendNotFound(site, response)
  }
}

function send(site: Site, file: string, request: IncomingMessage, response: ServerResponse): void {
  // sirv looks at the address alone
  request.url = encodeURI(file)
  if (!isRange(request.headers.range)) delete request.headers.range
  response.setHeader('Content-Type', contentType(file))
  closeWithTheReader(response)
  site.send(request, response, () => sendNotFound(site, response))
}

function sendNotFound({ notFound }: Site, response: ServerResponse): void {
  setHeaders(response, headersFor('/404.html'))
  response.writeHead(404, { 'Content-Type': contentType('/404.html'), 'Content-Length': notFound.length })
  response.end(notFound)
}

/** True for the one form of range that sirv understands; it would fall over one that ends before it starts. */
function isRange(range = ''): boolean {
  const [, start, end] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range) ?? []
  return start !== undefined && (!end || Number(start) <= Number(end))
}

/** The path that an address means; undefined if it means none. */
function decoded(written: string): string | undefined {
  try {
    const path = decodeURIComponent(written)
    return path.startsWith('/') && !path.includes('\0') ? path : undefined
  } catch {
    return undefined
  }
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { Location: to })
  response.end()
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end()
}

/** A reader who leaves in the middle must not leave the file open, nor may a file that goes away end the server. */
function closeWithTheReader(response: ServerResponse): void {
  response.once('pipe', (file) => {
    file.on('error', () => response.destroy())
    finished(response, () => (file as unknown as { destroy: () => void }).destroy())
  })
}

function setHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

function folderNumber(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.ino ?? 0
}
