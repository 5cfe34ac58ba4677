import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { questionId } from '../../lib/visit'
import { faultsOf } from '../support/layout'

const sheet = '/my-visit/'
const walk = 'How far should I walk?'
const taking = '<b>Iron</b> & salt'

const said = (page: Page) => page.getByRole('status')
const keepBox = (page: Page) => page.getByRole('checkbox', { name: 'Keep on this device' })
const link = (page: Page) => page.getByRole('textbox', { name: 'A link that holds my answers' })
const otherSheet = (page: Page) => page.getByRole('alert').filter({ hasText: 'different sheet' })
const change = (page: Page) => page.getByRole('textbox', { name: 'What I most want to change' })
const written = (page: Page) => page.getByRole('region', { name: 'My sheet' })
const mark = (page: Page, group: string, value: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: value })

/** Opens the sheet and waits until script has taken over. */
async function openSheet(page: Page, fragment = '') {
  await page.goto(`${sheet}${fragment}`)
  await expect(page.getByRole('button', { name: 'Erase everything' })).toBeVisible()
}

/** Presses Tab until something has the focus, as a reader without a mouse does. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 250; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there.')
}

async function typeIn(page: Page, target: Locator, text: string) {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

/** Everything a browser could keep for a site. */
const keptBy = (page: Page) =>
  page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    history: JSON.stringify(history.state ?? {}),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))

const nothing = { local: {}, session: {}, cookies: '', databases: 0, caches: 0, workers: 0 }

/** The requests of a profile, as they leave it. */
function requestsOf(context: BrowserContext) {
  const requests: { url: string; method: string; body: string | null; referrer: string }[] = []
  context.on('request', (request) =>
    requests.push({
      url: request.url(),
      method: request.method(),
      body: request.postData(),
      referrer: request.headers().referer ?? '',
    }),
  )
  return requests
}

async function printed(page: Page, format: 'A4' | 'Letter') {
  const file = await getDocumentProxy(new Uint8Array(await page.pdf({ format })))
  const { text } = await extractText(file, { mergePages: true })
  return { pages: file.numPages, text: text.replace(/\s+/g, ' ') }
}

async function fillSome(page: Page) {
  await change(page).fill('Sleep at night')
  await mark(page, 'I want to sleep well soon.', 'Very').check()
  await mark(page, 'Rest', 'Away').check()
}

test('by keyboard alone a sheet is filled, printed, taken to another device and erased, and nothing of it leaves the device or stays', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  test.slow()
  const requests = requestsOf(context)
  await openSheet(page)
  await typeIn(page, change(page), 'Sleep at night')
  await typeIn(page, page.getByRole('textbox', { name: 'How long it has been like this' }), 'Since spring')
  await typeIn(page, page.getByRole('textbox', { name: 'Medicines, herbs and supplements I take' }), taking)
  await tabTo(page, mark(page, 'I want to sleep well soon.', 'Very'))
  await page.keyboard.press('Space')
  await tabTo(page, mark(page, 'I want to keep my feet dry.', 'Very'))
  await page.keyboard.press('ArrowDown')
  await typeIn(page, page.getByRole('textbox', { name: 'My line 1', exact: true }), 'My dog comes along')
  await tabTo(page, mark(page, 'Sea air', 'Toward'))
  await page.keyboard.press('Space')
  await tabTo(page, mark(page, 'Do I feel sure about what I would choose?', 'Yes'))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, page.locator('.asks summary').first())
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('checkbox', { name: walk }))
  await page.keyboard.press('Space')
  await typeIn(page, page.getByRole('textbox', { name: 'My own questions' }), 'Who comes at night?')
  await page.keyboard.press('Enter')
  await page.keyboard.type('When do we look back?')

  const answers = [
    'What I most want to change: Sleep at night',
    'How long it has been like this: Since spring',
    `Medicines, herbs and supplements I take: ${taking}`,
    'Very important to me I want to sleep well soon.',
    'Somewhat important to me I want to keep my feet dry.',
    'Also important to me My dog comes along',
    'Sea air: Toward',
    'Do I feel sure about what I would choose? No',
    walk,
    'Who comes at night?',
    'When do we look back?',
  ]
  for (const format of ['A4', 'Letter'] as const) {
    const { pages, text } = await printed(page, format)
    expect(pages).toBe(1)
    for (const answer of [...answers, 'In a crisis?']) expect(text).toContain(answer)
    expect(text).not.toContain('rather not get a headache')
  }

  await tabTo(page, link(page))
  const address = await link(page).inputValue()
  const other = await browser.newContext({ baseURL })
  const otherRequests = requestsOf(other)
  const otherPage = await other.newPage()
  await openSheet(otherPage, new URL(address).hash)
  await expect(said(otherPage)).toHaveText('This is the sheet from your link.')
  await expect(written(otherPage).getByRole('listitem')).toHaveText(
    await written(page).getByRole('listitem').allTextContents(),
  )
  expect(otherPage.url()).toBe(`${baseURL}${sheet}`)

  await tabTo(page, page.getByRole('button', { name: 'Erase everything' }))
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText('Everything is erased.')
  await expect(change(page)).toHaveValue('')
  await expect(page.getByRole('radio', { name: 'Very' }).first()).not.toBeChecked()
  await expect(written(page).getByRole('listitem')).toHaveCount(0)

  for (const one of [page, otherPage]) {
    const { history, ...kept } = await keptBy(one)
    expect(kept).toEqual(nothing)
    expect(history).not.toMatch(/Sleep|sheet=|very/)
  }
  const code = new URL(address).hash.slice(1)
  for (const { url, method, body, referrer } of [...requests, ...otherRequests]) {
    expect(new URL(url).origin).toBe(baseURL)
    expect([method, body, referrer]).toEqual(['GET', null, ''])
    expect(url).toMatch(
      /\d(\/my-visit\/|\/_next\/static\/[\w./-]+|\/icon\.svg\?icon\.[\w.-]+|\/favicon\.ico|\/speculation-rules\.json)$/,
    )
    expect(url).not.toContain(code)
  }
  await other.close()
})

