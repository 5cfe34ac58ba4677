import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { parse } from 'yaml'
import { deskOn, openDesk, save, typeAtEnd } from './desk'
import { content, git, read, resetEdited, seaAir, write } from './edited'

test.beforeEach(resetEdited)

const original = () => git('show', `first:content/${seaAir}`)

test('the list says what is to be done, and can be searched and filtered', async ({ page }) => {
  write(seaAir, `${original()}\nFor people <18.\n`)
  await page.goto('/studio/')
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })
  await expect(row('Sea air Article')).toContainText('1 to fix')
  await expect(row('Sea air Article')).toContainText('Reviewed, next by Oct 20, 2027')
  await expect(row('The rest cure')).toContainText('Not reviewed by a clinician')
  for (const name of ['Sea air or rest', 'Glossary', 'Claims']) await expect(row(name)).toBeVisible()
  await page.getByLabel('Show').selectOption('With mistakes to fix')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByLabel('Show').selectOption('Everything')
  await page.getByLabel('Find').fill('cure')
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByText(/^1 of \d+ shown$/)).toBeVisible()
})

test('a new article is made from a template, gets a new address that the old one leads to, and is removed with a reason', async ({
  page,
}) => {
  write(
    'published.yaml',
    'addresses:\n  - address: /night-walks/\n    code: d2k9\n    since: 2026-10-01\n    sections: {}\n  - address: /old/\n    code: d2k8\n    since: 2026-10-01\n    moved: /night-walks/\n',
  )
  await page.goto('/studio/')
  await page.getByRole('button', { name: 'New article' }).click()
  await expect(page.getByLabel('Title of the page')).toBeFocused()
  await page.keyboard.type('Night walks')
  await page.getByLabel('Where it stands').selectOption('The ways')
  await page.getByRole('button', { name: 'Make the article' }).click()
  await page.waitForURL(/night-walks\.mdx/)
  let desk = await deskOn(page)
  await expect(desk.preview.getByRole('heading', { level: 1 })).toHaveText('Night walks')
  expect(read('en/articles/night-walks.mdx')).toMatch(/^---\ntitle: Night walks\n/)
  write(
    'en/articles/rest-cure.mdx',
    `${read('en/articles/rest-cure.mdx')}\nSee [walks](/night-walks/#what-it-is).\n`,
  )

  await desk.button('Rename or remove').click()
  await page.getByLabel('New address').fill('places/evening walks')
  await desk.button('Rename').click()
  await page.waitForURL(/evening-walks\.mdx/)
  desk = await deskOn(page)
  expect(existsSync(join(content, 'en/articles/night-walks.mdx'))).toBe(false)
  expect(read('en/articles/rest-cure.mdx')).toContain('[walks](/places/evening-walks/#what-it-is)')
  expect(parse(read('published.yaml')).addresses[0]).toMatchObject({
    address: '/night-walks/',
    moved: '/places/evening-walks/',
  })

  await desk.button('Rename or remove').click()
  await page.getByLabel('Why is it gone? One sentence.').fill('It is too dark.')
  await desk.button('Remove the article').click()
  await page.waitForURL(/\/studio\/$/)
  await expect(page.getByRole('link', { name: 'Night walks' })).toHaveCount(0)
  // nobody has lost a word: the text was put aside
  expect(readdirSync('.build/removed').filter((name) => name.endsWith('evening-walks.mdx'))).not.toEqual([])
})

test('the addresses of a new article are written down by a button', async ({ page }) => {
  write('en/articles/night-walks.mdx', read(seaAir).replace('title: Sea air', 'title: Night walks'))
  const desk = await openDesk(page, 'en/articles/night-walks.mdx')
  const isNew = desk.findings.getByRole('listitem').filter({ hasText: '/night-walks/ is new' })
  await expect(isNew).not.toContainText('npm')
  await typeAtEnd(desk, '\nOwls call.\n')
  await isNew.getByRole('button', { name: /^Do it/ }).click()
  await expect(isNew).toHaveCount(0)
  expect(read('en/articles/night-walks.mdx')).toMatch(/Owls call\.\n$/)
  const { addresses } = parse(read('published.yaml'))
  expect(
    addresses.find(({ address }: { address: string }) => address === '/night-walks/').sections,
  ).toHaveProperty('harms')
})

