import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { buildLibrary } from '@/lib/content/build-library'
import { type ContentFiles, readContent } from '@/lib/content/read'
import { vocabulary } from '@/lib/content/vocabulary'
import { componentText, settingsOf } from '@/lib/studio/insert'
import { articlePath, newArticle, withRemoved, withRenamed } from '@/lib/studio/moves'

const today = '2026-11-21'
const ledger = `# addresses\naddresses:\n  - address: /sea-air/\n    code: d2k9\n    since: 2026-10-01\n    sections:\n      what-it-is: { code: x7rt, since: 2026-10-01 }\n`

async function library(): Promise<ContentFiles> {
  const content = await readContent(resolve('tests/fixtures/content'))
  return {
    ...content,
    files: content.files.map((file) => (file.path === 'published.yaml' ? { ...file, text: ledger } : file)),
  }
}

const text = (content: ContentFiles, path: string) => content.files.find((file) => file.path === path)?.text
const toFix = (content: ContentFiles) =>
  buildLibrary(content, today)
    .findings.filter(({ severity }) => severity === 'fix')
    .map(({ rule, file }) => `${rule} ${file}`)

test('a renamed article keeps its text, its old address leads to the new one, and links to it are written anew', async () => {
  const before = await library()
  const after = withRenamed(before, articlePath('sea-air'), articlePath('places/sea-wind'))
  expect(text(after, articlePath('sea-air'))).toBeUndefined()
  expect(text(after, articlePath('places/sea-wind'))).toBe(text(before, articlePath('sea-air')))
  expect(parse(text(after, 'published.yaml') ?? '').addresses[0]).toMatchObject({
    address: '/sea-air/',
    moved: '/places/sea-wind/',
    code: 'd2k9',
  })
  expect(text(after, 'published.yaml')).toContain('# addresses')
  const all = after.files
    .filter(({ path }) => path !== 'published.yaml')
    .map((file) => file.text)
    .join('\n')
  expect(all).not.toMatch(/(?<![\w/])\/sea-air\//)
  const known = new Set(toFix(before))
  // the new address itself is recorded when the site is checked next
  expect(toFix(after).filter((finding) => !known.has(finding) && !finding.startsWith('ledger'))).toEqual([])
})

test('an address that only begins like the old one stays', () => {
  const files = [
    { path: articlePath('places'), file: 'a', text: 'x' },
    {
      path: articlePath('places/north-shore'),
      file: 'b',
      text: '[a](/places/) [b](/places/#id) [c](/places/north-shore/) [d](/places/part/) [e](/other/places/) https://a.org/places/',
    },
  ]
  const after = withRenamed(
    { root: 'content', files, pictures: [], findings: [] },
    articlePath('places'),
    articlePath('shores'),
  )
  expect(text(after, articlePath('places/north-shore'))).toBe(
    '[a](/shores/) [b](/shores/#id) [c](/places/north-shore/) [d](/shores/part/) [e](/other/places/) https://a.org/places/',
  )
})

test('a page does not take the address of another one', async () => {
  expect(() =>
    withRenamed(
      {
        root: '',
        files: [
          { path: articlePath('a'), file: '', text: '' },
          { path: articlePath('b'), file: '', text: '' },
        ],
        pictures: [],
        findings: [],
      },
      articlePath('a'),
      articlePath('b'),
    ),
  ).toThrow('already')
})

test('a removed article says why it is gone, or where to read on', async () => {
  const entry = (content: ContentFiles) => parse(text(content, 'published.yaml') ?? '').addresses[0]
  expect(
    entry(withRemoved(await library(), articlePath('sea-air'), { reason: 'Nobody walks there any more.' })),
  ).toMatchObject({ removed: 'Nobody walks there any more.' })
  expect(entry(withRemoved(await library(), articlePath('sea-air'), { to: '/rest-cure/' }))).toMatchObject({
    moved: '/rest-cure/',
  })
})

test('a new article can be drawn and published once its address is recorded', async () => {
  const before = await library()
  const path = articlePath('night-walks')
  const source = {
    path,
    file: `${before.root}/${path}`,
    text: newArticle({ title: 'Night: walks', group: 'ways', order: 3, today }),
  }
  const findings = buildLibrary({ ...before, files: [...before.files, source] }, today).findings.filter(
    ({ file, severity }) => file === source.file && severity === 'fix',
  )
  expect(findings.filter(({ rule }) => !rule.startsWith('ledger')).map(({ message }) => message)).toEqual([])
})

test.each(Object.entries(vocabulary))('the insert menu writes %s as its example does', (name, rule) => {
  const settings = Object.fromEntries(
    [...rule.example.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
  )
  expect(componentText(name, rule, settings as Record<string, string>)).toBe(rule.example)
  for (const { name, needed } of settingsOf(rule)) if (needed) expect(settings).toHaveProperty(name)
})

test('quotes in a setting become curly, so that they do not end it', () => {
  expect(componentText('More', vocabulary.More, { title: 'The "good" part' }, 'Text')).toBe(
    '<More title="The “good” part">\n\nText\n\n</More>',
  )
})
