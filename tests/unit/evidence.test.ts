import { expect, test } from 'vitest'
import { figuresIn, heldBy, holds } from '../../lib/content/figures'
import { reportOf } from '../../lib/content/report'
import { aLibrary, anArticle, claims, said } from '../support/library'

const article = (text: string) => aLibrary({ articles: { 'sea-air': text } })
const figures = (text: string) => figuresIn(text).map((figure) => figure.text)

test('treatment figures are seen in the forms in which people write them', () => {
  expect(
    figures('About 41 of 100, 5 to 7 of every 100, 9 people out of 10, 1 in 5 and one in four.'),
  ).toEqual(['41 of 100', '5 to 7 of every 100', '9 people out of 10', '1 in 5', 'one in four'])
  expect(figures('20 percent, 30%, 3 times as many, half of people, a third of the adults.')).toEqual([
    '20 percent',
    '30%',
    '3 times',
    'half of people',
    'a third of the adults',
  ])
  expect(figures('After 6 to 12 weeks, a 6-month course, 13 sessions, 2 visits, 1,000 days.')).toEqual([
    '6 to 12 weeks',
    '6-month',
    '13 sessions',
    '2 visits',
    '1,000 days',
  ])
})

test('ages, doses, dates, phone numbers and week names are no treatment figures', () => {
  expect(
    figures(
      'A 9-year-old. Aged 18 years. Under 25 years. 2 years of age. 20 mg, 2 times a day. In 2023. On May 1, 2026. Call 1-800-662-4357 or 988, 24 hours. Weeks 1 to 2. Half the dose. Half a pill. $143.',
    ),
  ).toEqual([])
})

test('a figure in a claim link must be in its claim', () => {
  const library = article(
    '[42 of 100](claim:sea-air-calm) people calm down, and [44 of 100](claim:sea-air-calm) rest.',
  )
  expect(said(library)).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:11:56 fix: “44 of 100” is not in its claim: “sea-air-calm” says 42 and 17 of 100, half, 6 weeks, 13 to 18 visits, 988, $143, 1 in 10, Within 2 months. Write a figure of the claim, link to the claim that holds this one, or correct the claim in evidence/claims.yaml.",
    ]
  `)
})

test('a number, a part or a word in a claim link must be in its claim, too', () => {
  const good =
    '[half](claim:sea-air-calm), [$143](claim:sea-air-calm), [988](claim:sea-air-calm), [six weeks](claim:sea-air-calm), [within 2 months](claim:sea-air-calm) and [many](claim:rest-helps).'
  expect(said(article(good))).toEqual([])
  const wrong =
    '[a third](claim:sea-air-calm), [$150](claim:sea-air-calm), [seven weeks](claim:sea-air-calm) and [30 of 100](claim:rest-helps).'
  expect(said(article(wrong)).map((line) => line.split(' says')[0])).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:11:2 fix: “a third” is not in its claim: “sea-air-calm”",
      "en/articles/sea-air.mdx:11:33 fix: “$150” is not in its claim: “sea-air-calm”",
      "en/articles/sea-air.mdx:11:61 fix: “seven weeks” is not in its claim: “sea-air-calm”",
      "en/articles/sea-air.mdx:11:99 fix: “30 of 100” is not in its claim: “rest-helps” holds no figure. Write a figure of the claim, link to the claim that holds this one, or correct the claim in evidence/claims.yaml.",
    ]
  `)
})

test('a figure outside a link is held by a claim in the same paragraph, list item or cell', () => {
  expect(
    said(article('[42 of 100](claim:sea-air-calm) calm down. Without it, 17 of 100 do, within 6 weeks.')),
  ).toEqual([])
  expect(said(article('- [Calmer](claim:sea-air-calm)\n\n  for 42 of 100.'))).toEqual([])
  expect(said(article('| a | b |\n| --- | --- |\n| [calm](claim:sea-air-calm), 42 of 100 | 1 |'))).toEqual([])
  expect(
    said(article('[Calmer](claim:sea-air-calm).\n\n42 of 100 are.\n\n- 17 of 100')),
  ).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:13:1 fix: “42 of 100” has no source: no claim linked in this paragraph holds it. Link it to the claim it comes from, [42 of 100](claim:…), or say it without the number. On this page, “sea-air-calm” holds it.",
      "en/articles/sea-air.mdx:15:3 fix: “17 of 100” has no source: no claim linked in this list item holds it. Link it to the claim it comes from, [17 of 100](claim:…), or say it without the number. On this page, “sea-air-calm” holds it.",
    ]
  `)
})

test('a figure that no claim beside it holds is told what the claims there hold', () => {
  expect(
    said(article('[42 of 100](claim:sea-air-calm) calm down. Without it, 19 of 100 do.')),
  ).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:11:56 fix: “19 of 100” has no source: no claim linked in this paragraph holds it. Write a figure that a claim here holds (“sea-air-calm” says 42 and 17 of 100, half, 6 weeks, 13 to 18 visits, 988, $143, 1 in 10, Within 2 months), or link this one to its own claim: [19 of 100](claim:…).",
    ]
  `)
})

