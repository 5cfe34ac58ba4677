import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { browserInstalled } from '../tests/support/browser'

const results = '.build/results'
const madeUp = { CONTENT_ROOT: 'tests/fixtures/content', OUT: '.build/made-up' }

type Part = { name: string; command: string; env?: Record<string, string>; counts?: () => Count }
type Count = { passed: number; failed: number }

// Each part says what it is about; the tests are counted from what the runners wrote down.
const parts: Part[] = [
  { name: 'types', command: 'tsc --noEmit' },
  { name: 'lint', command: 'biome check .' },
  {
    name: 'unit tests',
    command: `vitest run --reporter=default --reporter=json --outputFile.json=${results}/unit.json`,
    counts: unitCount,
  },
  { name: 'the made-up site', command: 'tsx scripts/build.ts', env: madeUp },
  { name: 'the real site', command: 'tsx scripts/build.ts' },
  {
    name: 'browser tests',
    command: 'playwright test --reporter=line,json',
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${results}/browser.json` },
    counts: browserCount,
  },
]

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
try {
  browserInstalled()
} catch (fault) {
  console.error((fault as Error).message)
  process.exit(2)
}

const total: Count = { passed: 0, failed: 0 }
for (const { name, command, env, counts } of parts) {
  console.log(`\n— ${name}`)
  const [program = '', ...settings] = command.split(' ')
  const { status } = spawnSync('npx', ['--no-install', program, ...settings], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const count = counts?.() ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
  // a runner that fails without a failed test (a broken file, say) has failed all the same
  if (status !== 0 && count.failed === 0) count.failed = 1
  total.passed += count.passed
  total.failed += count.failed
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed ? 1 : 0

function unitCount(): Count {
  const written = readJson(`${results}/unit.json`)
  return { passed: written?.numPassedTests ?? 0, failed: written?.numFailedTests ?? 1 }
}

function browserCount(): Count {
  const stats = readJson(`${results}/browser.json`)?.stats
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 1 }
}

function readJson(file: string) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
