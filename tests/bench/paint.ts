import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { textContent } from 'domutils'
import { compress } from '../../lib/publish/compress'
import { escaped } from '../../lib/publish/frame'
import { elementsNamed, parseHtml } from '../../lib/publish/html'
import { browserOptions } from '../support/browser'
import { libraryThatPromises, serve } from '../support/finished-site'

const times = 5

/** What a phone on slow 4G with a processor four times slower sees of a page. */
export type Seen = { paint: number; shift: number; blocking: number }

/** A page of a finished site and the same words as plain hand-written HTML, each opened some times in turn: the medians. */
export async function paints(site: string, page: string): Promise<{ ours: Seen; floor: Seen }> {
  const [ours, floor] = [await serve(site), await serve(await floorOf(site, page))]
  const browser = await chromium.launch(browserOptions())
  const seen: { ours: Seen[]; floor: Seen[] } = { ours: [], floor: [] }
  for (let n = 0; n < times; n++) {
    seen.ours.push(await open(browser, `${ours.address}${page}`))
    seen.floor.push(await open(browser, `${floor.address}/`))
  }
  await browser.close()
  await Promise.all([ours.stop(), floor.stop()])
  return { ours: median(seen.ours), floor: median(seen.floor) }
}

async function open(browser: Browser, address: string): Promise<Seen> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
  })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  // the slow 4G and the slow processor of Lighthouse
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 562.5,
    downloadThroughput: 180_000,
    uploadThroughput: 84_000,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(() => {
    const seen = { paint: 0, shift: 0, blocking: 0 }
    Object.assign(window, { seen })
    // without a name of their own, since the name would be given to them by a helper that the page does not have
    const watched: [string, (entry: PerformanceEntry) => void][] = [
      [
        'largest-contentful-paint',
        ({ startTime }) => {
          seen.paint = startTime
        },
      ],
      [
        'layout-shift',
        (entry) => {
          seen.shift += (entry as unknown as { value: number }).value
        },
      ],
      [
        'longtask',
        ({ duration }) => {
          seen.blocking += Math.max(0, duration - 50)
        },
      ],
    ]
    for (const [type, see] of watched)
      new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true })
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen)
  await context.close()
  return seen
}

/** The words of a page as somebody would write them by hand: headings, paragraphs, lists and a small style sheet. */
async function floorOf(site: string, page: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'floor-'))
  const words = elementsNamed(
    parseHtml(readFileSync(join(site, page, 'index.html'), 'utf8')),
    'h1',
    'h2',
    'h3',
    'p',
    'li',
    'dt',
    'dd',
    'summary',
  )
  const body = words
    .map((element) => `<${tags[element.name] ?? element.name}>${escaped(textContent(element))}`)
    .join('\n')
  writeFileSync(
    join(folder, 'index.html'),
    `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Words</title><link rel="stylesheet" href="/style.css"><main>${body}</main></html>`,
  )
  writeFileSync(
    join(folder, 'style.css'),
    'body { font: 19px/1.55 system-ui, sans-serif; max-width: 34em; margin: 1rem auto; padding: 0 1rem }\nh1 { font-size: 2.75rem; line-height: 1.05 }',
  )
  cpSync(join(site, '404.html'), join(folder, '404.html'))
  await compress({ folder, library: libraryThatPromises([]) })
  return folder
}

// loose items would be lists without a list
const tags: Record<string, string> = { li: 'p', dt: 'p', dd: 'p', summary: 'h3' }

function median(all: Seen[]): Seen {
  const middle = (name: keyof Seen) =>
    all.map((one) => one[name]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
  return { paint: middle('paint'), shift: middle('shift'), blocking: middle('blocking') }
}
