import { defineConfig } from '@playwright/test'
import { browserOptions } from './tests/support/browser'

// The made-up library is served on one port and the real site on another, both as they are published.
export const madeUp = 'http://localhost:3101'
export const real = 'http://localhost:3102'

/** The command that serves a site: our own server, or with NGINX=1 the one that many hosts use. */
const serving = (folder: string) =>
  process.env.NGINX
    ? `npx --no-install tsx tests/support/serve-with-nginx.ts ${folder}`
    : `npx --no-install tsx scripts/start.ts --serve-only ${folder}`

export default defineConfig({
  testDir: 'tests/browser',
  // a dozen builds, killed on purpose: they have a command of their own
  testIgnore: process.env.HARD_TIMES ? [] : ['**/hard-times.spec.ts'],
  outputDir: '.build/test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // generous, so that a busy machine does not make a test red; nothing here measures time
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: process.env.CI ? 'line' : 'list',
  webServer: [
    { command: serving('.build/made-up'), env: { PORT: '3101' }, url: madeUp },
    { command: serving('out'), env: { PORT: '3102' }, url: real },
  ],
  use: {
    baseURL: madeUp,
    launchOptions: browserOptions(),
  },
})
