import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { filesIn, hashOf } from '../../lib/publish/html'

const out = '.build/hard-times'
const lock = '.build/lock'

/** All that a site holds, as a short text. */
async function whole(folder: string): Promise<string> {
  return hashOf(...(await filesIn(folder)).flatMap((file) => [file, readFileSync(join(folder, file))]))
}

function startBuild(): { build: ChildProcess; ended: Promise<{ code: number | null; said: string }> } {
  const build = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/build.ts'], {
    env: { ...process.env, CONTENT_ROOT: 'tests/fixtures/content', OUT: out },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [build.stdout, build.stderr]) stream?.on('data', (text) => (said += text))
  return { build, ended: new Promise((done) => build.on('exit', (code) => done({ code, said }))) }
}

const until = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000))

test.describe.configure({ mode: 'serial' })
test.setTimeout(1_800_000)
test.beforeAll(() => {
  rmSync(out, { recursive: true, force: true })
  cpSync('.build/made-up', out, { recursive: true })
})

test('a build that is killed at any moment leaves the old site whole, and the next build works', async () => {
  const before = await whole(out)
  const start = performance.now()
  const { code, said } = await startBuild().ended
  expect(code, said).toBe(0)
  const usual = (performance.now() - start) / 1000
  const after = await whole(out)
  expect(after).not.toBe('')
  for (let n = 0; n < 10; n++) {
    const { build, ended } = startBuild()
    // any moment of the usual time; the numbers only have to be spread
    await until(usual * ((n * 0.37 + 0.05) % 1))
    // tsx runs the build in a process of its own; both are in one group
    if (build.exitCode === null && build.pid) process.kill(-build.pid, 'SIGKILL')
    await ended
    expect(existsSync(join(out, 'index.html'))).toBe(true)
    expect([before, after]).toContain(await whole(out))
  }
  const last = await startBuild().ended
  expect(last.code, last.said).toBe(0)
  expect(await whole(out)).toBe(after)
})

test('the second of two builds says in one sentence that another one is at work', async () => {
  const first = startBuild()
  await expect.poll(() => existsSync(lock)).toBe(true)
  const second = await startBuild().ended
  expect(second.code).toBe(1)
  expect(second.said.trim().split('\n').at(-1)).toBe(
    'Another build is at work in this folder; wait for it to end, then try again.',
  )
  expect((await first.ended).code).toBe(0)
})
