import { expect, test } from '@playwright/test'
import { deskOn, openDesk, save, typeAtEnd } from './desk'
import { git, read, remove, resetEdited, seaAir, write } from './edited'

test.beforeEach(resetEdited)

const original = () => git('show', `first:content/${seaAir}`)

test('a person makes five mistakes, reads five findings, fixes two by button and three by hand, and saves exactly what was typed', async ({
  page,
}) => {
  const desk = await openDesk(page, seaAir)
  await page.locator('.cm-line', { hasText: 'written: 2026-10-01' }).click()
  await page.keyboard.press('End')
  for (let letter = 0; letter < '10-01'.length; letter++) await page.keyboard.press('Backspace')
  await page.keyboard.type('13-45')
  await typeAtEnd(
    desk,
    '\nFor people <18 years old.\n\nTake {one tablet} daily.\n\nSee [how to rest](/rest-cur/).\n\n<Callout kind="importent" title="Wind">\n\nIt can be cold.\n\n</Callout>\n',
  )
  const items = desk.findings.getByRole('listitem').filter({ hasText: 'To fix' })
  // what has to be fixed comes before what was there to look at
  await expect(desk.findings.getByRole('listitem').first()).toContainText('To fix')
  await expect(items).toHaveText([
    /Line 13 .*“2026-13-45” is not a date in the calendar\./,
    /“<18”: a “<” directly before a number is read as the start of a component\./,
    /Curly brackets \{ \} cannot be used in the text\./,
    /There is no page \/rest-cur\/\. Did you mean \/rest-cure\/\?/,
    /“importent” is not a kind of <Callout>\. Did you mean “important”\?/,
  ])

  await items
    .filter({ hasText: '/rest-cur/' })
    .getByRole('button', { name: /^Do it/ })
    .click()
  await expect(items).toHaveCount(4)
  await items
    .filter({ hasText: 'importent' })
    .getByRole('button', { name: /^Do it/ })
    .click()
  await expect(items).toHaveCount(3)

  const goTo = (words: string) =>
    items.filter({ hasText: words }).getByRole('button', { name: /^Line/ }).click()
  await goTo('2026-13-45')
  await page.keyboard.press('Shift+End')
  await page.keyboard.type('2026-10-02')
  await goTo('“<18”')
  for (let letter = 0; letter < '<18'.length; letter++) await page.keyboard.press('Delete')
  await page.keyboard.type('under 18')
  await goTo('Curly brackets')
  await page.keyboard.press('Shift+End')
  await page.keyboard.type('one tablet daily.')
  await expect(items).toHaveCount(0)

  await save(desk)
  const typed =
    '\nFor people under 18 years old.\n\nTake one tablet daily.\n\nSee [how to rest](/rest-cure/).\n\n<Callout kind="important" title="Wind">\n\nIt can be cold.\n\n</Callout>\n'
  expect(read(seaAir)).toBe(original().replace('written: 2026-10-01', 'written: 2026-10-02') + typed)
})

test('the preview follows the text, keeps the last good page while something is broken, and each leads to its place in the other', async ({
  page,
}) => {
  const desk = await openDesk(page, seaAir)
  await expect(desk.preview.getByRole('heading', { level: 1 })).toHaveText('Sea air')
  await typeAtEnd(desk, '\nGulls are loud.\n')
  await expect(desk.preview.getByText('Gulls are loud.')).toBeInViewport()
  await page.keyboard.type('\nTake {this} teabag.\n')
  await expect(page.getByText('This is the last good version.')).toBeVisible()
  await expect(desk.preview.getByText('Gulls are loud.')).toBeVisible()
  await expect(desk.preview.getByText('teabag')).toHaveCount(0)

  await desk.preview.getByText('The wind can be cold.').click()
  const line = original()
    .split('\n')
    .findIndex((one) => one.startsWith('The wind can be cold.'))
  await expect(page.locator('.cm-activeLine')).toHaveText(original().split('\n')[line] ?? '')
  await expect(desk.text).toBeFocused()
})

test('the details are a form that changes only their own lines', async ({ page }) => {
  const desk = await openDesk(page, seaAir)
  await page.getByRole('radio', { name: 'Details' }).check()
  await page.getByLabel('Title', { exact: true }).fill('Sea wind: the basics')
  await page.getByLabel('Reviewed on').fill('2026-11-01')
  await page.getByLabel('Key point 1').fill('You walk by the shore.')
  await page.getByLabel('What has changed, one sentence').fill('A new title.')
  await desk.button('Note the change').click()
  await expect(desk.preview.getByRole('heading', { level: 1 })).toHaveText('Sea wind: the basics')
  await save(desk)
  expect(read(seaAir)).toBe(
    original()
      .replace('title: Sea air', 'title: "Sea wind: the basics"')
      .replace('You walk by the sea and breathe.', 'You walk by the shore.')
      .replace('on: 2026-10-20', 'on: 2026-11-01')
      .replace('changes:\n', 'changes:\n  - on: 2026-11-21\n    what: A new title.\n'),
  )
})

