import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readVersion, saveVersion } from '@/lib/studio/files'
import { isOwnHost, refusal } from '@/lib/studio/guard'
import { picturePlace, slugFrom, textPlace } from '@/lib/studio/paths'

const aFolder = () => mkdtempSync(join(tmpdir(), 'studio-'))
const headers = (all: Record<string, string>) => new Headers(all)
const own = {
  host: 'localhost:4000',
  'x-studio': '1',
  origin: 'http://localhost:4000',
  'sec-fetch-site': 'same-origin',
}

test('a request of the studio passes', () => {
  expect(refusal(headers(own))).toBeUndefined()
  expect(refusal(headers({ host: '127.0.0.1:4000', 'x-studio': '1' }))).toBeUndefined()
})

test.each([
  ['a foreign host', { ...own, host: 'evil.example:4000' }],
  ['a host that only begins like ours', { ...own, host: 'localhost.evil.example' }],
  ['no host', { 'x-studio': '1' }],
  ['a foreign origin', { ...own, origin: 'https://evil.example' }],
  ['the origin of a sandboxed page', { ...own, origin: 'null' }],
  ['another port of this machine', { ...own, origin: 'http://localhost:9999' }],
  ['a page of another site', { ...own, 'sec-fetch-site': 'cross-site' }],
  ['no header of our own', { host: own.host, origin: own.origin }],
])('a request with %s is refused', (_, all) => {
  expect(refusal(headers(all))).toMatch(/^[A-Z].*\.$/)
})

test('pages are shown at this machine only', () => {
  expect(isOwnHost(headers({ host: '[::1]:4000' }))).toBe(true)
  expect(isOwnHost(headers({ host: '192.168.1.7:4000' }))).toBe(false)
})

test.each([
  'en/articles/sea-air.mdx',
  'en/articles/places/north-shore.mdx',
  'en/comparisons/ways-to-rest.mdx',
  'people.yaml',
  'en/glossary.yaml',
  'evidence/claims.yaml',
])('the studio opens %s', async (path) => {
  const folder = aFolder()
  expect(await textPlace(folder, path)).toBe(join(folder, path))
})

test.each([
  '../package.json',
  'en/articles/../../../package.json',
  '/etc/passwd',
  'en/articles/.hidden.mdx',
  'en/articles/a.mdx/../b.mdx',
  'en\\articles\\a.mdx',
  'en/articles/a.mdx\0.png',
  'en/articles/A.mdx',
  'en/articles/a b.mdx',
  'en/articles//a.mdx',
  'en/articles/a.tsx',
  'README.md',
  'published.yaml',
  'en/articles/%2e%2e/a.mdx',
  '',
])('the studio does not open %j', async (path) => {
  await expect(textPlace(aFolder(), path)).rejects.toThrow('is not a file the studio opens')
})

test.each(['../a.png', 'a.svg', 'a.png.html', 'A.png', '.png', 'a/b.png', 'a.html'])(
  'a picture is not called %j',
  async (file) => {
    await expect(picturePlace(aFolder(), file)).rejects.toThrow('is not a name for a picture')
  },
)

test('links to another place are left alone, whether file or folder', async () => {
  const folder = aFolder()
  const outside = aFolder()
  writeFileSync(join(outside, 'a.mdx'), 'secret')
  mkdirSync(join(folder, 'en/articles'), { recursive: true })
  symlinkSync(join(outside, 'a.mdx'), join(folder, 'en/articles/a.mdx'))
  symlinkSync(outside, join(folder, 'en/articles/away'))
  symlinkSync(outside, join(folder, 'pictures'))
  for (const path of ['en/articles/a.mdx', 'en/articles/away/a.mdx']) {
    await expect(textPlace(folder, path)).rejects.toThrow('leads to another place')
  }
  await expect(picturePlace(folder, 'a.png')).rejects.toThrow('leads to another place')
})

test.each([
  ['line feeds', 'a\nb\n'],
  ['carriage returns and line feeds', 'a\r\nb\r\n'],
  ['both kinds', 'a\r\nb\nc\r'],
  ['a byte-order mark', '\uFEFFa\n'],
  ['no last line end', 'a'],
  ['letters of all kinds', 'é “—” 日本 🌊\u2028\u00a0'],
])('saving writes exactly the text: %s', async (_, text) => {
  const place = join(aFolder(), 'a.mdx')
  writeFileSync(place, text)
  const version = await readVersion(place)
  expect(version?.text).toBe(text)
  await saveVersion(place, `${text}!`, version?.hash)
  expect(readFileSync(place).equals(Buffer.from(`${text}!`))).toBe(true)
})

test('a stale save changes nothing and shows what is there now', async () => {
  const place = join(aFolder(), 'a.mdx')
  writeFileSync(place, 'first')
  const { hash } = (await readVersion(place)) as { hash: string }
  writeFileSync(place, 'theirs')
  expect(await saveVersion(place, 'mine', hash)).toMatchObject({ conflict: { text: 'theirs' } })
  expect(readFileSync(place, 'utf8')).toBe('theirs')
})

test('of two saves at the same time, one is a conflict', async () => {
  const place = join(aFolder(), 'a.mdx')
  writeFileSync(place, 'first')
  const { hash } = (await readVersion(place)) as { hash: string }
  const results = await Promise.all([saveVersion(place, 'one', hash), saveVersion(place, 'two', hash)])
  expect(results.map((result) => Object.keys(result)[0])).toEqual(['saved', 'conflict'])
  expect(readFileSync(place, 'utf8')).toBe('one')
})

test('a file that is gone is a conflict, and a new file does not write over one that is there', async () => {
  const place = join(aFolder(), 'a.mdx')
  expect(await saveVersion(place, 'mine', 'some-hash')).toEqual({ conflict: null })
  writeFileSync(place, 'theirs')
  expect(await saveVersion(place, 'mine', undefined)).toMatchObject({ conflict: { text: 'theirs' } })
})

test('a save leaves one whole file, nothing beside it, and its rights as they were', async () => {
  const folder = aFolder()
  const place = join(folder, 'a.mdx')
  writeFileSync(place, 'first')
  chmodSync(place, 0o640)
  const { hash } = (await readVersion(place)) as { hash: string }
  await saveVersion(place, 'second', hash)
  expect(readdirSync(folder)).toEqual(['a.mdx'])
  expect(statSync(place).mode & 0o777).toBe(0o640)
})

test('a save that fails leaves the old file and nothing beside it', async () => {
  const folder = aFolder()
  const place = join(folder, 'a.mdx')
  // a folder of that name cannot be replaced by a file
  mkdirSync(place)
  await expect(saveVersion(place, 'text', undefined)).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['a.mdx'])
})

test('a file in another encoding is not opened, because saving would change it', async () => {
  const place = join(aFolder(), 'a.mdx')
  writeFileSync(place, Buffer.from([0x63, 0x61, 0x66, 0xe9]))
  await expect(readVersion(place)).rejects.toThrow('not saved as UTF-8')
})

test('a title becomes an address', () => {
  expect(slugFrom('What if it doesn’t help? Été (2)')).toBe('what-if-it-doesnt-help-ete-2')
})