test('a sheet is kept only after the reader asks for it, and comes back on the same device', async ({
  page,
  context,
}) => {
  await openSheet(page)
  await fillSome(page)
  expect((await keptBy(page)).local).toEqual({})
  await expect(page.getByText('Nothing is kept.')).toBeVisible()
  await keepBox(page).check()
  await expect(said(page)).toHaveText('This sheet is now kept on this device.')
  await expect(page.getByText('Anyone who uses this device can open it.')).toBeVisible()
  await mark(page, 'Rest', 'Toward').check()
  const later = await context.newPage()
  await openSheet(later)
  await expect(change(later)).toHaveValue('Sleep at night')
  await expect(mark(later, 'Rest', 'Toward')).toBeChecked()
  await expect(keepBox(later)).toBeChecked()
})

test('turning keeping off leaves the sheet on the page and nothing on the device', async ({ page }) => {
  await openSheet(page)
  await fillSome(page)
  await keepBox(page).check()
  await keepBox(page).uncheck()
  await expect(said(page)).toContainText('no longer kept')
  await expect(change(page)).toHaveValue('Sleep at night')
  expect((await keptBy(page)).local).toEqual({})
})

test('two tabs: the later one shows what the other says and overwrites nothing unasked', async ({
  page,
  context,
}) => {
  const later = await context.newPage()
  await openSheet(page)
  await openSheet(later)
  await change(page).fill('Walk again')
  await keepBox(page).check()
  await change(later).fill('Sleep at night')
  await keepBox(later).check()
  const question = otherSheet(later)
  await expect(question).toContainText('Another tab holds a different sheet')
  await expect(question).toContainText('Walk again')
  await change(later).fill('Sleep all night')
  const third = await context.newPage()
  await openSheet(third)
  await expect(change(third)).toHaveValue('Walk again')
  await question.getByRole('button', { name: 'Keep the one on this page' }).click()
  await expect(question).toHaveCount(0)
  await expect(otherSheet(page)).toContainText('Sleep all night')
  await page.getByRole('button', { name: 'Use that one' }).click()
  await expect(change(page)).toHaveValue('Sleep all night')
})

test('erasing empties the sheet in every open tab', async ({ page, context }) => {
  const other = await context.newPage()
  await openSheet(page)
  await openSheet(other)
  await fillSome(other)
  await page.getByRole('button', { name: 'Erase everything' }).click()
  await expect(said(other)).toContainText('Everything is erased.')
  await expect(change(other)).toHaveValue('')
})

for (const [how, refuse] of [
  [
    'refuses a look',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError')
        },
      }),
  ],
  [
    'is full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
  ],
] as const) {
  test(`where the store ${how}, the sheet works and says that nothing is kept`, async ({ page }) => {
    await page.addInitScript(refuse)
    await openSheet(page)
    await fillSome(page)
    await keepBox(page).click()
    await expect(said(page)).toHaveText(
      'Your browser did not let us keep the sheet, so nothing is kept. Everything else works.',
    )
    await expect(keepBox(page)).not.toBeChecked()
    await expect(written(page)).toContainText('Sleep at night')
    await page.getByRole('button', { name: 'Erase everything' }).click()
    await expect(change(page)).toHaveValue('')
  })
}

