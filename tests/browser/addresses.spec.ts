import { expect, test } from '@playwright/test'
import { sectionAddress, shortAddress } from '../../lib/addresses'
import { pastPlaces, readLibrary } from '../../lib/content'
import { real } from '../../playwright.config'

const sites = [
  { name: 'the made-up site', root: 'tests/fixtures/content', base: 'http://localhost:3101' },
  { name: 'the real site', root: 'content', base: real },
]

test.use({ javaScriptEnabled: false })

for (const { name, root, base } of sites) {
  test(`every address, place and code in the ledger of ${name} arrives without script`, async ({ page }) => {
    test.slow()
    const places = pastPlaces(await readLibrary(root))
    for (const address of new Set(places.map((place) => place.address))) {
      await page.goto(base + address)
      await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible()
      const html = await page.content()
      // a place that has moved to another page is not here any more
      const own = places.filter(
        ({ destination }) => destination.kind === 'there' && destination.address === address,
      )
      for (const { id } of own.filter((place) => place.address === address && place.id)) {
        expect(html, `${address}#${id}`).toContain(` id="${id}"`)
      }
    }
    const pages = places.flatMap(({ address, id, code }) =>
      code ? [shortAddress(code), ...(id ? [sectionAddress(address, id)] : [])] : [],
    )
    for (const address of pages) {
      const answer = await page.request.get(base + address)
      expect(answer.status(), address).toBe(200)
      const next = (await answer.text()).match(/http-equiv="refresh" content="0; url=([^"]+)"/)?.[1]
      if (next) expect((await page.request.get(base + next)).status(), `${address} → ${next}`).toBe(200)
    }
  })
}

test('a short address forwards to the part it was given for', async ({ page }) => {
  const harms = pastPlaces(await readLibrary('tests/fixtures/content')).find(({ id }) => id === 'harms')
  await page.goto(shortAddress(harms?.code ?? ''))
  await expect(page).toHaveURL('/sea-air/harms/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harms and hard parts')
  await expect(page.getByRole('img', { name: 'Code to scan' })).toBeVisible()
})

test('a link to an old name of a section shows the section', async ({ page }) => {
  await page.goto('/sea-air/#about')
  await expect(page.locator('#about')).toBeInViewport()
})

test('a section page leads to the whole, to the part before and to the next', async ({ page }) => {
  await page.goto('/sea-air/harms/')
  const next = page.getByRole('navigation', { name: 'Where next' })
  await expect(next.getByRole('link')).toHaveText([
    'Read all of Sea air',
    'Part before: Will it work?',
    'Next part: How it compares',
  ])
  await next.getByRole('link', { name: 'Next part' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How it compares')
})

test('what changed is told by day and leads to the part', async ({ page }) => {
  await page.goto('/changes/')
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('October 10, 2026')
  await page.getByRole('link', { name: 'Sea air: Harms and hard parts' }).click()
  await expect(page).toHaveURL('/sea-air/harms/')
})
