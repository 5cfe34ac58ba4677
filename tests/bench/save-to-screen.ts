import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browserOptions } from '../support/browser'

const port = 3105
const folder = '.build/bench-edited'
const times = 9

/** How many milliseconds pass from saving a file of a content folder to seeing it on the open page: the median of some saves. */
export async function saveToScreen(
  content = 'content',
  path = 'en/articles/psychotherapy.mdx',
): Promise<number> {
  rmSync(folder, { recursive: true, force: true })
  cpSync(content, folder, { recursive: true })
  const file = join(folder, path)
  const original = readFileSync(file, 'utf8')
  const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/dev.ts'], {
    stdio: 'ignore',
    env: { ...process.env, CONTENT_ROOT: folder, PORT: String(port) },
  })
  const browser = await chromium.launch(browserOptions())
  try {
    await answers(server)
    const page = await browser.newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(`http://localhost:${port}/${path.replace(/^en\/articles\/|\.mdx$/g, '')}/`)
    await page.waitForFunction(() => document.documentElement.dataset.live === 'yes')
    const measured: number[] = []
    for (let save = 0; save <= times; save++) {
      const words = `Saved for the ${save}th time.`
      const start = performance.now()
      writeFileSync(file, `${original}\n${words}\n`)
      // looked for in each frame: a locator would look only twice a second
      await page.waitForFunction((words) => document.body.textContent?.includes(words), words)
      measured.push(performance.now() - start)
    }
    // the first save also waits for parts of the program to be made ready
    return measured.slice(1).sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0
  } finally {
    await browser.close()
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function answers(server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null)
      throw new Error(
        'The site could not be started for editing. Is “npm run dev” running already? Stop it and try again.',
      )
    if (await fetch(`http://localhost:${port}/`).catch(() => undefined)) return
    await new Promise((done) => setTimeout(done, 200))
  }
}