test('key points, questions and tables need claims as well', () => {
  const details = anArticle('', '').replace(
    '[Breathe., Rest., Ask.]',
    '\n  - Calm for 42 of 100.\n  - "[42 of 100](claim:sea-air-calm)."\n  - Ask.',
  )
  const body =
    '<Faq question="Does it calm 1 in 5?" id="calm">\n\nYes.\n\n</Faq>\n\n| who | how many |\n| --- | --- |\n| all | 3 of 4 |\n'
  expect(said(aLibrary({ articles: { 'sea-air': details + body } }))).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:6:14 fix: “42 of 100” has no source: no claim linked in this key point holds it. Link it to the claim it comes from, [42 of 100](claim:…), or say it without the number. On this page, “sea-air-calm” holds it.",
      "en/articles/sea-air.mdx:15:29 fix: “1 in 5” has no source: no claim linked in this question holds it. Say it without the number, and give the figure in the text: a question holds no claim.",
      "en/articles/sea-air.mdx:23:9 fix: “3 of 4” has no source: no claim linked in this cell holds it. Link it to the claim it comes from, [3 of 4](claim:…), or say it without the number.",
    ]
  `)
})

test('a time names a stretch in headings, captions, week names and pages about the site', () => {
  const text =
    '## The first 12 weeks {/* #weeks */}\n\n<Timeline caption="The first 12 weeks">\n\n- **Weeks 1 to 2** You rest.\n\n</Timeline>\n'
  expect(said(article(text))).toEqual([])
  expect(said(article(text.replace('You rest', 'You rest for 2 weeks')))).toHaveLength(1)
  expect(
    said(article(anArticle('We look again after 12 months.').replace('group: ways', 'group: site'))),
  ).toEqual([])
})

test('a changed figure in a claim names every article that still says the old one', () => {
  const articles = {
    'sea-air': '[42 of 100](claim:sea-air-calm) calm down.',
    'rest-cure': 'With [sea air](claim:sea-air-calm), 42 of 100 do.',
    'north/shore': 'Here 17 of 100 [do](claim:sea-air-calm).',
  }
  expect(said(aLibrary({ articles }))).toEqual([])
  const changed = aLibrary({
    articles,
    files: { 'evidence/claims.yaml': claims.replace('with: 42', 'with: 45') },
  })
  expect(
    changed.findings
      .filter(({ rule }) => rule.startsWith('figure'))
      .map(({ file, severity }) => [file, severity]),
  ).toEqual([
    ['content/en/articles/rest-cure.mdx', 'fix'],
    ['content/en/articles/sea-air.mdx', 'fix'],
  ])
})

test('each kind of figure is held only in its own kind', () => {
  const held = heldBy({
    numbers: { with: 42, without: 17, per: 100, also: ['half', '1 year', '13 visits'] },
  } as never)
  const isHeld = (text: string) => figuresIn(text).every((figure) => holds(held, figure))
  for (const text of ['42 of 100', '17 to 42 of 100', '12 months', '13 sessions', 'half of people'])
    expect([text, isHeld(text)]).toEqual([text, true])
  for (const text of ['42 weeks', '13 of 100', '50 of 100', '1 in 2', '42 percent', '100 days'])
    expect([text, isHeld(text)]).toEqual([text, false])
})

test('a claim that is deleted while it is used is named at each use, once', () => {
  const text =
    '[42 of 100](claim:gone) calm down, 17 of 100 do not.\n\n[Many](claim:gone) rest.\n\n<People claim="gone" />\n'
  expect(said(article(text))).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:11:1 fix: There is no claim called “gone” in the list of claims. Check the name, or add the claim to the list.",
      "en/articles/sea-air.mdx:13:1 fix: There is no claim called “gone” in the list of claims. Check the name, or add the claim to the list.",
      "en/articles/sea-air.mdx:15:9 fix: There is no claim called “gone” in the list of claims. Check the name, or add the claim to the list.",
    ]
  `)
})

test('a picture of people needs both sides of 100', () => {
  expect(said(article('<People claim="sea-air-calm" />'))).toEqual([])
  expect(said(article('<People claim="rest-helps" />'))).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:11:1 fix: The picture cannot be drawn: “rest-helps” holds no figure, but a picture needs people with and without the treatment, each of 100. Name a claim that has “with” and “without” and “per: 100”, or delete the picture.",
    ]
  `)
})

test('a claim names sources that are there and is looked at every two years', () => {
  const files = {
    'evidence/claims.yaml': claims
      .replace('[salt-2020]', '[salt-2002]')
      .replace('checked: 2026-11-01', 'checked: 2024-11-20'),
  }
  expect(said(aLibrary({ files }))).toMatchInlineSnapshot(`
    [
      "evidence/claims.yaml:8:16 fix: The claim “sea-air-calm” names the source “salt-2002”, which is not in evidence/references.yaml. Did you mean “salt-2020”? Change the name, or add the source to evidence/references.yaml.",
      "evidence/claims.yaml:9:12 look: The claim “sea-air-calm” was last checked on 2024-11-20, more than two years ago. Look for newer evidence, then write the day of the check.",
    ]
  `)
})

test('wrong numbers of a claim and wrong addresses of a source are named with their line', () => {
  const files = {
    'evidence/claims.yaml': claims.replace('with: 42', 'with: 142'),
    'evidence/references.yaml':
      '- { id: salt-2020, type: report, title: Salt, read: abstract, URL: salt.example }\n',
  }
  expect(said(aLibrary({ files }))).toMatchInlineSnapshot(`
    [
      "evidence/claims.yaml:5:20 fix: “with” is 142, more than “per” (100). Write how many of 100 people it was.",
      "evidence/references.yaml:1:68 fix: “salt.example” is not a whole web address. Write: URL: https://salt.example",
    ]
  `)
})

test('the report counts claims and figures without one', () => {
  const library = article('[42 of 100](claim:sea-air-calm) calm down.\n\n3 of 4 rest.')
  expect(reportOf(library)).toMatchObject([
    { address: '/sea-air/', claims: 1, unsourced: 1, review: 'unreviewed' },
  ])
})
