import { expect, test } from '@playwright/test'
import { real } from '../../playwright.config'

/** What the browser refused on a page, by the rule that refused it. */
async function refusals(page: import('@playwright/test').Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = []
    Object.assign(window, { refused })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      refused.push(effectiveDirective),
    )
  })
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused)
}

test('a script that somebody slips into a page does not run', async ({ page }) => {
  const refused = await refusals(page)
  await page.route('**/sea-air/', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      '</main>',
      '<script>document.title = "broken in"</script><img src="x" onerror="document.title = \'broken in\'"></main>',
    )
    await route.fulfill({ response, body })
  })
  await page.goto('/sea-air/', { waitUntil: 'networkidle' })
  expect(await page.title()).not.toBe('broken in')
  expect(new Set(await refused())).toEqual(new Set(['script-src-elem', 'script-src-attr']))
})

test('a page cannot tell others anything', async ({ page }) => {
  const refused = await refusals(page)
  await page.goto('/sea-air/')
  await page.evaluate(async () => {
    await fetch('https://elsewhere.example/').catch(() => {})
    const picture = new Image()
    picture.src = 'https://elsewhere.example/x.png'
    await new Promise((done) => {
      picture.onerror = done
    })
  })
  expect(await refused()).toEqual(['connect-src', 'img-src'])
})

test('no page has anything that its own policy refuses', async ({ page }) => {
  const refused = await refusals(page)
  for (const path of [
    '/',
    '/psychotherapy/',
    '/compare/treatment-options/',
    '/my-visit/',
    '/handout/',
    '/search/',
    '/psychotherapy/cbt/',
  ]) {
    await page.goto(real + path, { waitUntil: 'networkidle' })
    expect(await refused(), path).toEqual([])
  }
})

test('WebAssembly runs on the search page and nowhere else', async ({ page }) => {
  const compiles = () =>
    page.evaluate(() =>
      WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
        () => true,
        () => false,
      ),
    )
  await page.goto('/search/')
  expect(await compiles()).toBe(true)
  for (const path of ['/', '/sea-air/', '/my-visit/']) {
    await page.goto(path)
    expect(await compiles(), path).toBe(false)
  }
})

test('the policy allows nothing that is written into a page, and no page may stand in another', async ({
  request,
}) => {
  for (const path of ['/', '/sea-air/', '/my-visit/', '/search/', '/no-such-page/']) {
    const policy = (await request.get(path)).headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-inline|(?<!wasm-)unsafe-eval/)
  }
})
