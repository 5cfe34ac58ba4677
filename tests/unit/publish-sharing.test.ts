import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sectionAddress, shortAddress } from '../../lib/addresses'
import { documentsOf, type Library, pastPlaces } from '../../lib/content'
import { buildLibrary } from '../../lib/content/build-library'
import { fixContent } from '../../lib/content/fixes'
import { type ContentFiles, readContent } from '../../lib/content/read'
import { factsOf, parseHtml } from '../../lib/publish/html'
import { metadata } from '../../lib/publish/metadata'
import { previews } from '../../lib/publish/previews'
import { sharedSite } from '../support/drawn-site'

const today = '2026-11-21'
const content = await readContent('tests/fixtures/content')
const library = buildLibrary(content, today)
const folder = await sharedSite(library)
await previews({ folder, library })
await metadata({ folder, library })

const read = (address: string, from = folder) => readFileSync(join(from, address, 'index.html'), 'utf8')
const tag = (html: string, name: string) =>
  html.match(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`))?.[1]
const textOf = (html: string) => factsOf(parseHtml(html)).text

/** The page at which a reader without script ends who opens an address. */
function arrive(address: string, from: string): { address: string; html: string } {
  const seen = new Set<string>()
  for (let at = address; ; ) {
    if (seen.has(at)) throw new Error(`${address} leads round in a circle.`)
    seen.add(at)
    const [path = '', id] = at.split('#')
    if (!existsSync(join(from, path, 'index.html')))
      throw new Error(`${address} leads to ${at}, which is not there.`)
    const html = read(path, from)
    const next = html.match(/<meta http-equiv="refresh" content="0; url=([^"]+)"/)?.[1]
    if (!next) {
      if (id && !html.includes(` id="${id}"`))
        throw new Error(`${address} leads to ${at}, which has no place of this name.`)
      return { address: at, html }
    }
    at = next
  }
}

test('a section page has its own title, description and way to the whole', () => {
  const html = read('/sea-air/harms/')
  expect(html).toContain('<title>Harms and hard parts · Sea air</title>')
  expect(tag(html, 'description')).toBe('The wind can be cold.')
  expect(html).toContain('<link rel="canonical" href="https://harbour.example/sea-air/#harms">')
  expect(html).toContain('<a class="go" href="/sea-air/">Read all of Sea air</a>')
  expect(html).toContain('<a class="go" href="/sea-air/will-it-work/">Part before: Will it work?</a>')
  expect(html).toContain('<a class="go" href="/sea-air/compares/">Next part: How it compares</a>')
  expect(textOf(html)).toContain('This part last changed on October 10, 2026. The part on harms is new.')
  expect(textOf(html)).toContain('call 900')
})

test('a section page holds its own notes and sources, numbered from one, and no others', () => {
  const numbers = read('/rest-cure/side-effects/')
  expect(numbers).toContain('id="know-rest-headache"')
  expect(numbers).toMatch(/popovertarget="know-rest-headache"><sup aria-hidden="true">1<\/sup>/)
  expect(numbers).not.toContain('id="know-rest-how-long"')
  expect(read('/sea-air/harms/')).not.toContain('class="sources"')
})

test('the page of a row shows every option under its name', () => {
  const text = textOf(read('/compare/ways-to-rest/side-effects/'))
  expect(text).toContain('Sea airThe wind can be cold.')
  expect(text).toContain('RestA headache came in')
})

test('every place that a section page links to is there', () => {
  for (const { address, sections } of documentsOf(library)) {
    for (const { id } of sections) {
      const { ids, links } = factsOf(parseHtml(read(sectionAddress(address, id))))
      for (const link of links.filter((link) => / #/.test(link))) expect(ids).toContain(link.split('#')[1])
      expect(new Set(ids).size).toBe(ids.length)
    }
  }
})

test('a preview robot that reads ten section pages gets title, description and a picture of the right size', async () => {
  const all = documentsOf(library).flatMap(({ address, sections }) =>
    sections.map(({ id }) => sectionAddress(address, id)),
  )
  // the same ten each time, from all over the site
  const ten = Array.from({ length: 10 }, (_, n) => all[(n * 7919 + 13) % all.length] as string)
  for (const address of ten) {
    const html = read(address)
    for (const name of ['og:title', 'og:description', 'og:url', 'twitter:card', 'og:image:alt'])
      expect(tag(html, name), `${name} of ${address}`).toBeTruthy()
    expect(tag(html, 'og:url')).toBe(`https://harbour.example${address}`)
    const picture = new URL(tag(html, 'og:image') ?? '')
    expect(picture.origin).toBe('https://harbour.example')
    const file = readFileSync(join(folder, picture.pathname))
    expect(await sharp(file).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect(file.length).toBeLessThan(25_000)
  }
})