for (const [kind, fragment] of [
  ['broken', '#sheet=1.%%%'],
  ['foreign', '#access_token=abc'],
  ['oversized', `#sheet=1.${'A'.repeat(50_000)}`],
] as const) {
  test(`a link with a ${kind} fragment opens an empty sheet and says so`, async ({ page }) => {
    await openSheet(page, fragment)
    await expect(said(page)).toHaveText(
      'We could not read the sheet from this link or device, so nothing was filled in.',
    )
    await expect(change(page)).toHaveValue('')
    await expect(written(page).getByRole('listitem')).toHaveCount(0)
    expect(new URL(page.url()).hash).toBe('')
  })
}

test('a link to a place on the page is no sheet', async ({ page }) => {
  await openSheet(page, '#main')
  await expect(said(page)).toBeEmpty()
})

test('a link that meets a filled sheet asks first', async ({ page }) => {
  await openSheet(page)
  await change(page).fill('Sleep at night')
  const address = await link(page).inputValue()
  await change(page).fill('Walk again')
  await page.evaluate((hash) => {
    location.hash = hash
  }, new URL(address).hash)
  const question = otherSheet(page)
  await expect(question).toContainText('Sleep at night')
  await expect(change(page)).toHaveValue('Walk again')
  await question.getByRole('button', { name: 'Keep the one on this page' }).click()
  await expect(change(page)).toHaveValue('Walk again')
})

test('pasted HTML stays text', async ({ page }) => {
  await openSheet(page)
  await change(page).fill('<img src=x onerror="document.title=1"><script>1</script>')
  await expect(written(page)).toContainText('<img src=x onerror="document.title=1"><script>1</script>')
  await expect(page).toHaveTitle(/My visit/)
})

test('the sheet is copied as text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSheet(page)
  await fillSome(page)
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(said(page)).toHaveText('Copied.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '- What I most want to change: Sleep at night',
  )
})

test('where copying is refused, the sheet says what to do', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await openSheet(page)
  await fillSome(page)
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(said(page)).toContainText('Mark the text on this page')
})

test('questions marked in articles gather on one sheet and nothing is kept for them', async ({
  page,
  context,
}) => {
  await page.goto('/sea-air/')
  await page.getByRole('checkbox', { name: walk }).check()
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: /Add it to my visit/ }).click()
  const visit = await opened
  await expect(said(visit)).toHaveText('The questions you marked are on your sheet.')
  await expect(visit.getByRole('checkbox', { name: walk })).toBeChecked()
  await change(visit).fill('Sleep at night')
  await page.getByRole('checkbox', { name: walk }).uncheck()
  await page.getByRole('checkbox', { name: 'Who comes along?' }).check()
  await page.getByRole('link', { name: /Add it to my visit/ }).click()
  await expect(visit.getByRole('checkbox', { name: 'Who comes along?' })).toBeChecked()
  await expect(visit.getByRole('checkbox', { name: walk })).toBeChecked()
  await expect(change(visit)).toHaveValue('Sleep at night')
  const { history: _, ...kept } = await keptBy(page)
  expect(kept).toEqual(nothing)
})

test('a marked question that is no longer asked is left out, and the sheet says so', async ({ page }) => {
  await openSheet(page, `#ask=${questionId(walk)}.gone`)
  await expect(page.getByRole('checkbox', { name: walk })).toBeChecked()
  await expect(said(page)).toContainText('Answers left out, because this site no longer asks for them: 1.')
})

test('parts show one at a time or all at once', async ({ page }) => {
  await openSheet(page)
  await page.getByRole('radio', { name: 'What is going on' }).check()
  await expect(page.getByRole('heading', { name: 'What matters to me' })).toBeHidden()
  await page.getByRole('button', { name: 'Next: What matters to me' }).click()
  await expect(page.getByRole('heading', { name: 'What matters to me', level: 2 })).toBeFocused()
  await expect(change(page)).toBeHidden()
  await page.getByRole('radio', { name: 'All parts' }).check()
  await expect(change(page)).toBeVisible()
})

test('beside what matters stands what each way means for it, with its claims', async ({ page }) => {
  await openSheet(page)
  await page.locator('summary', { hasText: 'Will it work?' }).click()
  await page.getByRole('button', { name: '40 of 100' }).click()
  await expect(page.locator('#know-sea-air-sleep')).toContainText('Made-up adults on an island')
})

