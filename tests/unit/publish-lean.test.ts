import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { factsOf, parseHtml } from '../../lib/publish/html'
import { lean, leanPage, needsRuntime } from '../../lib/publish/lean'
import { drawnComponents, isFrame } from '../../lib/publish/references'
import { folderWith, libraryThatPromises } from '../support/finished-site'

const frameOfNext = '[project]/node_modules/next/dist/esm/client/components/layout-router.js'
const ours = '[project]/components/visit/sheet.client.tsx'
const components = new Map([
  ['1', frameOfNext],
  ['2', ours],
  ['3', '[project]/node_modules/next/dist/client/app-dir/link.js'],
])

/** A page as it comes from the framework, drawing these client components. */
function pageOf(
  numbers: string[],
  body = '<main id="main"><h1>Sea air</h1><p>Walk<!-- --> by the sea.</p><a href="/rest/">Rest</a></main>',
): string {
  const rows = numbers
    .map((number, index) => `${index}:I[${number},["/_next/static/chunks/a.js"],"default"]\n`)
    .join('')
  const push = (text: string) =>
    `<script>self.__next_f.push(${JSON.stringify([1, text]).replaceAll('<', '\\u003c')})</script>`
  return `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><link rel="preconnect" href="/" crossorigin=""/><link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/><link rel="preload" as="script" href="/_next/static/chunks/a.js"/><script src="/_next/static/chunks/a.js" async=""></script><title>Sea air</title><meta name="description" content="Salt &amp; wind"/></head><body><div hidden=""><!--$--><!--/$--></div>${body}<!--$--><!--/$--><script id="_R_">(self.TURBOPACK=[]).push({})</script><script>(self.__next_f=self.__next_f||[]).push([0])</script>${push(rows)}${push('9:T7,2:I[2,["x"]]')}</body></html>`
}

test('a page with the frame of the framework alone needs no runtime', () => {
  expect(needsRuntime(parseHtml(pageOf(['1'])), components)).toBe(false)
})

test.each([
  ['a component of ours', '2'],
  ['a link of the framework', '3'],
  ['a component nobody knows', '99'],
])('a page that draws %s keeps the runtime', (_what, number) => {
  expect(needsRuntime(parseHtml(pageOf(['1', number])), components)).toBe(true)
})

test('text that looks like a reference is text', () => {
  expect(drawnComponents('1:I[7,["a"],"b"]\n2:T10,3:I[2,["x"],"y"]4:I[5,["a"],"b"]\n:HL["x"]\n')).toEqual([
    '7',
    '5',
  ])
})

test('the frame is known by where it lies', () => {
  expect([frameOfNext, ours, components.get('3') ?? ''].map(isFrame)).toEqual([true, false, false])
})

test('a lean page is the same page without the framework', () => {
  const html = leanPage(parseHtml(pageOf(['1'])), 'sea-air')
  expect(html).not.toMatch(/<script|<!--|hidden|preconnect|data-precedence/)
  expect(factsOf(parseHtml(html))).toEqual(factsOf(parseHtml(pageOf(['1']))))
})

test.each([
  ['text', '<p>More</p>'],
  ['ids', '<p id="more"></p>'],
  ['links', '<a href="/more/"></a>'],
])('a page whose %s changed on the way stops the build', (fact, more) => {
  const page = parseHtml(pageOf(['1']))
  const additions = parseHtml(more).children as never
  expect(() => leanPage(page, 'sea-air', additions)).toThrow(fact)
})

test('scripts inside a page move to a file, in their order, when the page keeps the runtime', async () => {
  const folder = folderWith({
    'index.html': pageOf(['1']),
    'my-visit/index.html': pageOf(['1', '2']),
    'my-visit/index.txt': 'flight',
    'index.txt': 'flight',
    '404/index.html': pageOf(['1']),
    '_next/static/chunks/a.js': 'load("static/chunks/b.js")',
    '_next/static/chunks/b.js': 'used by a',
    '_next/static/chunks/c.js': 'used by nobody',
    '_next/static/enhance.x.js': 'ours',
    '_next/static/media/face.woff2': 'font',
  })
  const manifest = join(folder, '.next/server/app/page_client-reference-manifest.js')
  mkdirSync(dirname(manifest), { recursive: true })
  const clientModules = Object.fromEntries([...components].map(([id, source]) => [source, { id }]))
  writeFileSync(
    manifest,
    `globalThis.__RSC_MANIFEST = {};globalThis.__RSC_MANIFEST["/page"] = ${JSON.stringify({ clientModules })}`,
  )
  await lean({ folder, library: libraryThatPromises([]) }, join(folder, '.next'))

  const kept = readFileSync(join(folder, 'my-visit/index.html'), 'utf8')
  const scripts = readdirSync(join(folder, '_next/static')).filter((file) => file.startsWith('page.'))
  expect(kept).not.toMatch(/<script(?![^>]*src=)/)
  expect(kept).toContain(`src="/_next/static/${scripts[0]}" defer`)
  expect(readFileSync(join(folder, '_next/static', scripts[0] as string), 'utf8')).toMatch(
    /TURBOPACK[\s\S]*push\(\[0\]\)[\s\S]*push\(\[1,/,
  )
  const home = readFileSync(join(folder, 'index.html'), 'utf8')
  expect(home).toMatch(/<link rel="preload" href="\/_next\/static\/media\/face.woff2" as="font"/)
  expect(home.match(/<script[^>]*>/g)).toEqual(['<script src="/_next/static/enhance.x.js" defer>'])
  expect(readdirSync(join(folder, '_next/static/chunks'))).toEqual(['a.js', 'b.js'])
  expect(readdirSync(folder)).toEqual(expect.not.arrayContaining(['index.txt', '404']))
  expect(readdirSync(join(folder, 'my-visit'))).toContain('index.txt')
})
