import { expect, test } from 'vitest'
import { linePassage, type Passage } from '../../lib/content/passages'
import { reading, sentencesOf, wordsOf } from '../../lib/content/reading'
import { sourceText } from '../../lib/content/source-text'
import { aLibrary, said } from '../support/library'

const passage = (text: string): Passage => ({
  ...linePassage('keyPoints', text, sourceText({ file: '', text }), { line: 1, column: 1 }),
})
const sentences = (text: string) => sentencesOf(passage(text), 'en').map((sentence) => sentence.text)
const article = (text: string) => aLibrary({ articles: { 'sea-air': text } })
const words = (count: number, word = 'sea') => Array.from({ length: count }, () => word).join(' ')

test('a sentence ends at its end, not after a short form', () => {
  expect(sentences("Take St. John's wort. Dr. Gull agrees. Is it 3.5? Yes.")).toEqual([
    "Take St. John's wort.",
    'Dr. Gull agrees.',
    'Is it 3.5?',
    'Yes.',
  ])
})

test('words are counted as people count them', () => {
  expect(wordsOf('Don’t take 1,000 well-known pills – or 3.5 (half).')).toEqual([
    'Don’t',
    'take',
    '1,000',
    'well-known',
    'pills',
    'or',
    '3.5',
    'half',
  ])
})

test('the grade is that of Flesch and Kincaid, and long names count as two syllables in the second', () => {
  const { grade, neutralGrade } = reading(
    [passage('The cat sat on the mat. Psychotherapy is for cats.')],
    ['psychotherapy'],
    'en',
  )
  // 10 words, 2 sentences, 14 syllables; 11 when psychotherapy has two
  expect(grade).toBeCloseTo(0.39 * 5 + (11.8 * 14) / 10 - 15.59, 5)
  expect(neutralGrade).toBeCloseTo(0.39 * 5 + (11.8 * 11) / 10 - 15.59, 5)
})

test('list items, key points and questions end a sentence; headings, captions, labels and cells of single words are none', () => {
  const text = `## A heading {/* #a */}

<Timeline caption="A caption">

- **Weeks 1 to 2** You walk

</Timeline>

- swim
- read

<Faq question="Why?" id="why">

So.

</Faq>

| a | b |
| --- | --- |
| one | Two is more. |
`
  const library = article(text)
  const document = library.articles[0]
  expect(document).toBeDefined()
  expect(said(library)).toEqual([])
})

test('a sentence of more than 25 words is to be cut', () => {
  expect(said(article(`${words(25)}.`))).toEqual([])
  expect(said(article(`Rest.\n\n- Walk. Then ${words(25)}.`))).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:13:9 fix: This sentence has 26 words: “Then sea sea sea sea sea sea sea sea sea sea sea sea sea …” Make two or more sentences of it; the limit is 25 words.",
    ]
  `)
})

test('a page with too many sentences of more than 20 words is to be looked at', () => {
  const short = Array.from({ length: 30 }, () => 'We go to the sea.').join(' ')
  expect(said(article(`${short} Go ${words(20)}.`))).toEqual([])
  expect(
    said(article(`${short}\n\nGo ${words(20)}. Go ${words(21)}. Go ${words(22)}.`)),
  ).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:2:8 look: 3 of 38 sentences (8 %) have more than 20 words; the aim is 5 % at most. Shorten those on line 13.",
    ]
  `)
})

test('a page that is hard to read is to be mended, unless only its names are long', () => {
  const hard = Array.from(
    { length: 12 },
    () => 'Individuals experiencing considerable difficulties require immediate professional consultation.',
  ).join('\n\n')
  expect(said(article(hard), 'reading-grade')).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:2:8 fix: This page reads at school grade 32.3; the limit is 7.5. Write shorter sentences and shorter words. Start with lines 11, 13 and 15.",
    ]
  `)
  const names = Array.from({ length: 30 }, () => 'You go to psychotherapy or meditation.').join(' ')
  expect(said(article(names), 'reading-grade')).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:2:8 look: This page reads at school grade 11.4; the limit is 7.5. Without the long names of conditions and treatments it is 2.1. Write shorter sentences and shorter words. Start with line 11.",
    ]
  `)
})

test('wording that hurts or misleads is named with the better one, in whole words, wherever readers see it', () => {
  const text = `## Who suffers from it {/* #who */}

No cure, but curers. She *suffers\nfrom* it. “He suffers from it” is what people say.

<Callout kind="note" title="A cure">

Secure.

</Callout>
`
  const files = { 'en/glossary.yaml': '- { id: cbt, term: CBT, meaning: It cures nobody. }\n' }
  expect(said(aLibrary({ articles: { 'sea-air': text }, files }))).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:11:8 fix: “suffers from” can hurt or mislead. Better: has.",
      "en/articles/sea-air.mdx:13:4 look: “cure” can hurt or mislead. Better: get better.",
      "en/articles/sea-air.mdx:13:27 fix: “suffers from” can hurt or mislead. Better: has.",
      "en/articles/sea-air.mdx:16:31 look: “cure” can hurt or mislead. Better: get better.",
      "en/glossary.yaml:1:37 look: “cures” can hurt or mislead. Better: get better.",
    ]
  `)
})

test('an abbreviation is explained at its first use', () => {
  for (const good of [
    'The calm breath training (CBT) helps. CBT is good.',
    'CBT (calm breath training) helps.',
    '[CBT](term:cbt) helps. CBT is good.',
    'CBT is short for calm breath training.',
    'In the US, kind II helps.',
    '## CBT {/* #cbt */}\n\nCalm breath training (CBT) helps.',
  ])
    expect([good, said(article(good))]).toEqual([good, []])
  expect(
    said(article('## CBT {/* #cbt */}\n\nTry CBT.\n\nCalm breath training (CBT) and SSRIs.')),
  ).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:13:5 look: “CBT” is not explained where this page uses it first. Write it out with the short form in brackets, (CBT), or link it to the glossary: [CBT](term:…).",
      "en/articles/sea-air.mdx:15:32 look: “SSRI” is not explained where this page uses it first. Write it out with the short form in brackets, (SSRI), or link it to the glossary: [SSRI](term:…).",
    ]
  `)
})

test('the place of a word is right in folded details, after links and in quoted words', () => {
  const text = `---
title: Sea air
summary: >-
  What [sea air](claim:rest-helps)
  can cure.
whoFor: "For \\"all\\" who cure."
keyPoints:
  - "No [sea](claim:rest-helps) cure."
  - Rest.
  - Ask.
group: ways
order: 1
written: 2026-11-01
---

Rest &amp; \\*sea\\* [sea](claim:rest-helps)
cure.
`
  expect(said(article(text)).map((line) => line.split(' look')[0])).toEqual([
    'en/articles/sea-air.mdx:5:7',
    'en/articles/sea-air.mdx:6:26',
    'en/articles/sea-air.mdx:8:33',
    'en/articles/sea-air.mdx:17:1',
  ])
})

test('nothing is said of a line whose form is wrong', () => {
  expect(
    said(article('It suffers from <b>42 of 100</b> {x}.')).filter((line) => /hurt|source/.test(line)),
  ).toEqual([])
})
