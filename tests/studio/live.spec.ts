import { expect, test } from '@playwright/test'
import { git, read, remove, resetEdited, seaAir, write } from './edited'

test.beforeEach(resetEdited)

const original = () => git('show', `first:content/${seaAir}`)

test('a saved file shows on the open page, which keeps its place', async ({ page }) => {
  await page.goto('/sea-air/')
  await listening(page)
  await page.getByText('The wind can be cold.').scrollIntoViewIfNeeded()
  const place = await page.evaluate(() => scrollY)
  expect(place).toBeGreaterThan(0)
  write(seaAir, original().replace('The wind can be cold.', 'The wind can be icy.'))
  await expect(page.getByText('The wind can be icy.')).toBeVisible()
  expect(await page.evaluate(() => scrollY)).toBe(place)
})

test('what a reader has opened stays open, and a drawing leaves the rest of the page alone', async ({
  page,
}) => {
  await page.goto('/sea-air/')
  await listening(page)
  await page.getByText('How the study was done').click()
  const opened = page.locator('details[open]')
  await expect(opened).toHaveCount(1)
  write(seaAir, original().replace('title: Sea air', 'title: Sea wind'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sea wind')
  await expect(page).toHaveTitle(/^Sea wind · /)
  await expect(opened).toHaveCount(1)
  const heading = await page.locator('#harms').elementHandle()
  write(seaAir, original().replace('The wind can be cold.', 'The wind can be icy.'))
  await expect(page.getByText('The wind can be icy.')).toBeVisible()
  expect(await heading?.evaluate((element) => element.isConnected)).toBe(true)
})

test('a comparison shows what was saved, and a page whose file is gone says so', async ({ page }) => {
  await page.goto('/compare/ways-to-rest/')
  await listening(page)
  const comparison = 'en/comparisons/ways-to-rest.mdx'
  write(comparison, read(comparison).replace('**Probably.**', '**Hardly.**'))
  await expect(page.getByText('Hardly.')).toBeVisible()
  write(comparison, read(comparison).replace('**Hardly.**', '**Never.**'))
  await expect(page.getByText('Never.')).toBeVisible()
  await page.goto('/sea-air/')
  await listening(page)
  write(seaAir, original().replace('The wind can be cold.', 'The wind can be icy.'))
  await expect(page.getByText('The wind can be icy.')).toBeVisible()
  remove(seaAir)
  await expect(page.getByText('The wind can be icy.')).toHaveCount(0)
})

test('a broken article shows what is wrong, where and how to fix it, above its last good version', async ({
  page,
}) => {
  write(seaAir, original().replace('The wind can be cold.', 'The wind can be mild.'))
  await page.goto('/sea-air/')
  await listening(page)
  await expect(page.getByText('The wind can be mild.')).toBeVisible()
  write(seaAir, `${original()}\nFor people <18, take {this}.\n`)
  const problems = page.getByRole('region', { name: 'What is wrong with this page' })
  await expect(problems).toContainText('sea-air.mdx, line 132')
  await expect(problems).toContainText('a “<” directly before a number')
  await expect(problems).toContainText('Write “under 18” or “less than 18”.')
  await expect(problems).toContainText('Curly brackets')
  await expect(page.getByText('The wind can be mild.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sea air')
  write(seaAir, original())
  await expect(problems).toHaveCount(0)
})

test('an article that was never good shows what is wrong with it', async ({ page }) => {
  write('en/articles/broken.mdx', 'No details {at all}\n')
  await page.goto('/studio/')
  await page.getByRole('link', { name: 'broken' }).click()
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('details')
  await page.goto('/broken/')
  const problems = page.getByRole('region', { name: 'What is wrong with this page' })
  await expect(async () => {
    await page.reload()
    await expect(problems).toBeVisible({ timeout: 1000 })
  }).toPass()
})

test('a new article has its page without a new start', async ({ page }) => {
  write('en/articles/new-shore.mdx', original().replace('title: Sea air', 'title: New shore'))
  await expect(async () => {
    await page.goto('/new-shore/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('New shore', { timeout: 1000 })
  }).toPass()
})

/** The page hears of changes only once it has begun to listen. */
async function listening(page: import('@playwright/test').Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.live === 'yes')
}