test('a claim is found by a word and put in with its number', async ({ page }) => {
  const desk = await openDesk(page, seaAir)
  await typeAtEnd(desk, '\nBy the sea, ')
  await desk.button('Insert …').click()
  await desk.button('A number or finding with its source').click()
  await page.getByLabel('Search by author, topic, number or word').fill('sleep')
  await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click()
  await expect(page.getByLabel('Words to show')).toHaveValue('40 of 100')
  await desk.button('Insert').click()
  await page.keyboard.type(' people sleep better.\n')
  await save(desk)
  expect(read(seaAir)).toBe(
    `${original()}\nBy the sea, [40 of 100](claim:sea-air-sleep) people sleep better.\n`,
  )
})

test('a component is put in by its form, on lines of its own', async ({ page }) => {
  const desk = await openDesk(page, seaAir)
  await typeAtEnd(desk, '\nA last line.')
  await desk.button('Insert …').click()
  await desk.button(/^Callout box/).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Kind').selectOption('warning')
  await dialog.getByLabel('Title').fill('Mind the "wind"')
  await desk.button('Insert').click()
  await expect(desk.preview.getByRole('heading', { name: /Mind the “wind”/ })).toBeVisible()
  await save(desk)
  expect(read(seaAir)).toContain('\nA last line.\n\n<Callout kind="warning" title="Mind the “wind”">\n\n')
})

test('a comparison is put in with the rows that are marked', async ({ page }) => {
  const desk = await openDesk(page, seaAir)
  await typeAtEnd(desk, '\nA last line.')
  await desk.button('Insert …').click()
  await expect(page.getByRole('dialog')).not.toContainText('="')
  await desk.button(/^Comparison/).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Sea air or rest' }).click()
  await dialog.getByLabel('Will it work?').check()
  await dialog.getByLabel('What is not known?').check()
  await desk.button('Insert').click()
  await save(desk)
  expect(read(seaAir)).toContain('<Comparison of="ways-to-rest" rows="will-it-work, not-known" />')
})

test('what is typed after a sign is completed: components, claims, words and addresses', async ({ page }) => {
  const desk = await openDesk(page, seaAir)
  const options = page.getByRole('listbox', { name: /completions/i }).getByRole('option')
  await typeAtEnd(desk, '\n[rest](/rest-c')
  await expect(options.first()).toContainText('/rest-cure/')
  await page.keyboard.press('Escape')
  await page.keyboard.type(') [wind](term:br')
  await expect(options.first()).toContainText('breeze')
  await page.keyboard.press('Escape')
  await page.keyboard.type(') [a](claim:sea')
  await expect(options.first()).toContainText('sea-air-sleep')
  // an offer is taken only when it has been there for a moment, so that nobody takes it by accident
  await page.waitForTimeout(100)
  await page.keyboard.press('Enter')
  await expect(page.locator('.cm-activeLine')).toHaveText(
    '[rest](/rest-c) [wind](term:br) [a](claim:sea-air-sleep',
  )
})

test('words pasted from a word processor become clean text', async ({ page }) => {
  const desk = await openDesk(page, seaAir)
  await typeAtEnd(desk, '\n')
  await desk.text.evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/html',
      '<p class=MsoNormal style="color:red">Bring a <b>warm</b> coat.<o:p></o:p></p>',
    )
    clipboardData.setData('text/plain', 'Bring a warm coat.')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(page.getByText('Pasted as clean text.')).toBeVisible()
  await save(desk)
  expect(read(seaAir)).toBe(`${original()}\nBring a **warm** coat.`)
})

test('a new heading gets its address when the text is saved', async ({ page }) => {
  const desk = await openDesk(page, seaAir)
  await typeAtEnd(desk, '\n## What to bring\n\nA coat.\n')
  await save(desk)
  expect(read(seaAir)).toBe(`${original()}\n## What to bring {/* #what-to-bring */}\n\nA coat.\n`)
})

test('line ends and the byte-order mark of a file stay as they are', async ({ page }) => {
  const before = `\uFEFF${original().replaceAll('\n', '\r\n')}`
  write(seaAir, before)
  const desk = await openDesk(page, seaAir)
  await typeAtEnd(desk, '\nA coat.\n')
  await save(desk)
  expect(read(seaAir)).toBe(`${before}\r\nA coat.\r\n`)
})

