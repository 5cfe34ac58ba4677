import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { real } from '../../playwright.config'

const field = (page: Page) => page.getByRole('searchbox', { name: 'What do you want to know?' })
const results = (page: Page) => page.locator('#results')
const links = (page: Page) => results(page).getByRole('link')

async function look(page: Page, query: string) {
  await field(page).fill(query)
  // the answer to the query before is still there until the next one comes
  await expect(results(page)).toHaveAttribute('aria-busy', 'false')
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('all pages and all their parts are listed from A to Z', async ({ page }) => {
    await page.goto('/search/')
    await expect(field(page)).toBeHidden()
    const titles = await page.locator('summary').allTextContents()
    expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, 'en')))
    expect(titles).toContain('Five shores')
    await page.locator('summary', { hasText: /^Sea air$/ }).click()
    await page.getByRole('link', { name: 'Harms and hard parts' }).click()
    await expect(page).toHaveURL('/sea-air/#harms')
  })
})

test('a section is found by its words and stands under the name of its page', async ({ page }) => {
  await page.goto('/search/')
  await look(page, 'coat')
  const first = results(page).getByRole('listitem').first()
  await expect(first).toContainText('Sea air')
  await expect(first.locator('mark').first()).toHaveText(/coat/i)
})

test('no address is found twice', async ({ page }) => {
  await page.goto('/search/')
  await look(page, 'wind')
  const found = await links(page).evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(found[0]).toBe('/sea-air/#what-it-is')
  expect(new Set(found).size).toBe(found.length)
})

test('words of danger bring the crisis line first', async ({ page }) => {
  await page.goto('/search/')
  await look(page, 'wind')
  await expect(page.getByRole('heading', { name: 'Get help now' })).toBeHidden()
  await look(page, 'i am drownning')
  await expect(page.getByRole('heading', { name: 'Get help now' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Call 700' })).toBeVisible()
})

test('a query that finds nothing says so and helps on', async ({ page }) => {
  await page.goto('/search/')
  await look(page, 'zeppelin')
  await expect(results(page)).toContainText('We found nothing for “zeppelin”.')
  await look(page, '')
  await expect(results(page)).toBeEmpty()
})

test('when the index does not come, the list of all pages is named', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort())
  await page.goto('/search/')
  await look(page, 'wind')
  await expect(results(page)).toContainText('The search did not load.')
})

test('a query that a link brings along is taken out of the address, and the way back finds it', async ({
  page,
}) => {
  await page.goto('/search/?q=wind')
  await expect(field(page)).toHaveValue('wind')
  await expect(page).toHaveURL('/search/')
  await links(page).first().click()
  await expect(page).toHaveURL('/sea-air/#what-it-is')
  await page.goBack()
  await expect(field(page)).toHaveValue('wind')
  await expect(links(page).first()).toBeVisible()
})

test('no request holds a query, and nothing is kept', async ({ page, context }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto('/search/')
  await look(page, 'zeppelin in the wind')
  await field(page).press('Enter')
  await expect(links(page).first()).toBeVisible()
  expect(asked.filter((request) => /zeppelin/i.test(request))).toEqual([])
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

test('a page with results has no fault that axe can find', async ({ page }) => {
  await page.goto('/search/')
  await look(page, 'drowning in the wind')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('every query of the list finds its place among the first three', async ({ page }) => {
  test.setTimeout(120_000)
  const queries: Record<string, string[]> = JSON.parse(readFileSync('tests/queries.json', 'utf8'))
  expect(Object.keys(queries).length).toBeGreaterThanOrEqual(60)
  await page.goto(`${real}/search/`)
  const missed: string[] = []
  for (const [query, expected] of Object.entries(queries)) {
    await look(page, query)
    const found = await links(page).evaluateAll((all) =>
      all.slice(0, 3).map((link) => link.getAttribute('href') ?? ''),
    )
    if (!expected.some((address) => found.includes(address))) missed.push(`${query}: ${found.join(' ')}`)
  }
  expect(missed).toEqual([])
})
