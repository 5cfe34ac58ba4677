import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changedFiles, keepVersion, keptText } from '@/lib/studio/versions'

/** A content folder inside a repository, with two texts in its first version. */
function aFolder() {
  const repository = mkdtempSync(join(tmpdir(), 'studio-'))
  const folder = join(repository, 'content')
  mkdirSync(join(folder, 'en'), { recursive: true })
  const git = (...settings: string[]) =>
    execFileSync(
      'git',
      ['-C', repository, '-c', 'user.name=A', '-c', 'user.email=a@localhost', ...settings],
      { encoding: 'utf8' },
    )
  git('init', '--quiet')
  writeFileSync(join(folder, 'en/a.mdx'), 'first')
  writeFileSync(join(folder, 'en/b.mdx'), 'first')
  git('add', '.')
  git('commit', '--quiet', '-m', 'First')
  return { folder, git, write: (path: string, text: string) => writeFileSync(join(folder, path), text) }
}

test('the files that changed since the last version are named', async () => {
  const { folder, write } = aFolder()
  write('en/a.mdx', 'second')
  write('en/new one.mdx', 'new')
  rmSync(join(folder, 'en/b.mdx'))
  expect(await changedFiles(folder)).toEqual([
    { path: 'en/a.mdx', what: 'changed' },
    { path: 'en/b.mdx', what: 'gone' },
    { path: 'en/new one.mdx', what: 'new' },
  ])
  expect(await keptText(folder, 'en/a.mdx')).toBe('first')
})

test('keeping a version takes the chosen files only, with the name and the sentence', async () => {
  const { folder, git, write } = aFolder()
  write('en/a.mdx', 'second')
  write('en/b.mdx', 'second')
  write('en/c.mdx', 'new')
  await keepVersion(folder, {
    paths: ['en/a.mdx', 'en/c.mdx'],
    name: 'Nurse Ada',
    sentence: 'Say when to call.',
  })
  expect(git('log', '-1', '--format=%an %ae %cn|%s', '--name-only').trim().split('\n')).toEqual([
    'Nurse Ada nurse.ada@localhost Nurse Ada|Say when to call.',
    '',
    'content/en/a.mdx',
    'content/en/c.mdx',
  ])
  expect(await changedFiles(folder)).toEqual([{ path: 'en/b.mdx', what: 'changed' }])
})

test('a file that is gone can be kept as gone', async () => {
  const { folder } = aFolder()
  rmSync(join(folder, 'en/b.mdx'))
  await keepVersion(folder, { paths: ['en/b.mdx'], name: 'Ada', sentence: 'Take b away.' })
  expect(await changedFiles(folder)).toEqual([])
})

test.each([
  ['nobody', { paths: ['en/a.mdx'], name: ' ', sentence: 'What.' }, 'Write your name'],
  ['no sentence', { paths: ['en/a.mdx'], name: 'Ada', sentence: '' }, 'Write your name'],
  [
    'a file outside',
    { paths: ['../../etc/passwd', '--all', ':/'], name: 'Ada', sentence: 'What.' },
    'Nothing has changed',
  ],
])('a version with %s is refused', async (_, version, why) => {
  const { folder, write } = aFolder()
  write('en/a.mdx', 'second')
  await expect(keepVersion(folder, version)).rejects.toThrow(why)
})

test('words that look like settings of git stay words', async () => {
  const { folder, git, write } = aFolder()
  write('en/a.mdx', 'second')
  await keepVersion(folder, { paths: ['en/a.mdx'], name: '--amend <x@y>', sentence: '--amend' })
  expect(git('log', '--format=%s').trim().split('\n')).toEqual(['--amend', 'First'])
})

test('a folder outside of any repository keeps no versions', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'studio-'))
  expect(await changedFiles(folder)).toBeUndefined()
  expect(await keptText(folder, 'a.mdx')).toBeUndefined()
})
