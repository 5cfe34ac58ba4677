import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of a Chromium: the one named in CHROMIUM, Playwright's own, or one of the system's; undefined if there is none. */
export function browserPath(): string | undefined {
  return [process.env.CHROMIUM, chromium.executablePath(), ...systemBrowsers].find(
    (path) => path && existsSync(path),
  )
}

/** The path of a Chromium, which is installed if there is none; says in one sentence what to do when that fails. */
export function browserInstalled(): string {
  if (!browserPath()) tryToInstall()
  const path = browserPath()
  if (path) return path
  throw new Error(
    'The tests need a Chromium: install one and name it, for example CHROMIUM=/usr/bin/chromium npm test.',
  )
}

/** How the tests start a Chromium: without what it does of its own accord. */
export const browserOptions = () => ({
  executablePath: browserPath(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})

function tryToInstall(): void {
  const attempts: [string, string[]][] = [['npx', ['playwright', 'install', 'chromium']]]
  if (process.getuid?.() === 0)
    attempts.push(
      ['apt-get', ['update']],
      ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']],
    )
  for (const [command, settings] of attempts) {
    if (browserPath()) return
    try {
      execFileSync(command, settings, { stdio: 'ignore', timeout: 300_000 })
    } catch {
      // the next attempt may do it
    }
  }
}
