import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { parse } from 'yaml'

const published = parse(readFileSync('tests/fixtures/content/published.yaml', 'utf8'))
const seaAir = published.addresses.find(({ address }: { address: string }) => address === '/sea-air/')
const code: string = seaAir.sections.harms.code

const share = (page: Page) => page.getByRole('link', { name: 'Share section: Harms and hard parts' })
const menu = (page: Page) => page.getByRole('dialog', { name: 'Share section: Harms and hard parts' })
const said = (page: Page) => menu(page).getByRole('status')

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the share link leads to the page of the section', async ({ page }) => {
    await page.goto('/sea-air/')
    await share(page).click()
    await expect(page).toHaveURL('/sea-air/harms/')
  })

  test('a link to an answer opens it', async ({ page }) => {
    await page.goto('/sea-air/#rain')
    await expect(page.getByText('You sit on the beach under a roof.')).toBeVisible()
    await expect(page.locator('summary', { hasText: 'What happens when it rains?' })).toBeInViewport()
  })
})

test('a link to an answer opens it and moves focus to its question, also from the same page', async ({
  page,
}) => {
  await page.goto('/sea-air/#rain')
  await expect(page.locator('summary', { hasText: 'What happens when it rains?' })).toBeFocused()
  await page.goto('/sea-air/#dog')
  await expect(page.getByText('Dogs like the')).toBeVisible()
  await expect(page.locator('summary', { hasText: 'Can I take the dog along?' })).toBeFocused()
})

test('the menu opens by keyboard, and Escape closes it and brings focus back', async ({ page }) => {
  await page.goto('/sea-air/')
  await share(page).focus()
  await page.keyboard.press('Enter')
  await expect(
    menu(page).getByRole('button', { name: 'Copy link to section: Harms and hard parts' }),
  ).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu(page)).toBeHidden()
  await expect(share(page)).toBeFocused()
})

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

  test('the link to the section is copied and that is said', async ({ page, baseURL }) => {
    await page.goto('/sea-air/')
    await share(page).click()
    await menu(page).getByRole('button', { name: 'Copy link' }).click()
    await expect(said(page)).toHaveText(`Copied: ${baseURL}/sea-air/harms/`)
    expect(await clipboard(page)).toBe(`${baseURL}/sea-air/harms/`)
  })

  test('the discreet link does not name the topic', async ({ page, baseURL }) => {
    await page.goto('/sea-air/')
    await share(page).click()
    await menu(page).getByRole('button', { name: 'does not name the topic' }).click()
    await expect(said(page)).toContainText('Copied')
    expect(await clipboard(page)).toBe(`${baseURL}/s/${code}/`)
  })
})

test('a browser that refuses to copy shows the address instead', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no'))
  })
  await page.goto('/sea-air/')
  await share(page).click()
  await menu(page).getByRole('button', { name: 'Copy link' }).click()
  await expect(said(page)).toContainText(`Here is the address: ${baseURL}/sea-air/harms/`)
})

test('e-mail and text message hold the address of the section', async ({ page, baseURL }) => {
  await page.goto('/sea-air/')
  await share(page).click()
  const address = encodeURIComponent(`${baseURL}/sea-air/harms/`)
  const mail = menu(page).getByRole('link', { name: 'Send by e-mail this section: Harms and hard parts' })
  await expect(mail).toHaveAttribute('href', `mailto:?subject=Harms%20and%20hard%20parts&body=${address}`)
  await expect(menu(page).getByRole('link', { name: 'Send by text message' })).toHaveAttribute(
    'href',
    `sms:?&body=${address}`,
  )
})

test('the device is asked to share where it can', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    navigator.share = async (what) => {
      document.title = JSON.stringify(what)
    }
  })
  await page.goto('/sea-air/')
  await share(page).click()
  await menu(page).getByRole('button', { name: 'Send with an app' }).click()
  await expect(page).toHaveTitle(
    JSON.stringify({ title: 'Harms and hard parts', url: `${baseURL}/sea-air/harms/` }),
  )
})

test('the code to scan is shown', async ({ page }) => {
  await page.goto('/sea-air/')
  await share(page).click()
  await menu(page).getByRole('button', { name: 'Show a code to scan' }).click()
  const picture = menu(page).getByRole('img', {
    name: 'Code to scan. It opens section: Harms and hard parts',
  })
  await expect(picture).toHaveAttribute('src', `/codes/${code}.svg`)
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)
})

test('the open menu has no fault that axe can find, and every way is 44 px high', async ({ page }) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/sea-air/')
    await share(page).click()
    await expect(menu(page)).toBeVisible()
    for (const item of await menu(page).locator('a, button').all()) {
      const box = await item.boundingBox()
      expect(Math.round(box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    }
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  }
})

test('when the words do not come, the link leads to the page of the section', async ({ page }) => {
  await page.route('**/words.js', (route) => route.abort())
  await page.goto('/sea-air/')
  await share(page).click()
  await expect(page).toHaveURL('/sea-air/harms/')
})

test('a page whose day has come since it was built says that it is overdue', async ({ page }) => {
  await page.clock.setFixedTime('2028-01-02')
  await page.goto('/sea-air/')
  await expect(page.getByText('This page was due for a check on October 20, 2027.')).toBeVisible()
  await page.goto('/sea-air/harms/')
  await expect(page.getByText('This page was due for a check on October 20, 2027.')).toBeVisible()
})

test('a page whose day has not come asks for no words', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.clock.setFixedTime('2027-10-20T12:00:00')
  await page.goto('/sea-air/', { waitUntil: 'networkidle' })
  await expect(page.getByText('was due for a check')).toHaveCount(0)
  expect(asked).not.toContain('/words.js')
  expect(asked.filter((address) => address.startsWith('/codes/'))).toEqual([])
})
