import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { parse } from 'yaml'
import { real } from '../../playwright.config'
import { codeOn, sheetsOf } from '../support/paper'

const { addresses } = parse(readFileSync('tests/fixtures/content/published.yaml', 'utf8'))
const seaAir = addresses.find(({ address }: { address: string }) => address === '/sea-air/')
const paper = { preferCSSPageSize: true, format: 'Letter' } as const

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a printed article holds every answer, its notes and sources, its review, and the crisis line on each sheet', async ({
      page,
    }) => {
      await page.goto('/sea-air/')
      const sheets = await sheetsOf(await page.pdf(paper))
      const whole = sheets.join(' ')
      for (const words of [
        'You sit on the beach under a roof.',
        'Yes. Dogs like the',
        'People were put in two groups by chance.',
        'Made-up adults on an island',
        'Checked by Ada Shore',
        `harbour.example/s/${seaAir.code}/`,
      ])
        expect(whole).toContain(words)
      for (const sheet of sheets)
        expect(sheet).toContain('In a crisis? Call or text 700. Any hour. In danger, call 900.')
    })

    test('a reader can leave the notes and sources out on paper', async ({ page }) => {
      await page.goto('/sea-air/')
      await page.getByRole('checkbox', { name: 'When I print, add the notes and sources.' }).uncheck()
      const whole = (await sheetsOf(await page.pdf(paper))).join(' ')
      expect(whole).toContain('You sit on the beach under a roof.')
      expect(whole).toContain(`harbour.example/s/${seaAir.code}/`)
      expect(whole).not.toContain('Made-up adults on an island')
      expect(whole).not.toContain('Sources')
    })

    test('the code on a printed article leads to its short address', async ({ page, browser }) => {
      await page.goto('/sea-air/')
      expect(await codeOn(browser, await page.pdf(paper))).toBe(`https://harbour.example/s/${seaAir.code}/`)
    })

    test('the code on a printed section leads to its short address', async ({ page, browser }) => {
      await page.goto('/sea-air/harms/')
      const pdf = await page.pdf(paper)
      expect((await sheetsOf(pdf)).join(' ')).toContain('The wind can be cold.')
      expect(await codeOn(browser, pdf)).toBe(`https://harbour.example/s/${seaAir.sections.harms.code}/`)
    })
  })
}

test('a printed comparison is whole, with the boxes for its options left out', async ({ page }) => {
  await page.goto('/compare/ways-to-rest/')
  await page.getByRole('checkbox', { name: 'Sea air' }).uncheck()
  const whole = (await sheetsOf(await page.pdf(paper))).join(' ')
  expect(whole).toContain('You may get wet feet')
  expect(whole).toContain('A headache came in')
})

test('the empty visit sheet of the real site is one sheet of paper with every sign not to wait for a visit', async ({
  page,
}) => {
  await page.goto(`${real}/my-visit/`)
  const signs = await page.locator('.visit-part-5 li').allInnerTexts()
  expect(signs.length).toBeGreaterThan(0)
  for (const format of ['Letter', 'A4'] as const) {
    const sheets = await sheetsOf(await page.pdf({ preferCSSPageSize: true, format }))
    expect(sheets).toHaveLength(1)
    // the numbers of notes are not on this sheet
    const words = (text = '') => text.replace(/[^a-z]/gi, '')
    for (const sign of signs)
      expect(words(sheets[0])).toContain(words(sign.replace(/: How do we know\?/g, '')))
  }
})

test('links that lead off the site are written out on paper', async ({ page }) => {
  await page.goto('/sea-air/')
  const outside = page.getByRole('main').locator('a[href^="http"]')
  const address = (await outside.first().getAttribute('href')) ?? ''
  const whole = (await sheetsOf(await page.pdf(paper))).join('').replace(/\s/g, '')
  expect(whole).toContain(`(${address})`)
})
