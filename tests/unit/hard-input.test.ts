import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildLibrary } from '../../lib/content/build-library'
import { compile } from '../../lib/content/compile'
import { readContent } from '../../lib/content/read'

const article = 'en/articles/hard.mdx'
const details = `---
title: Hard
summary: What is hard.
whoFor: This page is for made-up people.
keyPoints: [You rest., You walk., You ask.]
group: site
order: 99
written: 2026-10-01
---

## One {/* #one */}

`

/** A copy of the made-up content with one more file. */
function contentWith(text: string | Uint8Array, file = article): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'))
  cpSync('tests/fixtures/content', root, { recursive: true })
  mkdirSync(join(root, file, '..'), { recursive: true })
  writeFileSync(join(root, file), text)
  return root
}

/** What there is to fix in the added file, and the article if it could be read. */
async function checked(text: string | Uint8Array, file = article) {
  const library = buildLibrary(await readContent(contentWith(text, file)), '2026-11-21')
  const findings = library.findings.filter(
    (finding) =>
      finding.file.endsWith(file) && finding.severity === 'fix' && finding.rule !== 'ledger-missing',
  )
  return { findings, article: library.articles.find(({ path }) => path === 'hard') }
}

test.each([
  '{process.exit()}',
  '<b title={process.exit()}>x</b>',
  "import fs from 'fs'",
  'export const x = process.exit()',
  '<script>alert(1)</script>',
  '<p onclick="alert(1)">x</p>',
  '<Callout kind="note" title="x" onClick="alert(1)">\n\nx\n\n</Callout>',
  '<Callout {...globalThis} kind="note" title="x">\n\nx\n\n</Callout>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:x)',
  '![x](https://elsewhere.example/x.png)',
  '[x]: javascript:alert(1)\n\n[x]',
  '<https://elsewhere.example>{1 + 1}',
  '<iframe src="https://elsewhere.example"></iframe>',
  '<style>body { display: none }</style>',
  '<Part id="x" title="x">\n\nx\n\n</Part>',
])('content that tries to run is refused: %s', async (text) => {
  expect((await checked(`${details}${text}\n`)).findings).not.toEqual([])
})

test('markup in the details of an article is words', async () => {
  const title = '</script><script>alert(1)</script><b onclick="x">'
  const { findings, article } = await checked(
    details.replace('title: Hard', `title: '${title}'`).concat('You rest.\n'),
  )
  if (findings.length === 0) expect(article?.details.title).toBe(title)
})

test.each([
  ['random bytes', randomBytes(200_000)],
  ['no bytes', ''],
  ['a table of 10,000 lines', `${details}| a | b |\n| --- | --- |\n${'| x | y |\n'.repeat(10_000)}`],
  [
    '5,000 headings',
    details + Array.from({ length: 5000 }, (_, n) => `## Part {/* #part-${n} */}\n\nYou rest.\n`).join('\n'),
  ],
  ['lists inside lists', details + Array.from({ length: 200 }, (_, n) => `${'  '.repeat(n)}- x\n`).join('')],
  ['brackets without end', `${details}${'['.repeat(5000)}`],
  ['stars without end', `${details}${'*a_'.repeat(3000)}`],
])('%s are read in plain words and without a fault', { timeout: 120_000 }, async (_what, text) => {
  for (const { message } of (await checked(text)).findings)
    expect(message).not.toMatch(/\bat .*:\d+:\d+|undefined|\[object/)
})

test('every script, right-to-left text and emoji come through as they are', async () => {
  const words = 'Ada Ольга 日本語 العربية עברית हिन्दी ไทย 한국어 Ελλάδα 👩‍⚕️ Zoë naïve'
  const { findings, article } = await checked(`${details}You ask ${words}.\n`)
  expect(findings.filter(({ rule }) => !/sentence|long/.test(rule))).toEqual([])
  expect(article?.sections[0]?.text).toContain(words)
  const code = await compile(article as never)
  const written = /children: ("You ask [^"]*")/.exec(code)?.[1]
  expect(new Function(`return ${written}`)()).toContain(words)
})

test('a link out of the content folder is not followed', async () => {
  const root = contentWith('You rest.\n', 'en/note.txt')
  symlinkSync('/etc', join(root, 'en/articles/etc'))
  symlinkSync('/etc/passwd', join(root, 'en/articles/passwd.mdx'))
  const { files, findings } = await readContent(root)
  expect(files.filter(({ text }) => text.includes('root:'))).toEqual([])
  expect(findings.map(({ file }) => file.slice(root.length + 1))).toEqual([
    'en/articles/etc',
    'en/articles/passwd.mdx',
  ])
})

test('pictures of 30 MB are not read into memory with the words', async () => {
  const root = contentWith('You rest.\n', 'en/note.txt')
  const pictures = mkdtempSync(join(tmpdir(), 'public-'))
  writeFileSync(join(pictures, 'huge.png'), '')
  truncateSync(join(pictures, 'huge.png'), 30_000_000)
  const before = process.memoryUsage().rss
  const content = await readContent(root, pictures)
  expect(existsSync(join(pictures, 'huge.png'))).toBe(true)
  expect(content.pictures).toContain('/huge.png')
  expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000)
})
