import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { real } from '../../playwright.config'

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('an article shows its sections, its key points and who reviewed it', async ({ page }) => {
    await page.goto('/sea-air/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sea air')
    await expect(page.getByRole('heading', { name: 'Harms and hard parts' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Key points' }).getByRole('listitem')).toHaveCount(3)
    await expect(page.getByRole('region', { name: 'Who wrote and checked this page' })).toContainText(
      'Ada Shore',
    )
  })

  test('an article that nobody reviewed says so', async ({ page }) => {
    await page.goto('/rest-cure/')
    await expect(page.getByRole('region', { name: 'Who wrote and checked this page' })).toContainText(
      'No clinician',
    )
  })

  test('an overdue article says so', async ({ page }) => {
    await page.goto('/places/north-shore/')
    await expect(page.getByRole('region', { name: 'Who wrote and checked this page' })).toContainText(
      'overdue',
      { ignoreCase: true },
    )
  })

  test('an answer opens', async ({ page }) => {
    await page.goto('/sea-air/')
    await page.locator('summary', { hasText: 'What happens when it rains?' }).click()
    await expect(page.getByText('You sit on the beach under a roof.')).toBeVisible()
  })

  test('a number opens its note, which says for whom, how sure and from where', async ({ page }) => {
    await page.goto('/sea-air/')
    await page.getByRole('button', { name: '40 of 100' }).first().click()
    const note = page.locator('#know-sea-air-sleep')
    await expect(note).toBeVisible()
    await expect(note).toContainText('Made-up adults on an island')
    await expect(note).toContainText('It is probably so.')
    await expect(note.getByRole('link', { name: /Shore/ })).toBeVisible()
  })

  test('a comparison is a table with row and column heads', async ({ page }) => {
    await page.goto('/compare/ways-to-rest/')
    const table = page.getByRole('table', { name: 'Sea air or rest' })
    await expect(table.getByRole('columnheader', { name: 'Sea air' })).toBeVisible()
    await expect(table.getByRole('rowheader', { name: /Will it work\?/ })).toBeVisible()
    await expect(table.getByRole('row')).toHaveCount(4)
  })

  test('the boxes above a comparison hide an option', async ({ page }) => {
    await page.goto('/compare/ways-to-rest/')
    await expect(page.getByText('You may get wet feet')).toBeVisible()
    await page.getByRole('checkbox', { name: 'Sea air' }).uncheck()
    await expect(page.getByText('You may get wet feet')).toBeHidden()
    await expect(page.getByText('A headache came in')).toBeVisible()
  })

  test('the first impression gives the short answer of each way, and no note that only the long one needs', async ({
    page,
  }) => {
    await page.goto('/')
    const glance = page.getByRole('region', { name: 'Three ways, and a fourth' })
    await expect(glance.getByText('The wind can be cold.')).toBeVisible()
    await expect(glance.getByText('You may get wet feet')).toHaveCount(0)
    await expect(page.locator('#know-sea-air-sleep')).toBeAttached()
    await expect(page.locator('#know-rest-how-long')).toHaveCount(0)
  })

  test('with every option hidden, the page says what to do', async ({ page }) => {
    await page.goto('/compare/ways-to-rest/')
    const hint = page.getByText('Tick at least one to see its answers.')
    await expect(hint).toBeHidden()
    for (const name of ['Sea air', 'Rest']) await page.getByRole('checkbox', { name }).uncheck()
    await expect(hint).toBeVisible()
  })

  test('the page of all sources has its findings by topic', async ({ page }) => {
    await page.goto('/sources/')
    await expect(page.getByRole('navigation', { name: 'By topic' }).getByRole('link')).toHaveText([
      'Sea air',
      'Rest',
      'All sources',
    ])
    const rest = page.getByRole('heading', { name: 'Rest', exact: true }).locator('..')
    await expect(rest.locator('details')).toHaveCount(2)
  })

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 } })

    test('the contents open as a sheet', async ({ page }) => {
      await page.goto('/sea-air/')
      const contents = page.getByRole('navigation', { name: 'On this page' })
      await expect(contents).toBeHidden()
      await page.getByRole('button', { name: 'On this page' }).click()
      await contents.getByRole('link', { name: 'Harms and hard parts' }).click()
      await expect(page.getByRole('heading', { name: 'Harms and hard parts' })).toBeInViewport()
    })
  })

  test('an old id of a section still leads to its place', async ({ page }) => {
    await page.goto('/sea-air/#about')
    await expect(page.locator('#about')).toBeAttached()
    await expect(page.getByRole('heading', { name: 'What it is' })).toBeInViewport()
  })

  test('an address that is not there gets a page that helps', async ({ page }) => {
    const answer = await page.goto('/no-such-page/')
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here')
    await expect(page.getByRole('main').getByRole('link', { name: 'See all pages' })).toBeVisible()
  })
})

test('the skip link is the first stop of the keyboard and leads to the text', async ({ page }) => {
  await page.goto('/sea-air/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main$/)
})

test('on a phone the sheet of contents closes when one of its links is followed', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/sea-air/')
  await page.getByRole('button', { name: 'On this page' }).click()
  const contents = page.getByRole('navigation', { name: 'On this page' })
  await contents.getByRole('link', { name: 'Harms and hard parts' }).click()
  await expect(contents).toBeHidden()
  await expect(page).toHaveURL(/#harms$/)
})

test('a note opens and closes by keyboard, and focus comes back to the number', async ({ page }) => {
  await page.goto('/sea-air/')
  const number = page.getByRole('button', { name: '40 of 100' }).first()
  await number.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#know-sea-air-sleep')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('#know-sea-air-sleep')).toBeHidden()
  await expect(number).toBeFocused()
})

for (const site of ['', real]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no page of ${site ? 'the real' : 'the made-up'} site has a fault that axe can find, ${colorScheme}`, async ({
      page,
    }) => {
      test.setTimeout(1_800_000)
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize(
        colorScheme === 'light' ? { width: 1280, height: 900 } : { width: 320, height: 700 },
      )
      const faults: string[] = []
      for (const address of await addressesOf(page, site)) {
        await page.goto(address)
        const { violations } = await new AxeBuilder({ page }).analyze()
        faults.push(...violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html.slice(0, 120)}`))
      }
      expect(faults).toEqual([])
    })
  }
}

/** Every page that the list of all pages leads to, and the pages of the program. */
async function addressesOf(page: import('@playwright/test').Page, site: string): Promise<string[]> {
  await page.goto(`${site}/all/`)
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  const own = new URL(page.url()).origin
  return [
    ...new Set([
      `${own}/`,
      `${own}/all/`,
      `${own}/compare/`,
      ...links.filter((link) => link.startsWith(own) && link.endsWith('/')),
    ]),
  ]
}
