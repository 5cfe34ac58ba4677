import { request as send } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect, test } from '@playwright/test'
import { studioPort } from '../../playwright.studio.config'
import { git, read, resetEdited, seaAir, write } from './edited'

test.beforeEach(resetEdited)

const own = { host: `localhost:${studioPort}`, 'content-type': 'application/json', 'x-studio': '1' }

/** Sends a request with exactly these headers. */
function ask(action: string, input: unknown, headers: Record<string, string> = own, method = 'POST') {
  return new Promise<{ status: number; body: string }>((done, failed) => {
    const request = send(
      { host: 'localhost', port: studioPort, path: `/studio/do/${action}/`, method, headers },
      (answer) => {
        let body = ''
        answer.on('data', (part) => (body += part))
        answer.on('end', () => done({ status: answer.statusCode ?? 0, body }))
      },
    )
    request.on('error', failed)
    request.end(method === 'POST' ? JSON.stringify(input) : undefined)
  })
}

const aSave = { path: seaAir, text: 'changed', from: 'x' }

test('the studio does its own work', async () => {
  expect((await ask('read', { path: seaAir })).status).toBe(200)
})

test('the studio cannot be reached from the network', async () => {
  const addresses = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  for (const { address } of addresses) {
    const reached = await new Promise((done) => {
      const socket = connect({ host: address, port: studioPort, timeout: 3000 })
      socket
        .on('connect', () => done(true))
        .on('error', () => done(false))
        .on('timeout', () => done(false))
    })
    expect(reached, address).toBe(false)
  }
})

for (const [name, headers] of Object.entries({
  'a foreign host': { ...own, host: 'evil.example' },
  'a foreign origin': { ...own, origin: 'https://evil.example' },
  'a page of another port': { ...own, origin: 'http://localhost:1' },
  'no header of our own': { host: own.host, 'content-type': own['content-type'] },
})) {
  test(`a request with ${name} is refused and writes nothing`, async () => {
    for (const action of ['save', 'read', 'keep', 'remove'])
      expect((await ask(action, aSave, headers)).status).toBe(403)
    expect(git('status', '--porcelain')).toBe('')
  })
}

test('a drawing and the news of changes are for this computer only', async () => {
  for (const path of ['drawn/?address=/sea-air/', 'events/']) {
    const { status } = await new Promise<{ status: number }>((done, failed) =>
      send(
        { port: studioPort, path: `/studio/${path}`, headers: { host: 'evil.example' } },
        ({ statusCode = 0 }) => done({ status: statusCode }),
      )
        .on('error', failed)
        .end(),
    )
    expect(status).toBe(403)
  }
})

test('a form of a foreign page is refused', async () => {
  const { status } = await ask('save', aSave, { ...own, 'content-type': 'text/plain' })
  expect(status).toBe(415)
})

test('nothing is done by following a link', async () => {
  expect((await ask('save', {}, own, 'GET')).status).toBe(405)
})

test('files outside the content, and odd names, are refused', async () => {
  for (const path of [
    '../package.json',
    '../../package.json',
    '/etc/passwd',
    'en/articles/../../../x.mdx',
    'en/articles/.x.mdx',
    'published.yaml',
    'a.ts',
  ]) {
    for (const [action, more] of [
      ['read', {}],
      ['save', { text: 'x', from: 'x' }],
      ['check', { text: 'x' }],
      ['remove', { farewell: { reason: 'x' } }],
    ] as const) {
      const { status, body } = await ask(action, { path, ...more })
      expect({ path, action, status }).toEqual({ path, action, status: 400 })
      expect(body).toContain('is not a file the studio opens')
    }
  }
  expect(git('status', '--porcelain')).toBe('')
})

test('a stale save is a conflict and brings the other text', async () => {
  const { hash } = JSON.parse((await ask('read', { path: seaAir })).body)
  write(seaAir, 'theirs')
  const { status, body } = await ask('save', { path: seaAir, text: 'mine', from: hash })
  expect(status).toBe(409)
  expect(JSON.parse(body).conflict.text).toBe('theirs')
  expect(read(seaAir)).toBe('theirs')
})

test('code in a text is never run, neither by the check nor by the preview', async ({ page }) => {
  const text = `${read(seaAir)}\n{globalThis.process.exit(1)}\n\nimport fs from "node:fs"\n`
  expect(JSON.parse((await ask('check', { path: seaAir, text })).body).preview).not.toBe('draft')
  write(seaAir, text)
  await page.goto('/sea-air/')
  await expect(page.getByRole('region', { name: 'What is wrong with this page' })).toBeVisible()
})

test('what cannot be understood is answered in one sentence', async () => {
  for (const input of [undefined, 1, {}, { path: 1 }, { path: seaAir, text: 'x', from: 'x', more: 1 }]) {
    const { status, body } = await ask('save', input)
    expect(status).toBe(400)
    expect(JSON.parse(body).problem).toMatch(/^[A-Z][^\n]*\.$/)
  }
  expect((await ask('toString', {})).status).toBe(404)
})
