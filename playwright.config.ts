import { defineConfig } from '@playwright/test'
import { browserPath } from './tests/support/browser'

// The made-up library is served on one port and the real site on another, both as they are published.
export const madeUp = 'http://localhost:3101'
export const real = 'http://localhost:3102'

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
    {
      command: 'npx --no-install tsx scripts/start.ts --serve-only .build/made-up',
      env: { PORT: '3101' },
      url: madeUp,
    },
    { command: 'npx --no-install tsx scripts/start.ts --serve-only out', env: { PORT: '3102' }, url: real },
  ],
  use: {
    baseURL: madeUp,
    launchOptions: {
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
    },
  },
})