test('the studio can be used without a mouse', async ({ page }) => {
  await page.goto('/studio/')
  await page.getByLabel('Find').focus()
  await page.keyboard.type('sea air')
  for (let step = 0; step < 3; step++) await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Sea air', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  const desk = await deskOn(page)
  await desk.text.focus()
  // the Tab key leaves the text, so that nobody is caught in it
  await page.keyboard.press('Tab')
  await expect(desk.text).not.toBeFocused()
  await desk.button('Insert …').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Insert' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(desk.button('Insert …')).toBeFocused()
  await typeAtEnd(desk, '\nSaved by keys.\n')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test('the keys that save do so wherever a person is', async ({ page }) => {
  const desk = await openDesk(page, seaAir)
  await page.getByRole('radio', { name: 'Details' }).check()
  const title = page.getByLabel('Title', { exact: true })
  await title.fill('Sea wind')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(title).toBeFocused()
  expect(read(seaAir)).toContain('title: Sea wind\n')

  await title.fill('Sea breeze')
  await expect(desk.preview.getByRole('heading', { level: 1 })).toHaveText('Sea wind')
  await desk.preview.getByRole('heading', { level: 1 }).click()
  await expect(desk.preview.getByRole('heading', { level: 1 })).toHaveText('Sea breeze')
  await desk.preview.getByRole('link').first().focus()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(read(seaAir)).toContain('title: Sea breeze\n')
})

test('after a window the focus is where the work goes on', async ({ page }) => {
  const desk = await openDesk(page, seaAir)
  await typeAtEnd(desk, '\nA coat.\n')
  await desk.button('What changed').click()
  await desk.button('Go back to the kept version').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(desk.button('What changed')).toBeFocused()

  await page.getByRole('radio', { name: 'Details' }).check()
  await desk.button('Insert …').click()
  await desk.button(/^Question and answer/).click()
  await page.getByLabel('Question').fill('Is it cold?')
  await desk.button('Insert').click()
  await expect(desk.text).toBeFocused()
  await save(desk)
  expect(read(seaAir)).toContain('<Faq question="Is it cold?" id="is-it-cold">')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the studio has no fault that axe finds, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const faults = async () => {
      // the page in the preview is tested as a page of the site
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    }
    await page.goto('/studio/')
    expect(await faults()).toEqual([])
    const desk = await openDesk(page, seaAir)
    await typeAtEnd(desk, '\nFor people <18.\n')
    await expect(desk.findings).toContainText('“<18”')
    expect(await faults()).toEqual([])
    await page.getByRole('radio', { name: 'Details' }).check()
    expect(await faults()).toEqual([])
    await page.getByRole('radio', { name: 'Text' }).check()
    await desk.button('Find and replace').click()
    expect(await faults()).toEqual([])
    await save(desk)

    const dialog = page.getByRole('dialog')
    for (const [name, part] of [
      ['What changed', 'Go back to the kept version'],
      ['Keep this version', 'Keep it'],
      ['Rename or remove', 'Remove the article'],
    ] as const) {
      await desk.button(name).click()
      await expect(dialog.getByRole('button', { name: part })).toBeVisible()
      expect(await faults()).toEqual([])
      await page.keyboard.press('Escape')
    }
    await desk.button('Insert …').click()
    expect(await faults()).toEqual([])
    for (const name of [/^A number/, /^A new picture/, /^Care card/, /^Picture of 100/, /^Question and/]) {
      await dialog.getByRole('button', { name }).click()
      // each form begins at its first field
      await expect(dialog.locator('input, select, textarea').first()).toBeFocused()
      expect(await faults()).toEqual([])
      await dialog.getByRole('button', { name: 'Back' }).click()
    }
    await page.keyboard.press('Escape')

    write(seaAir, original())
    await typeAtEnd(desk, 'Mine.\n')
    await desk.button('Save').click()
    await expect(dialog.getByRole('button', { name: 'Take their text' })).toBeVisible()
    expect(await faults()).toEqual([])
  })
}

test('on a small screen the text, the details, the page and the findings take turns', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/studio/edit/?file=${seaAir}`)
  const text = page.getByRole('textbox', { name: /^Text of/ })
  const parts = {
    Text: text,
    Details: page.getByLabel('Title', { exact: true }),
    Page: page.locator('iframe'),
    Findings: page.getByRole('region', { name: 'Findings' }),
  }
  await expect(text).toBeVisible()
  for (const [name, part] of Object.entries(parts)) {
    await page.getByRole('radio', { name }).check()
    for (const other of Object.values(parts)) await expect(other).toBeVisible({ visible: other === part })
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('a list is edited as text and its page shown beside it', async ({ page }) => {
  const path = 'en/glossary.yaml'
  const before = read(path)
  const desk = await openDesk(page, path)
  // the editor sets a line under the one above it by itself
  await typeAtEnd(desk, '- id: gull\nterm: gull\nmeaning: A loud white bird.')
  await save(desk)
  expect(read(path)).toBe(`${before}- id: gull\n  term: gull\n  meaning: A loud white bird.`)
  await expect(desk.preview.getByText('A loud white bird.')).toBeVisible()
})
