import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'

/** The parts of the desk, as a person finds them. */
export type Desk = {
  page: Page
  text: Locator
  findings: Locator
  status: Locator
  preview: FrameLocator
  button: (name: string | RegExp) => Locator
}

/** Opens a text at the desk and waits until it has been checked. */
export async function openDesk(page: Page, path: string): Promise<Desk> {
  await page.goto(`/studio/edit/?file=${path}`)
  return deskOn(page)
}

/** The desk that a page shows, once its text has been checked. */
export async function deskOn(page: Page): Promise<Desk> {
  const findings = page.getByRole('region', { name: 'Findings' })
  await expect(findings.getByRole('status')).toHaveText(/No mistakes|to fix|to look at/)
  return {
    page,
    text: page.getByRole('textbox', { name: /^Text of/ }),
    findings,
    status: page.getByRole('banner').getByRole('status'),
    preview: page.frameLocator('iframe'),
    button: (name) => page.getByRole('button', { name, exact: typeof name === 'string' }),
  }
}

/** Puts the cursor at the end of the text and types. */
export async function typeAtEnd({ page, text }: Desk, words: string): Promise<void> {
  await text.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

/** Saves and waits until the desk says so. */
export async function save({ page, button }: Desk): Promise<void> {
  await button('Save').click()
  await expect(page.getByText(/^Saved/)).toBeVisible()
}
