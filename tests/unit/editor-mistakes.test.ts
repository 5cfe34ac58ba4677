import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { checkFileNames } from '@/lib/content/checks/file-names'
import { checkForm } from '@/lib/content/checks/form'
import { checkReview } from '@/lib/content/checks/freshness'
import { type Finding, inOrder } from '@/lib/content/finding'
import { parseArticle } from '@/lib/content/parse'
import type { Places } from '@/lib/content/places'
import type { ComponentRule } from '@/lib/content/vocabulary'

type Row = {
  id: string
  mistake: string
  source: string
  finding: Omit<Finding, 'severity' | 'file'> & { severity: 'error' | 'warning' }
}
type Table = {
  cases: Row[]
  quiet: { name: string; source: string }[]
  several: { source: string; findings: [number, number, string][] }
}

const table: Table = JSON.parse(
  readFileSync(new URL('../fixtures/editor-mistakes.json', import.meta.url), 'utf8'),
)

// The site that the table assumes.
const text = z.string().trim().min(1)
const component = (
  settings: z.ZodObject,
  holds: ComponentRule['holds'],
  more: Partial<ComponentRule> = {},
): ComponentRule => ({
  settings,
  holds,
  purpose: '',
  example: '',
  ...more,
})
const vocabulary = {
  Callout: component(z.strictObject({ title: text, kind: z.enum(['note', 'warning']).optional() }), 'text'),
  Comparison: component(z.strictObject({ caption: text }), 'text'),
  Row: component(z.strictObject({ label: text, therapy: text, medication: text, both: text }), 'none', {
    inside: 'Comparison',
  }),
  Faq: component(z.strictObject({ question: text }), 'text', { content: 'answer' }),
  Cite: component(z.strictObject({ id: text }), 'none', { refersTo: { id: 'source' } }),
}
const title = 'Write the name of the page'
const words = z.string().optional()
const details = z.strictObject({
  title: z.string(title).trim().min(1, title),
  description: words,
  reviewed: z.iso.date('Write the date as year-month-day, for example 2026-05-01').optional(),
  reviewedBy: z.array(z.strictObject({ name: words, role: words })).optional(),
  topics: z.array(z.string()).optional(),
  draft: z.boolean().optional(),
  phone: words,
  author: z.union([z.string(), z.strictObject({ name: words })]).optional(),
  note: words,
})
const places: Places = {
  addresses: new Map([['/articles/starting-therapy', new Set(['first-visit'])]]),
  claims: new Set(),
  terms: new Set(),
  comparisons: new Map(),
  people: new Set(),
  pictures: new Set(['/images/talking.png']),
  sources: new Set(['cuijpers-2020']),
}
const file = 'content/articles/therapy.mdx'

function findingsOf(source: string): Finding[] {
  const parsed = parseArticle({ path: 'articles/therapy.mdx', file, text: source }, { vocabulary, details })
  const on = parsed.details?.reviewed
  const review = on ? checkReview({ file, on, place: parsed.place('reviewed') }, '2026-11-21') : []
  return inOrder([...parsed.findings, ...checkForm(parsed, places, { vocabulary }), ...review])
}

const withoutEdit = ({ edit: _, file: __, ...finding }: Finding) => finding

test.each(table.cases)('$id: $mistake', ({ source, finding }) => {
  const severity = finding.severity === 'error' ? 'fix' : 'look'
  expect(findingsOf(source).map(withoutEdit)).toEqual([{ ...finding, severity }])
})

test.each(table.quiet)('nothing is said about: $name', ({ source }) => {
  expect(findingsOf(source)).toEqual([])
})

test('several mistakes in one file are all found, in order, and no others', () => {
  const { source, findings } = table.several
  expect(findingsOf(source).map(({ line, column, rule }) => [line, column, rule])).toEqual(findings)
})

test('every change that is offered takes its finding away and adds none', () => {
  for (const { id, source } of table.cases) {
    for (const { edit, rule, line } of findingsOf(source)) {
      if (!edit) continue
      const after = findingsOf(source.slice(0, edit.start) + edit.text + source.slice(edit.end))
      expect(
        after.map(({ message }) => message),
        `${id} ${rule} on line ${line}`,
      ).toEqual([])
    }
  }
})

const named = (...paths: string[]) =>
  checkFileNames(paths.map((path) => ({ path, file: `content/${path}` }))).map(
    ({ file, message, fix }) => `${file}: ${message} ${fix}`,
  )

test.each([
  [
    'therapy.mdx.txt',
    'This file is called therapy.mdx.txt, so the site does not see it. Rename it to therapy.mdx (Windows may hide the last part: turn on “File name extensions”).',
  ],
  [
    'Therapy Options.mdx',
    'The file name becomes the address of the page, so it can have only small letters, digits and dashes. Rename it to therapy-options.mdx.',
  ],
  ['therapy (1).mdx', 'This looks like a copy of therapy.mdx. Delete it or give it its own name.'],
  ['therapy - Copy.mdx', 'This looks like a copy of therapy.mdx. Delete it or give it its own name.'],
  ['~$therapy.mdx', 'This looks like a copy of therapy.mdx. Delete it or give it its own name.'],
  ['therapy.md', 'Pages must end in .mdx. Rename it to therapy.mdx.'],
])('the file name %s', (name, sentence) => {
  expect(named(`en/articles/${name}`)).toEqual([`content/en/articles/${name}: ${sentence}`])
})

test('two file names that differ in their capitals only', () => {
  expect(named('en/articles/Therapy.mdx', 'en/articles/therapy.mdx')).toEqual([
    'content/en/articles/Therapy.mdx: Two files would get the same address. Keep one.',
  ])
})

test('good file names are left alone', () => {
  expect(
    named(
      'README.md',
      'en/glossary.yaml',
      'en/articles/conditions/ocd.mdx',
      'en/comparisons/treatment-options.mdx',
    ),
  ).toEqual([])
})
