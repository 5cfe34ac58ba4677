import { defineConfig } from '@playwright/test'
import { browserOptions } from './tests/support/browser'

// The studio is tested where it lives: in development, on a copy of the made-up library that may be changed.
export const studioPort = 3104

export default defineConfig({
  testDir: 'tests/studio',
  outputDir: '.build/test-results-studio',
  // one person edits at a time
  workers: 1,
  forbidOnly: true,
  // a page is built when it is first asked for, which takes a while on a busy machine
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: process.env.CI ? 'line' : 'list',
  webServer: {
    command: 'npx --no-install tsx tests/studio/serve.ts',
    url: `http://localhost:${studioPort}/studio/`,
    timeout: 240_000,
  },
  use: {
    baseURL: `http://localhost:${studioPort}`,
    viewport: { width: 1280, height: 900 },
    launchOptions: browserOptions(),
  },
})
