import { expect, type Page, test } from '@playwright/test'
import { madeUp, real } from '../../playwright.config'
import { addressesIn, charactersPerLine, faultsOf } from '../support/layout'

const widths = [320, 390, 768, 1280, 1920]
const sites = [
  { name: 'the made-up site', site: madeUp, folder: '.build/made-up' },
  { name: 'the real site', site: real, folder: 'out' },
]

/** Whole pages: what is not one section of another page. */
function whole(addresses: string[]): string[] {
  return addresses.filter((address) => {
    const above = address.replace(/[^/]+\/$/, '')
    return above === '/' || above === '/compare/' || !addresses.includes(above)
  })
}

/** What is wrong on some pages, with the address and the setting in front. */
async function faultsOn(page: Page, site: string, addresses: string[], sizes: number[]) {
  const faults: string[] = []
  for (const address of addresses) {
    await page.goto(site + address)
    await page.evaluate(() => document.fonts.ready)
    for (const width of sizes) {
      await page.setViewportSize({ width, height: width < 1000 ? 900 : 720 })
      faults.push(...(await faultsOf(page)).map((fault) => `${address} at ${width} px ${fault}`))
    }
  }
  return faults
}

for (const { name, site, folder } of sites) {
  test.describe(name, () => {
    // every page of a site takes its time
    test.describe.configure({ timeout: 300_000 })

    test('nothing scrolls sideways, overlaps or is too small to press', async ({ page }) => {
      expect(await faultsOn(page, site, whole(addressesIn(folder)), widths)).toEqual([])
    })

    test('a section on its own is as sound on the narrowest phone', async ({ page }) => {
      const all = addressesIn(folder)
      // their text has been looked at in the whole pages; one in four shows that what stands round it holds
      const sections = all
        .filter((address) => !whole(all).includes(address))
        .filter((_, index) => index % 4 === 0)
      expect(sections.length).toBeGreaterThan(0)
      expect(await faultsOn(page, site, sections, [320])).toEqual([])
    })

    test('with letters twice as large nothing scrolls sideways, overlaps or is too small to press', async ({
      page,
    }) => {
      // as a reader sets it in the browser
      const browser = await page.context().newCDPSession(page)
      await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
      expect(await faultsOn(page, site, whole(addressesIn(folder)), [390, 1280])).toEqual([])
    })

    test.describe('in forced colours', () => {
      test.use({ contextOptions: { forcedColors: 'active' } })

      test('nothing scrolls sideways, overlaps or is too small to press', async ({ page }) => {
        expect(await faultsOn(page, site, whole(addressesIn(folder)), [390, 1280])).toEqual([])
      })
    })

    test('lines of text hold less than 68 characters', async ({ page }) => {
      await page.setViewportSize({ width: 1920, height: 1000 })
      for (const address of whole(addressesIn(folder))) {
        await page.goto(site + address)
        const { average, most, line } = await charactersPerLine(page)
        expect.soft(average, `${address}: on average`).toBeLessThan(68)
        expect.soft(most, `${address}: ${line}`).toBeLessThan(80)
      }
    })

    test('the first screen of a phone shows the title, whom the page is for and the first key point', async ({
      page,
    }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      let articles = 0
      for (const address of whole(addressesIn(folder))) {
        await page.goto(site + address)
        const point = page.locator('.keys li').first()
        if ((await point.count()) === 0) continue
        articles += 1
        const box = await point.boundingBox()
        expect.soft(Math.round((box?.y ?? 0) + (box?.height ?? 0)), address).toBeLessThanOrEqual(844)
      }
      expect(articles).toBeGreaterThan(0)
    })

    test('nothing moves while a page loads', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      for (const address of whole(addressesIn(folder))) {
        await page.goto(site + address)
        await page.evaluate(() => document.fonts.ready)
        const moved = await page.evaluate(
          () =>
            new Promise<number>((done) => {
              let sum = 0
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries())
                  sum += (entry as PerformanceEntry & { value: number }).value
              }).observe({ type: 'layout-shift', buffered: true })
              requestAnimationFrame(() => requestAnimationFrame(() => done(sum)))
            }),
        )
        expect.soft(moved, address).toBe(0)
      }
    })
  })
}

test('where the letters of the site do not come, headings are bold all the same', async ({ page }) => {
  await page.route('**/*.woff2', (route) => route.abort())
  await page.goto(`${madeUp}/sea-air/`)
  const widths = await page.evaluate(() => {
    const heading = document.querySelector('h1') as HTMLElement
    heading.style.width = 'max-content'
    return ['400', '760'].map((weight) => {
      heading.style.fontWeight = weight
      return heading.getBoundingClientRect().width
    })
  })
  expect(widths[1]).toBeGreaterThan(widths[0] ?? 0)
})