test('text that is not saved is back after a reload, even when the server was gone in the meantime', async ({
  page,
  context,
}) => {
  const desk = await openDesk(page, seaAir)
  await context.setOffline(true)
  await typeAtEnd(desk, '\nNot saved.\n')
  await desk.button('Save').click()
  await expect(page.getByRole('alert').filter({ hasText: 'does not answer' })).toBeVisible()
  await context.setOffline(false)
  await page.reload()
  const back = await deskOn(page)
  await expect(page.getByText('Your unsaved text is back')).toBeVisible()
  await back.text.focus()
  await page.keyboard.press('Control+End')
  await expect(page.locator('.cm-line', { hasText: 'Not saved.' })).toBeVisible()
  expect(read(seaAir)).toBe(original())
  await save(desk)
  expect(read(seaAir)).toBe(`${original()}\nNot saved.\n`)
})

test('when somebody else has saved the file, both texts are shown and none is lost', async ({ page }) => {
  const desk = await openDesk(page, seaAir)
  await typeAtEnd(desk, '\nMine.\n')
  const theirs = `${original()}\nTheirs.\n`
  write(seaAir, theirs)
  await desk.button('Save').click()
  const dialog = page.getByRole('dialog', { name: 'Somebody else has changed this file' })
  await expect(dialog.locator('ins', { hasText: 'Mine' })).toBeVisible()
  await expect(dialog.locator('del', { hasText: 'Theirs' })).toBeVisible()
  expect(read(seaAir)).toBe(theirs)

  await dialog.getByRole('button', { name: 'Take their text' }).click()
  await expect(page.locator('.cm-line', { hasText: 'Theirs.' })).toBeVisible()
  await desk.button('Undo').click()
  await expect(page.locator('.cm-line', { hasText: 'Mine.' })).toBeVisible()
  await save(desk)
  expect(read(seaAir)).toBe(`${original()}\nMine.\n`)
})

test('when the file was removed in the meantime, the text is not lost and can be saved again', async ({
  page,
}) => {
  const path = 'en/articles/places/north-shore.mdx'
  const before = read(path)
  const desk = await openDesk(page, path)
  await typeAtEnd(desk, '\nMine.\n')
  remove(path)
  await desk.button('Save').click()
  await desk.button('Save my text over theirs').click()
  await expect(page.getByText(/^Saved/)).toBeVisible()
  expect(read(path)).toBe(`${before}\nMine.\n`)
})

test('a text that nobody has touched here follows a change by another program', async ({ page }) => {
  await openDesk(page, seaAir)
  write(seaAir, `${original()}\nTheirs.\n`)
  await expect(page.getByText('The file was changed by another program.')).toBeVisible()
  await page.getByRole('textbox', { name: /^Text of/ }).focus()
  await page.keyboard.press('Control+End')
  await expect(page.locator('.cm-line', { hasText: 'Theirs.' })).toBeVisible()
})

test('what changed is shown by the word, a version is kept with a name and a sentence, and undone', async ({
  page,
}) => {
  const desk = await openDesk(page, seaAir)
  await typeAtEnd(desk, '\nA coat.\n')
  await save(desk)
  await desk.button('What changed').click()
  await expect(page.getByRole('dialog').locator('ins', { hasText: 'A coat.' })).toBeVisible()
  await desk.button('Close').click()

  await desk.button('Keep this version').click()
  await page.getByLabel('Your name').fill('Nurse Ada')
  await page.getByLabel('What is new, one sentence').fill('Say what to wear.')
  await desk.button('Keep it').click()
  await expect(page.getByText('The version is kept.')).toBeVisible()
  expect(git('log', '-1', '--format=%an|%s').trim()).toBe('Nurse Ada|Say what to wear.')

  await typeAtEnd(desk, 'A hat.\n')
  await desk.button('What changed').click()
  await desk.button('Go back to the kept version').click()
  await save(desk)
  expect(read(seaAir)).toBe(`${original()}\nA coat.\n`)
})

test('a picture of people is made from a claim that can be drawn, and another can be chosen', async ({
  page,
}) => {
  const desk = await openDesk(page, seaAir)
  await desk.button('Insert …').click()
  await desk.button(/^Picture of 100 people/).click()
  const dialog = page.getByRole('dialog')
  await expect(desk.button('Insert')).toBeDisabled()
  const claims = dialog.getByRole('listitem').getByRole('button')
  await claims.first().click()
  await expect(desk.button('Choose another')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Find')).toBeFocused()
  await claims.first().click()
  await desk.button('Insert').click()
  await save(desk)
  expect(read(seaAir)).toMatch(/<People claim="[a-z-]+" \/>/)
  await expect(desk.findings.getByRole('status')).not.toContainText('to fix')
})