test('the groups of marks and all fields have names', async ({ page }) => {
  await openSheet(page)
  await expect(page.getByRole('radiogroup')).toHaveCount(4 + 3 + 2 + 4)
  for (const group of await page.getByRole('radiogroup').all()) await expect(group).toHaveAccessibleName(/\w/)
  for (const box of await page.locator('main').getByRole('textbox').all())
    await expect(box).toHaveAccessibleName(/\w/)
  await expect(keepBox(page)).toHaveAccessibleDescription(/others use this device/)
  await expect(page.getByRole('list').filter({ hasText: 'The water rises' })).toBeVisible()
})

const states: [string, (page: Page, browser: Browser) => Promise<unknown>][] = [
  ['empty', async () => {}],
  [
    'filled and kept',
    async (page) => {
      await fillSome(page)
      await keepBox(page).check()
    },
  ],
  [
    'erased',
    async (page) => {
      await fillSome(page)
      await page.getByRole('button', { name: 'Erase everything' }).click()
    },
  ],
  [
    'with all that opens open',
    (page) =>
      page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      }),
  ],
  [
    'with a question about two sheets',
    async (page) => {
      await fillSome(page)
      await page.evaluate(() => {
        location.hash = 'sheet=1.eyJnb2luZyI6IldhbGsgYWdhaW4ifQ'
      })
      await expect(otherSheet(page)).toBeVisible()
    },
  ],
  ['with one part', (page) => page.getByRole('radio', { name: 'Where I lean' }).check()],
]

for (const [state, reach] of states) {
  test(`axe finds nothing and nothing runs out of the page: ${state}`, async ({ page, browser }) => {
    test.slow()
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 320],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await openSheet(page)
      await reach(page, browser)
      const { violations } = await new AxeBuilder({ page })
        .options({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice', 'wcag2aaa'] })
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
      // what the page says stays in sight, so it lies over the text until the next mark is made
      expect((await faultsOf(page)).filter((fault) => !fault.includes('class="said"'))).toEqual([])
      await page.evaluate(() => localStorage.clear())
    }
  })
}

test('nothing runs out of the page with text twice as large', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 })
  await openSheet(page)
  await fillSome(page)
  await page.addStyleTag({ content: 'html { font-size: 200% }' }).catch(() =>
    page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    }),
  )
  expect(await faultsOf(page)).toEqual([])
})

test('in forced colours marks are still seen to be made', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openSheet(page)
  const radio = mark(page, 'Rest', 'Away')
  const before = await radio.screenshot()
  await radio.check()
  await page.mouse.move(0, 0)
  await radio.blur()
  expect(Buffer.compare(before, await radio.screenshot())).not.toBe(0)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the page is a form to print, with every part and lines to write on', async ({ page }) => {
    await page.goto(sheet)
    for (const name of [
      'What is going on',
      'What matters to me',
      'Where I lean',
      'Questions I want to ask',
      'When not to wait for a visit',
      'My sheet',
    ])
      await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
    await expect(page.getByText('print this page from the menu of your browser')).toBeVisible()
    for (const name of ['Erase everything', 'Print my sheet', 'Copy as text'])
      await expect(page.getByRole('button', { name })).toHaveCount(0)
    await expect(keepBox(page)).toHaveCount(0)
  })

  test('it prints on one page, with the crisis line and what was marked by hand', async ({ page }) => {
    await page.goto(sheet)
    await page.locator('.asks summary').first().click()
    await page.getByRole('checkbox', { name: walk }).check()
    for (const format of ['A4', 'Letter'] as const) {
      const { pages, text } = await printed(page, format)
      expect(pages).toBe(1)
      for (const words of [
        'What I most want to change',
        'I want to sleep well soon.',
        'Where I lean',
        'What we agreed',
        'In a crisis?',
        'The water rises round you.',
        'Your head hurts.',
        walk,
      ])
        expect(text).toContain(words)
      expect(text).not.toContain('Who comes along?')
    }
  })

  test('pressing Enter sends nothing', async ({ page, context }) => {
    await page.goto(sheet)
    const requests = requestsOf(context)
    await page.getByRole('textbox', { name: 'My line 1', exact: true }).fill('My dog')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'My line 1', exact: true })).toHaveValue('My dog')
    expect(page.url()).toMatch(/\/my-visit\/$/)
    expect(requests.filter(({ url }) => url.includes(sheet))).toEqual([])
  })

  test('an article has no control to add questions', async ({ page }) => {
    await page.goto('/sea-air/')
    await expect(page.getByRole('checkbox', { name: walk })).toHaveCount(0)
    await expect(page.getByRole('link', { name: /Add it to my visit/ })).toHaveCount(0)
  })
})
