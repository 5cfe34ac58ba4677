import { expect, test } from 'vitest'
import { finishedSite, serve, someFiles } from '../support/finished-site'
import { startNginx } from '../support/nginx'

const paths = [
  ...Object.keys(someFiles).map((file) => `/${file.replace(/index\.html$/, '')}`),
  '/sea-air',
  '/sea-air?from=a-friend',
  '/sea-air/harms',
  '/ocean-air/',
  '/sea-air/risks/',
  '/no-such-page/',
  '/no-such-page',
  '/_next/static/no-such-file.js',
  '/search/no-such-page/',
  '/_headers',
  '/_redirects',
  '/_nginx.conf',
]

// what says something about the connection or the file, and not about the site
const own = [
  'connection',
  'keep-alive',
  'date',
  'server',
  'etag',
  'last-modified',
  'content-length',
  'transfer-encoding',
  'accept-ranges',
]

async function answer(address: string, path: string, encoding: string) {
  const { status, headers } = await fetch(address + path.split('/').map(encodeOnce).join('/'), {
    redirect: 'manual',
    headers: { 'Accept-Encoding': encoding },
  })
  const kept = [...headers].filter(([name]) => !own.includes(name))
  // only whole pages say how they are packed: what a missing page looks like on the way is up to the server
  return {
    path,
    status,
    headers: Object.fromEntries(
      kept.filter(([name]) => status === 200 || !/^(content-encoding|vary|content-type)$/.test(name)),
    ),
  }
}

const encodeOnce = (part: string) => (/[^\x20-\x7e]/.test(part) ? encodeURIComponent(part) : part)

test.each(['identity', 'gzip'])(
  'nginx and “npm start” answer every address with the same headers and redirects, asked for %s',
  async (encoding) => {
    const folder = await finishedSite()
    const [nginx, ours] = [await startNginx(folder), await serve(folder)]
    try {
      for (const path of paths)
        expect(await answer(nginx.address, path, encoding)).toEqual(
          await answer(ours.address, path, encoding),
        )
    } finally {
      await Promise.all([nginx.stop(), ours.stop()])
    }
  },
)

test('both revalidate a page that has not changed', async () => {
  const folder = await finishedSite()
  for (const { address, stop } of [await startNginx(folder), await serve(folder)]) {
    const etag = (await fetch(`${address}/sea-air/`)).headers.get('etag') ?? ''
    expect((await fetch(`${address}/sea-air/`, { headers: { 'If-None-Match': etag } })).status).toBe(304)
    await stop()
  }
})
