import { spawn } from 'node:child_process'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recoverFolder, replaceFolder } from '../../lib/publish/folder'
import { takeLock } from '../../lib/publish/lock'
import { folderWith } from '../support/finished-site'

test('the new folder takes the place of the old one', async () => {
  const home = folderWith({ 'out/a': 'old', 'new/b': 'new' })
  await replaceFolder(join(home, 'new'), join(home, 'out'))
  expect(existsSync(join(home, 'out/a'))).toBe(false)
  expect(readFileSync(join(home, 'out/b'), 'utf8')).toBe('new')
})

test('a build that was ended between the two moves is made good', async () => {
  const home = folderWith({ 'out/a': 'old' })
  renameSync(join(home, 'out'), join(home, '.out.old'))
  await recoverFolder(join(home, 'out'))
  expect(readFileSync(join(home, 'out/a'), 'utf8')).toBe('old')
})

test('the second of two builds does not get the lock, and gets it when the first is done', () => {
  const file = join(folderWith({}), 'lock')
  const first = takeLock(file)
  expect(takeLock(file)).toBeUndefined()
  first?.release()
  expect(takeLock(file)).toBeDefined()
})

test('a lock whose build was killed holds up nobody', async () => {
  const file = join(folderWith({}), 'lock')
  const dead = spawn('true')
  await new Promise((done) => dead.on('exit', done))
  writeFileSync(file, JSON.stringify({ build: dead.pid }))
  expect(takeLock(file)).toBeDefined()
})

test('a lock that was cut off while it was written holds up nobody', () => {
  const file = join(folderWith({ lock: '{"bui' }), 'lock')
  expect(takeLock(file)).toBeDefined()
})
