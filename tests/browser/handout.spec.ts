import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { parse } from 'yaml'
import { codeOn, sheetsOf } from '../support/paper'

const { addresses } = parse(readFileSync('tests/fixtures/content/published.yaml', 'utf8'))
const codeOf = (address: string, id: string): string =>
  addresses.find((entry: { address: string }) => entry.address === address).sections[id].code
const [harms, read] = [codeOf('/sea-air/', 'harms'), codeOf('/rest-cure/', 'read')]

const chosen = (page: Page) => page.getByRole('region', { name: 'Your choice' }).getByRole('listitem')
const handout = (page: Page) => page.getByRole('region', { name: 'The handout' })

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says how to print a part and leads to each', async ({ page }) => {
    await page.goto('/handout/')
    await expect(page.getByText('open a part below and print its page')).toBeVisible()
    await page.locator('summary', { hasText: /^Sea air$/ }).click()
    await page.getByRole('link', { name: 'Harms and hard parts' }).click()
    await expect(page).toHaveURL('/sea-air/harms/')
  })
})

test('parts are chosen and put in order by keyboard, and the address holds the choice', async ({ page }) => {
  await page.goto('/handout/')
  await page.getByRole('searchbox', { name: 'Find a part' }).fill('harms')
  await page.getByRole('checkbox', { name: 'Harms and hard parts' }).press('Space')
  await page.getByRole('searchbox', { name: 'Find a part' }).fill('rest cure')
  await page.getByRole('checkbox').last().press('Space')
  await expect(chosen(page)).toHaveCount(2)
  const down = page.getByRole('button', { name: 'Down: Harms and hard parts' })
  await down.press('Enter')
  await expect(
    page.getByRole('status').filter({ hasText: 'Harms and hard parts is now number 2 of 2.' }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Up: Harms and hard parts' })).toBeFocused()
  await expect(page).toHaveURL(new RegExp(`#[a-z0-9]{4}\\.${harms}$`))
  await page.getByRole('button', { name: 'Take out: Harms and hard parts' }).press('Enter')
  await expect(chosen(page)).toHaveCount(1)
})

test('a ready handout is chosen as it stands and can be changed', async ({ page }) => {
  await page.goto('/handout/')
  await page.getByRole('link', { name: 'A week by the sea' }).click()
  await expect(page).toHaveURL(new RegExp(`#${read}\\.${harms}$`))
  await expect(handout(page)).toContainText('The wind can be cold.')
  await page.getByRole('button', { name: 'Take out: Harms and hard parts' }).click()
  await expect(chosen(page)).toHaveCount(1)
})

test('a link with an unknown part shows what is missing and the rest', async ({ page }) => {
  await page.goto(`/handout/#${harms}.zzzz`)
  await expect(page.getByRole('alert').filter({ hasText: 'not on this site: zzzz' })).toBeVisible()
  await expect(handout(page).getByRole('heading', { name: 'Harms and hard parts' })).toBeVisible()
  await expect(handout(page)).toContainText('The wind can be cold.')
})

test('a part that does not load says so and can be tried again', async ({ page }) => {
  await page.route('**/sea-air/harms/', (route) => route.abort())
  await page.goto(`/handout/#${harms}`)
  await expect(handout(page).getByRole('alert')).toContainText('This part did not load.')
  await page.unroute('**/sea-air/harms/')
  await handout(page).getByRole('button', { name: 'Try again' }).click()
  await expect(handout(page)).toContainText('The wind can be cold.')
})

test('nothing is asked for but the parts that are chosen, and no request holds the choice', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname + new URL(request.url()).search))
  await page.goto(`/handout/#${harms}`)
  await expect(handout(page)).toContainText('The wind can be cold.')
  expect(asked.filter((address) => address.endsWith('/'))).toEqual(['/handout/', '/sea-air/harms/'])
})

test('the printed handout holds the name, the parts, the date, and the crisis line', async ({ page }) => {
  await page.clock.setFixedTime('2026-12-01T12:00:00')
  await page.goto(`/handout/#${harms}.${read}`)
  await page.getByRole('textbox', { name: 'Name on the handout' }).fill('Lighthouse Practice')
  await expect(handout(page)).toContainText('The wind can be cold.')
  await expect(handout(page).getByText('This part is loading.')).toHaveCount(0)
  const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' })
  const sheets = await sheetsOf(pdf)
  expect(sheets.length).toBeLessThanOrEqual(2)
  for (const words of [
    'Lighthouse Practice',
    'Harms and hard parts',
    'The wind can be cold.',
    'Printed on December 1, 2026',
    `/s/${read}`,
  ])
    expect(sheets.join(' ')).toContain(words)
  for (const sheet of sheets) expect(sheet).toContain('In a crisis? Call or text 700')
  expect(sheets.join(' ')).not.toContain('Choose the parts')
})

test('the code on a printed handout leads to the short address of its part', async ({ page, browser }) => {
  await page.goto(`/handout/#${harms}`)
  await expect(handout(page)).toContainText('The wind can be cold.')
  const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' })
  expect(await codeOn(browser, pdf)).toBe(`https://harbour.example/s/${harms}/`)
})

test('a page with a handout has no fault that axe can find', async ({ page }) => {
  await page.goto(`/handout/#${harms}.${read}`)
  await expect(handout(page)).toContainText('The wind can be cold.')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})
