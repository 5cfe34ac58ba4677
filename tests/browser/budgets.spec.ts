import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { factsOf, filesIn, parseHtml } from '../../lib/publish/html'
import { real } from '../../playwright.config'
import { budgets } from '../budgets'

const folder = 'out'
const compressed = (text: string) => brotliCompressSync(text).length
const words = (text: string) => text.split(/\s+/).filter(Boolean).length

/** What a page asks for on a first visit, with the bytes that go over the wire. */
async function loadOf(html: string) {
  const load = { script: 0, style: 0, font: 0, requests: 1 }
  const named = new Set<string>()
  const elements = parseHtml(html)
  const add = async (kind: 'script' | 'style' | 'font', address: string) => {
    if (named.has(address)) return
    named.add(address)
    const file = join(folder, address)
    load[kind] += (await stat(existsSync(`${file}.br`) ? `${file}.br` : file)).size
    load.requests += 1
  }
  const visit = async (node: typeof elements | (typeof elements.children)[number]): Promise<void> => {
    if ('attribs' in node) {
      const { src, href, rel, as, nomodule } = node.attribs
      // browsers that can read this page leave the other script alone
      if (node.name === 'script' && src && nomodule === undefined) await add('script', src)
      if (node.name === 'link' && href && rel === 'stylesheet') await add('style', href)
      if (node.name === 'link' && href && as === 'font') await add('font', href)
    }
    if ('children' in node) for (const child of node.children) await visit(child)
  }
  await visit(elements)
  // the icon, and the rules for fetching ahead
  load.requests += 2
  return load
}

test('every page keeps to its budget of bytes and requests', async () => {
  test.setTimeout(300_000)
  const tooMuch: string[] = []
  const files = (await filesIn(folder)).filter((file) => file.endsWith('.html'))
  expect(files.length).toBeGreaterThan(30)
  for (const file of files) {
    const html = await readFile(join(folder, file), 'utf8')
    const load = await loadOf(html)
    const isLean = !html.includes('/_next/static/page.')
    const isSearch = file === 'search/index.html'
    const budget = isLean && !isSearch ? budgets.lean : isSearch ? budgets.search : budgets.runtime
    for (const kind of ['script', 'style', 'font', 'requests'] as const) {
      if (load[kind] > budget[kind]) tooMuch.push(`${file}: ${kind} ${load[kind]}, at most ${budget[kind]}`)
    }
  }
  expect(tooMuch).toEqual([])
})

test('no article of the usual length weighs more than 1.8 times its own words, and no comparison more than 1.9 times', async () => {
  test.setTimeout(300_000)
  const tooMuch: string[] = []
  let measured = 0
  for (const file of await articles()) {
    const html = await readFile(join(folder, file), 'utf8')
    const count = words(await readFile(join(folder, file.replace('/index.html', '.md')), 'utf8'))
    // what stands round the text weighs the same on every page, so a short page says nothing of our markup
    if (count < budgets.lean.words) continue
    measured++
    const times = compressed(html) / compressed(factsOf(parseHtml(html)).text)
    const most = file.startsWith('compare/') ? budgets.lean.comparisonPerText : budgets.lean.perText
    if (times > most) tooMuch.push(`${file}: ${times.toFixed(2)} (${count} words)`)
  }
  expect(measured).toBeGreaterThan(20)
  expect(tooMuch).toEqual([])
})

/** The pages of articles and comparisons; they also stand there as Markdown. */
async function articles(): Promise<string[]> {
  const files = new Set(await filesIn(folder))
  return [...files].filter(
    (file) => file.endsWith('/index.html') && files.has(file.replace('/index.html', '.md')),
  )
}

/** Everything that is asked for while a page is opened, and what it leaves behind. */
async function visit(page: Page, address: string) {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.addInitScript(() => {
    const seen = { shift: 0, blocking: 0, stored: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (...item) {
      seen.stored += 1
      setItem.apply(this, item)
    }
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { shift: number; stored: number } }).seen,
  )
  return { requests, cookies: await page.context().cookies(), ...seen }
}

for (const path of [
  '/',
  '/psychotherapy/',
  '/conditions/depression/',
  '/compare/treatment-options/',
  '/psychotherapy/cbt/',
  '/glossary/',
  '/my-visit/',
  '/handout/',
  '/search/',
]) {
  test(`opening ${path} asks nobody else, keeps nothing and moves nothing`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    const { requests, cookies, shift, stored } = await visit(page, real + path)
    expect(requests.filter((url) => !url.startsWith(real))).toEqual([])
    expect(cookies).toEqual([])
    expect(stored).toBe(0)
    expect(shift).toBe(budgets.shift)
    const budget =
      path === '/search/'
        ? budgets.search
        : ['/my-visit/', '/handout/'].includes(path)
          ? budgets.runtime
          : budgets.lean
    expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(budget.requests)
  })
}