test('a short address names no topic, forwards without script and says when the words last changed', () => {
  const code = codeOf(library, '/sea-air/', 'harms')
  const html = read(shortAddress(code))
  expect(html).toContain('<title>A page for you</title>')
  expect(tag(html, 'robots')).toBe('noindex')
  expect(html).not.toMatch(/therapy, medication/i)
  expect(textOf(html)).toContain('It last changed on October 10, 2026.')
  expect(arrive(shortAddress(code), folder).address).toBe('/sea-air/harms/')
})

test('each code to scan can be read by a machine and holds its short address', async () => {
  for (const { code } of pastPlaces(library)) {
    if (!code) continue
    const { data, info } = await sharp(join(folder, `codes/${code}.svg`), { density: 300 })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(
      `https://harbour.example${shortAddress(code)}`,
    )
  }
})

test('after a heading, ids and a file were renamed and sections removed, every earlier address arrives or says where the words went', async () => {
  const reason = 'Salt is known now.'
  const later = buildLibrary(laterContent(content, reason), today)
  expect(later.findings.filter(({ rule }) => rule.startsWith('ledger'))).toEqual([])
  const site = await sharedSite(later)
  const removed = ['not-known', 'ask']
  for (const { address, id, code } of pastPlaces(library)) {
    const gone = address === '/sea-air/' && id && removed.includes(id)
    const ways = [
      id ? `${address}#${id}` : address,
      ...(code ? [shortAddress(code)] : []),
      ...(id && code ? [sectionAddress(address, id)] : []),
    ]
    for (const way of ways) {
      const { html } = arrive(way, site)
      if (gone && id === 'not-known') expect(textOf(html), way).toContain(reason)
      else if (gone && !way.includes('#'))
        expect(arrive(way, site).address, way).toBe('/quiet-cure/questions/')
      else expect(html, way).not.toContain('<h1>These words were taken away')
    }
  }
  expect(arrive('/sea-air/harms/', site).address).toBe('/sea-air/hard-parts/')
  expect(arrive('/sea-air/dog/', site).address).toBe('/sea-air/dogs/')
  expect(arrive('/rest-cure/read/', site).address).toBe('/quiet-cure/read/')
  expect(read('/sea-air/', site)).toContain(
    'A part that stood here has moved: <a href="/quiet-cure/questions/">Questions people have</a>',
  )
})

function codeOf({ published }: Library, address: string, id: string): string {
  return published.addresses.find((entry) => entry.address === address)?.sections?.[id]?.code ?? ''
}

/** The made-up library after a year of editing: first some things are renamed, later others are taken away. */
function laterContent(before: ContentFiles, reason: string): ContentFiles {
  const seaAir = 'en/articles/sea-air.mdx'
  const renamed = withTexts(before, {
    [seaAir]: (text) =>
      text
        .replace('## Will it work? {', '## Does it do any good? {')
        .replace('Harms and hard parts {/* #harms */}', 'Harms and hard parts {/* #hard-parts */}')
        .replace('id="dog"', 'id="dogs"'),
  })
  const moved = renamed.files.map((file) =>
    file.path === 'en/articles/rest-cure.mdx'
      ? { ...file, path: 'en/articles/quiet-cure.mdx', file: 'quiet-cure.mdx' }
      : file,
  )
  return withTexts(fixContent({ ...renamed, files: moved }, today).content, {
    [seaAir]: (text) => text.replace(/## Questions to ask[\s\S]*$/, ''),
    'published.yaml': (text) =>
      text
        .replace(
          new RegExp(`( {6}not-known: \\{[^}]*${codeOf(library, '/sea-air/', 'not-known')}[^}]*?) \\}`),
          `$1, removed: ${reason} }`,
        )
        .replace(/( {6}ask: \{[^}]*?) \}/, '$1, moved: /quiet-cure/#questions }'),
  })
}

function withTexts(content: ContentFiles, changes: Record<string, (text: string) => string>): ContentFiles {
  const files = content.files.map((file) => ({ ...file, text: changes[file.path]?.(file.text) ?? file.text }))
  return { ...content, files }
}
