import { Agent, get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replaceFolder } from '../../lib/publish/folder'
import { finishedSite, folderWith, serve, someFiles } from '../support/finished-site'

let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  site = await serve(await finishedSite())
})
afterAll(() => site.stop())

type Answer = { status: number; headers: IncomingMessage['headers']; text: string }

/** The answer for a path that is sent exactly as it is written. */
function answer(
  path: string,
  { headers, agent, method }: { headers?: OutgoingHttpHeaders; agent?: Agent; method?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(site.address)
  return new Promise((done, failed) => {
    get({ hostname, port, path, headers: headers ?? {}, agent, method: method ?? 'GET' }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece) => {
        text += piece
      })
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }))
    }).on('error', failed)
  })
}

test.each([
  '/../../etc/passwd',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/sea-air/..%5c..%5cpackage.json',
  '//etc/passwd',
  '/sea-air/%00',
  '/%',
  '/%c0%ae%c0%ae/etc/passwd',
  '/_headers',
  '/_nginx.conf',
  '/.git/config',
])('%s leads to nothing', async (path) => {
  const { status, text } = await answer(path)
  expect([400, 404]).toContain(status)
  expect(text).not.toMatch(/root:|"name"|Content-Security/)
})

test('a page is found by its name in any script', async () => {
  expect((await answer(`/${encodeURIComponent('names-ü-日本')}/`)).text).toContain('Names')
})

test('a page that is not there gets the page that helps, which is never kept', async () => {
  const { status, text, headers } = await answer('/_next/static/no-such-file.js')
  expect(status).toBe(404)
  expect(text).toContain('This page is not here')
  expect(headers['cache-control']).toBe('no-cache')
})

test('a huge query is a query', async () => {
  expect((await answer(`/sea-air/?${'q'.repeat(8000)}`)).status).toBe(200)
})

test('huge headers are refused, and the server goes on', async () => {
  expect(
    (await answer('/', { headers: { 'X-Much': 'x'.repeat(100_000) } }).catch(() => ({ status: 431 }))).status,
  ).toBe(431)
  expect((await answer('/')).status).toBe(200)
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
  const { status, headers } = await answer('/', { method })
  expect(status).toBe(405)
  expect(headers.allow).toBe('GET, HEAD')
})

test.each(['bytes=0-3', 'bytes=99999-', 'bytes=-', 'bytes=abc', 'bytes=5-2'])(
  'the range %s does not end the server',
  async (range) => {
    await answer('/', { headers: { Range: range } }).catch(() => undefined)
    expect((await answer('/')).status).toBe(200)
  },
)

test('a redirect keeps the question that was asked', async () => {
  expect((await answer('/sea-air?a=1&b=2')).headers.location).toBe('/sea-air/?a=1&b=2')
})

test('a reader who sends nothing more holds up nobody', async () => {
  const { port } = new URL(site.address)
  const slow = Array.from({ length: 50 }, () => connect(Number(port), 'localhost').on('error', () => {}))
  for (const socket of slow) socket.write('GET / HTTP/1.1\r\nHost: ')
  expect((await answer('/')).status).toBe(200)
  for (const socket of slow) socket.destroy()
})

test('10,000 requests over 64 connections are answered without an error', { timeout: 120_000 }, async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const paths = Object.keys(someFiles).map((file) => encodeURI(`/${file.replace(/index\.html$/, '')}`))
  const statuses = new Map<number, number>()
  const one = async (n: number) => {
    const { status } = await answer(paths[n % paths.length] as string, {
      agent,
      headers: { 'Accept-Encoding': 'br' },
    })
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  await Promise.all(Array.from({ length: 10_000 }, (_, n) => one(n)))
  agent.destroy()
  expect(Object.fromEntries(statuses)).toEqual({ 200: 10_000 })
})

test('a new site that takes the place of the old one is served at once', async () => {
  const folder = await finishedSite()
  const own = await serve(folder)
  expect(await (await fetch(`${own.address}/`)).text()).toContain('Home')
  await replaceFolder(folderWith({ 'index.html': 'A new home', '404.html': 'nothing' }), folder)
  expect(await (await fetch(`${own.address}/`)).text()).toBe('A new home')
  expect((await fetch(`${own.address}/sea-air/`)).status).toBe(404)
  await own.stop()
})
