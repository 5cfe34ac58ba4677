import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { drawableLibrary } from '@/lib/content/live'
import { type ContentFiles, readContent } from '@/lib/content/read'

const today = '2026-11-21'
const file = 'en/articles/sea-air.mdx'
const none = async () => undefined

async function withText(
  path: string,
  change: (text: string) => string,
): Promise<{ content: ContentFiles; before: string }> {
  const content = await readContent(resolve('tests/fixtures/content'))
  const before = content.files.find((source) => source.path === path)?.text ?? ''
  const files = content.files.map((source) =>
    source.path === path ? { ...source, text: change(before) } : source,
  )
  return { content: { ...content, files }, before }
}

const seaAir = (library: Awaited<ReturnType<typeof drawableLibrary>>['library']) =>
  library.articles.find(({ address }) => address === '/sea-air/')

test('content without mistakes is shown as it is', async () => {
  const { content } = await withText(file, (text) => text)
  const { library, good } = await drawableLibrary(content, today, () => undefined, none)
  expect(library.stale ?? []).toEqual([])
  expect(good.map(({ path }) => path)).toContain(file)
})

test.each([
  ['a component that is never closed', '\n<Callout kind="note" title="x">\n\nText.\n'],
  ['code', '\n{globalThis.hacked = true}\n'],
  ['code behind a hidden note', '\n{/* note */ globalThis.hacked = true /* note */}\n'],
  ['code that is imported', '\nimport fs from "fs"\n'],
  ['a setting that is code', '\n<More title={globalThis.hacked = true}>\n\nText.\n\n</More>\n'],
  ['settings that are spread', '\n<More {...globalThis}>\n\nText.\n\n</More>\n'],
  ['an HTML tag', '\n<iframe src="https://example.org"></iframe>\n'],
  ['a component that does not exist', '\n<Banner />\n'],
  ['a part of a component', '\n<Callout.Title />\n'],
  ['a picture of people without its claim', '\n<People claim="no-such-claim" />\n'],
])('an article with %s is shown as it last was', async (_, mistake) => {
  const { content, before } = await withText(file, (text) => text + mistake)
  const { library, good } = await drawableLibrary(
    content,
    today,
    (path) => (path === file ? before : undefined),
    none,
  )
  expect(seaAir(library)?.text).toBe(before)
  expect(library.stale).toEqual([`tests/fixtures/content/${file}`])
  expect(library.findings.some((finding) => finding.file.endsWith(file))).toBe(true)
  expect(good.some(({ path }) => path === file)).toBe(false)
  expect(globalThis).not.toHaveProperty('hacked')
})

test('an article that was never good is shown as in the last commit', async () => {
  const { content, before } = await withText(file, (text) => `${text}\n<Callout>\n`)
  const { library } = await drawableLibrary(
    content,
    today,
    () => undefined,
    async (path) => (path === file ? before : undefined),
  )
  expect(seaAir(library)?.text).toBe(before)
})

test('an article without any good version still has its page, with nothing on it but its name', async () => {
  const { content } = await withText(file, () => 'No details at all {')
  const { library } = await drawableLibrary(content, today, () => undefined, none)
  expect(seaAir(library)?.details.title).toBe('sea-air')
})

test('a broken link does not stop the page from being shown as it is', async () => {
  const { content } = await withText(file, (text) => `${text}\nSee [nothing](/nothing/).\n`)
  const { library } = await drawableLibrary(content, today, () => undefined, none)
  expect(library.stale ?? []).toEqual([])
  expect(seaAir(library)?.text).toContain('See [nothing]')
  expect(library.findings.map(({ severity }) => severity)).toContain('fix')
})

test('a list that cannot be read is used as it last was', async () => {
  const { content, before } = await withText('en/interface.yaml', () => 'site: [')
  const { library } = await drawableLibrary(
    content,
    today,
    (path) => (path === 'en/interface.yaml' ? before : undefined),
    none,
  )
  expect(library.words.site.name).toBeTruthy()
  expect(library.stale).toEqual(['tests/fixtures/content/en/interface.yaml'])
})

test('words that were never good show their names, so that every page can be drawn', async () => {
  const { content } = await withText('en/interface.yaml', (text) => text.replace(/^ {2}skip: .*\n/m, ''))
  const { library } = await drawableLibrary(content, today, () => undefined, none)
  expect(library.words.site).toMatchObject({ name: expect.any(String), skip: '‹site.skip›' })
})
