import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  // a busy machine is no fault of the words or of the program
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/support/temporary.ts',
    testTimeout: 60_000,
  },
})
