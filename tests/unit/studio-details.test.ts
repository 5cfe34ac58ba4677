import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detailsOf, withChange, withDetail } from '@/lib/studio/details'

const article = `---
# what the page is called
title: Sea air # short
summary: "What it is: and is not."
keyPoints:
  - You walk by the sea.
  # the number comes from a claim
  - "By the sea, [40 of 100](claim:sea-air-sleep) people sleep better."
  - Ask your guide.

# where it stands
group: ways
written: 2026-10-01
reviewed:
alsoKnownAs: [shore walks, salt air]
---

## Text

title: not this one
`

const read = (text: string) => detailsOf(text) ?? {}
const lines = (text: string) => text.split('\n')
const differing = (a: string, b: string) => lines(b).filter((line) => !lines(a).includes(line))

test('a title changes its own line only and keeps its comment', () => {
  const after = withDetail(article, 'title', 'Sea wind') as string
  expect(after).toBe(article.replace('title: Sea air #', 'title: Sea wind #'))
})

test('quotes stay quotes, and come where they are needed', () => {
  expect(withDetail(article, 'summary', 'Plain')).toBe(
    article.replace('"What it is: and is not."', '"Plain"'),
  )
  expect(withDetail(article, 'title', 'Rest: how?')).toContain('title: "Rest: how?" # short')
})

test('one key point changes one line; comments and all else stay', () => {
  const points = ['You walk by the sea.', 'By the lake.', 'Ask your guide.']
  expect(withDetail(article, 'keyPoints', points)).toBe(article.replace(/"By the sea.*"/, '"By the lake."'))
})

test('key points can be added and taken away', () => {
  const four = withDetail(article, 'keyPoints', [
    ...(read(article).keyPoints as string[]),
    'Go slowly.',
  ]) as string
  expect(four).toBe(article.replace('  - Ask your guide.\n', '  - Ask your guide.\n  - Go slowly.\n'))
  expect(withDetail(four, 'keyPoints', read(article).keyPoints as string[])).toBe(article)
})

test('a list in brackets stays in brackets', () => {
  expect(withDetail(article, 'alsoKnownAs', ['salt air', 'wind, cold'])).toBe(
    article.replace('[shore walks, salt air]', '[salt air, "wind, cold"]'),
  )
})

test('a review fills the empty place, changes by its parts and goes again', () => {
  const reviewed = withDetail(article, 'reviewed', { by: 'ada-shore', on: '2026-11-01' }) as string
  expect(reviewed).toBe(article.replace('reviewed:\n', 'reviewed:\n  by: ada-shore\n  on: 2026-11-01\n'))
  expect(withDetail(reviewed, 'reviewed', { by: 'ada-shore', on: '2026-11-02' })).toBe(
    reviewed.replace('on: 2026-11-01', 'on: 2026-11-02'),
  )
  expect(withDetail(reviewed, 'reviewed', undefined)).toBe(article.replace('reviewed:\n', ''))
})

test('a detail that is new takes its place in the order', () => {
  expect(withDetail(article, 'whoFor', 'For all.')).toBe(
    article.replace('keyPoints:', 'whoFor: For all.\nkeyPoints:'),
  )
  expect(withDetail(article, 'way', 'therapy')).toBe(
    article.replace('group: ways\n', 'group: ways\nway: therapy\n'),
  )
})

test('a change is noted first in the list, which is begun if there is none', () => {
  const once = withChange(article, { on: '2026-11-01', what: 'First: a note.' }) as string
  expect(differing(article, once)).toEqual(['changes:', '  - on: 2026-11-01', '    what: "First: a note."'])
  const twice = withChange(once, { on: '2026-11-02', section: 'harms', what: 'Second.' }) as string
  expect((read(twice).changes as { what: string }[]).map(({ what }) => what)).toEqual([
    'Second.',
    'First: a note.',
  ])
  expect(twice.split('\n').filter((line) => !once.split('\n').includes(line))).toEqual([
    '  - on: 2026-11-02',
    '    section: harms',
    '    what: Second.',
  ])
})

test('nothing is written while the details cannot be read', () => {
  expect(withDetail(article.replace('group: ways', 'group: [ways'), 'title', 'New')).toBeUndefined()
  expect(withDetail('No details at all', 'title', 'New')).toBeUndefined()
})

test('line ends and the byte-order mark stay as they are', () => {
  const windows = `\uFEFF${article.replaceAll('\n', '\r\n')}`
  expect(withDetail(windows, 'title', 'Sea wind')).toBe(windows.replace('Sea air #', 'Sea wind #'))
  expect(withDetail(windows, 'way', 'therapy')).toBe(
    windows.replace('group: ways\r\n', 'group: ways\r\nway: therapy\r\n'),
  )
})

test('whatever is written comes back as it was meant, and no other line changes', { timeout: 60_000 }, () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[\w :#'"[\]{},*&!|>%@`<-]{1,30}$/),
  )
  fc.assert(
    fc.property(fc.constantFrom('title', 'summary', 'whoFor'), line, (name, value) => {
      const clean = value.replace(/\s+/g, ' ').trim()
      const after = withDetail(article, name, value)
      if (after === undefined) return
      expect(read(after)[name]).toBe(clean || undefined)
      const others = (text: string) => lines(text).filter((one) => !one.startsWith(`${name}:`))
      expect(others(after)).toEqual(others(article))
    }),
    { numRuns: 200 },
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (values) => {
      const after = withDetail(article, 'keyPoints', values)
      const clean = values.map((value) => value.replace(/\s+/g, ' ').trim()).filter(Boolean)
      if (after !== undefined && clean.length) expect(read(after).keyPoints).toEqual(clean)
    }),
    { numRuns: 100 },
  )
})
