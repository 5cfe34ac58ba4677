import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Finding } from '../../lib/content/finding'
import { chosenFiles } from '../../scripts/check/chosen'
import { annotation, asJson, counted, shown } from '../../scripts/check/findings'
import { withEdits } from '../../scripts/check/fix'
import { reportTable } from '../../scripts/check/report'
import { contentOf } from '../support/library'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

/** A copy of the made-up content, to be spoilt. */
async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'content-'))
  folders.push(folder)
  await cp('tests/fixtures/content', folder, { recursive: true })
  return folder
}

function run(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/check.ts', ...args],
      { env: { PATH: process.env.PATH ?? '', TODAY: '2026-11-21', NODE_ENV: 'test', ...env } },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

const slowly = { timeout: 60_000 }
const finding: Finding = {
  file: 'content/en/articles/sea-air.mdx',
  line: 2,
  column: 5,
  severity: 'fix',
  rule: 'less-than',
  message: '“<18”: wrong.',
  fix: 'Write “under 18”.',
}

test('a finding shows its line with a mark under the place', () => {
  expect(shown(finding, '\uFEFFone\r\nFor <18.\r\n')).toBe(
    `content/en/articles/sea-air.mdx:2:5  to fix\n  2 | For <18.\n          ^\n  “<18”: wrong.\n  Write “under 18”.\n`,
  )
})

test('of a long line, the part round the place is shown', () => {
  const line = `${'a'.repeat(200)}<18${'b'.repeat(200)}`
  const [, part = '', mark = ''] = shown({ ...finding, line: 1, column: 201 }, line).split('\n')
  expect(part[mark.indexOf('^')]).toBe('<')
  expect(part.length).toBeLessThan(90)
  expect(part).toMatch(/…a+<18b+…$/)
})

test('a finding about an empty or a missing line is shown without it', () => {
  expect(shown(finding, 'one\n\n').split('\n')).toHaveLength(4)
  expect(shown(finding, undefined).split('\n')).toHaveLength(4)
})

test('machines read exactly the keys of the contract', () => {
  const all = JSON.parse(asJson([{ ...finding, edit: { start: 1, end: 2, text: '' } }]))
  expect(Object.keys(all[0])).toEqual(['file', 'line', 'column', 'severity', 'rule', 'message', 'fix'])
})

test('an annotation keeps to one line', () => {
  expect(annotation({ ...finding, message: 'Two\nlines: 100 %.' })).toBe(
    '::error file=content/en/articles/sea-air.mdx,line=2,col=5::Two%0Alines: 100 %25. Write “under 18”.',
  )
})

test('findings are counted in words', () => {
  expect(counted([finding, finding, { ...finding, severity: 'look' }])).toBe('2 to fix, 1 to look at.')
  expect(counted([])).toBe('Nothing to fix, nothing to look at.')
})

test('an article goes by its path, its address, its file or its name', () => {
  const { files } = contentOf({ articles: { 'sea-air': '', 'north/shore': '' }, comparisons: { rest: '' } })
  const chosen = (...names: string[]) => chosenFiles(files, names)
  for (const name of [
    'north/shore',
    '/north/shore/',
    'shore',
    'content/en/articles/north/shore.mdx',
    './content/en/articles/north/shore.mdx',
  ])
    expect([name, chosen(name)]).toEqual([name, { files: new Set(['content/en/articles/north/shore.mdx']) }])
  expect(chosen('/compare/rest/', 'claims')).toEqual({
    files: new Set(['content/en/comparisons/rest.mdx', 'content/evidence/claims.yaml']),
  })
  expect(chosen('see-air')).toEqual({
    unknown: 'There is no article or list “see-air”. Did you mean “sea-air”?',
  })
})

test('safe edits are made from the end, and of two that overlap only one', () => {
  const content = contentOf({ files: { 'en/articles/a.mdx': 'one two three' } })
  const file = 'content/en/articles/a.mdx'
  const edits = [
    { start: 0, end: 3, text: '1' },
    { start: 4, end: 7, text: '2\n2' },
    { start: 2, end: 5, text: 'x' },
  ]
  const edited = withEdits(
    content,
    edits.map((edit) => ({ ...finding, file, edit })),
  )
  expect(edited.content.files.find((one) => one.file === file)?.text).toBe('1 2\n2 three')
  expect(edited.changes).toEqual([{ file, line: 1, before: 'one two three', after: '1 2\n2 three' }])
})

test('the report is a table with a line for all pages', () => {
  const row = {
    file: '',
    kind: 'article' as const,
    minutes: 1,
    grade: 4.25,
    neutralGrade: 3,
    longest: 12,
    claims: 2,
    unsourced: 1,
  }
  const table = reportTable([
    { ...row, address: '/sea-air/', words: 200, review: 'overdue' },
    { ...row, address: '/rest/', words: 1000, grade: Number.NaN, review: 'reviewed' },
  ])
  expect(table).toMatchInlineSnapshot(`
    "address    words  min  grade  neutral  longest  claims  unsourced  review
    ---------  -----  ---  -----  -------  -------  ------  ---------  ----------
    /sea-air/    200    1    4.3      3.0       12       2          1  overdue
    /rest/      1000    1      –      3.0       12       2          1  reviewed
    ---------  -----  ---  -----  -------  -------  ------  ---------  ----------
    2 pages     1200    2    ≤ –    ≤ 3.0     ≤ 12                  2  1 reviewed
    "
  `)
})

test('the command says what is wrong in one article, and ends with 1', slowly, async () => {
  const folder = await aFolder()
  const file = join(folder, 'en/articles/sea-air.mdx')
  await writeFile(file, `${await readFile(file, 'utf8')}\nIt helps 3 of 4 people.\n`)
  const bad = await run(['sea-air'], { CONTENT_ROOT: folder })
  expect(bad.err).toBe('')
  expect(bad.code).toBe(1)
  expect(bad.out).toMatch(
    /sea-air\.mdx:\d+:10 {2}to fix\n {2}\d+ \| It helps 3 of 4 people\.\n +\^\n {2}“3 of 4”/,
  )
  expect(bad.out).toMatch(/\n1 to fix, \d+ to look at\.\n$/)
  const other = await run(['rest-cure', '--json'], { CONTENT_ROOT: folder })
  expect(other.code).toBe(0)
  expect(JSON.parse(other.out).filter((one: Finding) => one.severity === 'fix')).toEqual([])
  const inActions = await run(['/sea-air/'], { CONTENT_ROOT: folder, GITHUB_ACTIONS: 'true' })
  expect(inActions.out).toMatch(/\n::error file=.*sea-air\.mdx,line=\d+,col=10::/)
})

test('the command says in one sentence why it could not run, and ends with 2', slowly, async () => {
  expect(await run([], { CONTENT_ROOT: '/no/such/folder' })).toEqual({
    code: 2,
    out: '',
    err: 'There is no folder /no/such/folder, so there is nothing to check.\n',
  })
  const root = { CONTENT_ROOT: 'tests/fixtures/content' }
  for (const [args, env] of [
    [['nowhere'], root],
    [['--colour'], root],
    [[], { ...root, TODAY: 'soon' }],
  ] as [string[], Record<string, string>][]) {
    const { code, out, err } = await run(args, env)
    expect([args, code, out, err.trim().split('\n').length]).toEqual([args, 2, '', 1])
  }
})

test('fixing shows each change, and writes only when it is told to', slowly, async () => {
  const folder = await aFolder()
  const file = join(folder, 'en/articles/sea-air.mdx')
  const good = await readFile(file, 'utf8')
  const link = '[the cure](/rest-cure)'
  await writeFile(file, `${good}\nSee ${link}.\n`)
  const asked = await run(['--fix'], { CONTENT_ROOT: folder })
  expect(asked.code).toBe(1)
  expect(asked.out).toContain(`  - See ${link}.\n  + See [the cure](/rest-cure/).\n`)
  expect(asked.out).toContain('Nothing was written.')
  expect(await readFile(file, 'utf8')).toBe(`${good}\nSee ${link}.\n`)
  const done = await run(['--fix', '--yes'], { CONTENT_ROOT: folder })
  expect(done.code).toBe(0)
  expect(await readFile(file, 'utf8')).toBe(`${good}\nSee [the cure](/rest-cure/).\n`)
})
