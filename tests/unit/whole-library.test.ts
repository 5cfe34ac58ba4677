import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildLibrary } from '../../lib/content/build-library'
import { aComparison, aLibrary, anArticle, claims, contentOf, said, today } from '../support/library'

test('a good library has no finding', () => {
  expect(said(aLibrary({ articles: { 'sea-air': 'Rest.' } }))).toEqual([])
})

test('an empty content folder has no article', () => {
  expect(said(aLibrary({ articles: {} }))).toMatchInlineSnapshot(`
    [
      "content:1:1 fix: There is no article in en/articles. Add one, or check that this is the right content folder.",
    ]
  `)
})

test('two files cannot have one address, nor that of a page the site makes itself', () => {
  const library = aLibrary({
    articles: { glossary: 'Rest.', 's/rest': 'Rest.', 'compare/rest': 'Rest.' },
    comparisons: { rest: '## Work? {/* #work */}\n\n### wind\n\nYes.\n\n### sun\n\nYes.\n' },
  })
  expect(said(library)).toMatchInlineSnapshot(`
    [
      "en/articles/compare/rest.mdx:1:1 fix: The address /compare/rest/ belongs to a page that the site makes itself. Give the file another name.",
      "en/articles/glossary.mdx:1:1 fix: The address /glossary/ belongs to a page that the site makes itself. Give the file another name.",
      "en/articles/s/rest.mdx:1:1 fix: The address /s/rest/ belongs to a page that the site makes itself. Give the file another name.",
      "en/comparisons/rest.mdx:1:1 fix: content/en/articles/compare/rest.mdx already has the address /compare/rest/. Give one of the two files another name.",
    ]
  `)
})

test('an id stands once in a list', () => {
  const files = {
    'evidence/claims.yaml': claims.replace('rest-helps', 'sea-air-calm'),
    'en/glossary.yaml': '- { id: cbt, term: CBT, meaning: One. }\n- { id: cbt, term: CBT, meaning: Two. }\n',
  }
  expect(said(aLibrary({ files }))).toMatchInlineSnapshot(`
    [
      "en/glossary.yaml:2:9 fix: The word “cbt” is already on line 1. Give this one another id, or delete one of the two.",
      "evidence/claims.yaml:10:7 fix: The claim “sea-air-calm” is already on line 2. Give this one another id, or delete one of the two.",
    ]
  `)
})

test('an id stands once in an article, in headings, old ids and questions', () => {
  const text =
    '## Rest {/* #rest */}\n\n## More {/* #more #rest */}\n\n<Faq question="Why?" id="more">\n\nSo.\n\n</Faq>\n'
  expect(said(aLibrary({ articles: { 'sea-air': text } }))).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:13:19 fix: The address “rest” is already used on line 11. Give this one another address.",
      "en/articles/sea-air.mdx:15:22 fix: The address “more” is already used on line 13. Give this one another address.",
    ]
  `)
})

test('search words and glossary words lead to places that are there', () => {
  const files = {
    'en/search.yaml':
      '- { words: [air], to: [/sea-air/, /see-air/, /sea-air/#rest, /sea-air/#rast, /my-visit/] }\n',
    'en/glossary.yaml': '- { id: cbt, term: CBT, meaning: One., article: /sea/ }\n',
  }
  const library = aLibrary({ articles: { 'sea-air': '## Rest {/* #rest */}\n\nRest.' }, files })
  expect(said(library)).toMatchInlineSnapshot(`
    [
      "en/glossary.yaml:1:49 fix: There is no page /sea/. Check the address, or write the page first.",
      "en/search.yaml:1:35 fix: There is no page /see-air/. Did you mean /sea-air/? Change it to /sea-air/",
      "en/search.yaml:1:62 fix: The page /sea-air/ has no section “rast”. Did you mean “rest”? Change it to /sea-air/#rest",
    ]
  `)
})

test.each([
  ['clinic.yaml', 'name: Shore Clinic', 'name: "[x](javascript:alert)"'],
  ['people.yaml', 'name: Gull', 'name: "[x](javascript:alert)"'],
  [
    'published.yaml',
    'addresses: []',
    'addresses: [{ address: /x/, code: x2k9, since: 2026-01-01, removed: "[x](javascript:alert)" }]',
  ],
  ['evidence/claims.yaml', 'statement: Rest helps.', 'statement: "[x](javascript:alert)"'],
  ['evidence/references.yaml', 'title: Salt', 'title: "[x](javascript:alert)"'],
  ['en/glossary.yaml', 'meaning: A way to breathe.', 'meaning: "[x](javascript:alert)"'],
  ['en/interface.yaml', 'skip: ', 'skip: "[x](javascript:alert)" # '],
  ['en/search.yaml', '[]', '[{ words: ["[x](javascript:alert)"], to: [/sea-air/] }]'],
  ['en/visit.yaml', 'signs:\n', 'signs:\n  - "[x](javascript:alert)"\n'],
  ['en/words.yaml', 'better: has', 'better: "[x](javascript:alert)"'],
])('a link in %s cannot lead to a program', (path, good, bad) => {
  const before =
    contentOf({ articles: { 'sea-air': '' } }).files.find((file) => file.path === path)?.text ?? ''
  expect(before).toContain(good)
  const files = { [path]: before.replace(good, bad) }
  expect(said(aLibrary({ files }), 'link-scheme')).toEqual([
    expect.stringMatching(new RegExp(`^${path}:\\d+:\\d+ fix: “javascript:” cannot be used in a link\\.`)),
  ])
})

test('a text in a list cannot lean on a claim, a word or a page that is not there', () => {
  const files = {
    'en/glossary.yaml':
      '- id: cbt\n  term: CBT\n  meaning: See [calm](claim:sea-air-wet), [dbt](term:dbt) and [this](/sea-ir/).\n',
  }
  expect(said(aLibrary({ files }))).toMatchInlineSnapshot(`
    [
      "en/glossary.yaml:3:16 fix: There is no claim called “sea-air-wet” in the list of claims. Check the name, or add the claim to the list.",
      "en/glossary.yaml:3:43 fix: There is no word “dbt” in the glossary. Did you mean “cbt”? Change it to term:cbt, or add the word to the glossary.",
      "en/glossary.yaml:3:63 fix: There is no page /sea-ir/. Did you mean /sea-air/? Change the address to /sea-air/",
    ]
  `)
})

test('files that the site does not use are named', () => {
  const files = { 'en/walk.mdx': anArticle('Walk.'), 'notes.pages': '', 'README.md': '' }
  expect(said(aLibrary({ files }))).toMatchInlineSnapshot(`
    [
      "en/walk.mdx:1:1 fix: The site does not use this file. Move it to en/articles or en/comparisons.",
      "notes.pages:1:1 look: The site does not use this file. Move it out of the content folder; pictures belong in public/pictures.",
    ]
  `)
})

test('dates in the future are to be mended', () => {
  const details = 'changes:\n  - { on: 2026-11-22, what: New. }\nreviewed: { by: dr-gull, on: 2026-12-01 }\n'
  const text = anArticle('Rest.', details).replace('written: 2026-11-01', 'written: 2027-11-01')
  const files = { 'evidence/claims.yaml': claims.replace('checked: 2026-11-01', 'checked: 2026-11-22') }
  expect(said(aLibrary({ articles: { 'sea-air': text }, files }))).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:8:10 fix: The page was written on 2027-11-01, which is in the future. Write the day on which it was done, as year-month-day.",
      "en/articles/sea-air.mdx:10:11 fix: This change was made on 2026-11-22, which is in the future. Write the day on which it was done, as year-month-day.",
      "en/articles/sea-air.mdx:11:30 fix: The review date 2026-12-01 is in the future. Write the day on which the page was reviewed.",
      "evidence/claims.yaml:9:12 fix: This claim was checked on 2026-11-22, which is in the future. Write the day on which it was done, as year-month-day.",
    ]
  `)
})

test('an overdue review is to be looked at; a page without one is none', () => {
  const reviewed = (on: string, by = 'dr-gull') =>
    said(aLibrary({ articles: { 'sea-air': anArticle('Rest.', `reviewed: { by: ${by}, on: ${on} }\n`) } }))
  expect(reviewed('2025-11-21')).toEqual([])
  expect(reviewed('2025-11-20')).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:9:30 look: This page was last reviewed on 20 November 2025, more than a year ago. Ask a clinician to review the page, then change the date.",
    ]
  `)
  expect(reviewed('2026-11-01', 'dr-gul')).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:9:17 fix: There is no person “dr-gul” in people.yaml. Did you mean “dr-gull”? Change it to dr-gull",
    ]
  `)
})

test('crisis lines are checked once a year', () => {
  const clinic =
    'name: Shore Clinic\nsite: https://shore.example\nfunding: Walks.\ncrisis:\n  region: Shore\n  help: { name: Line, call: "988" }\n  danger: { name: Emergency, call: "911" }\n  checked: 2025-11-20\n'
  expect(said(aLibrary({ files: { 'clinic.yaml': clinic } }))).toMatchInlineSnapshot(`
    [
      "clinic.yaml:8:12 look: The crisis lines were last checked on November 20, 2025, more than a year ago. Call each number, then write the day on which you did.",
    ]
  `)
})

test('a page whose details are wrong is still there for links and checks of its words', () => {
  const articles = {
    'sea-air': anArticle('## Rest {/* #rest */}\n\nIt suffers from wind.').replace(
      'group: ways',
      'group: way',
    ),
    shore: 'See [rest](/sea-air/#rest).',
  }
  expect(said(aLibrary({ articles })).map((line) => line.split('. ')[0])).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:6:8 fix: “way” cannot be used for “group”",
      "en/articles/sea-air.mdx:13:4 fix: “suffers from” can hurt or mislead",
    ]
  `)
})

test('no text makes the rules about words fail, and every place is in its file', { timeout: 60_000 }, () => {
  const pieces = fc.constantFrom(
    ...[
      '\n\n',
      '\n',
      ' ',
      '## Rest {/* #rest */}',
      '### wind',
      '- ',
      '> ',
      '| a | 3 of 4 |\n| --- | --- |\n',
      '**',
      '“',
      '”',
      '&amp;',
      '\\*',
      '\r\n',
    ],
    ...[
      '[42 of 100](claim:sea-air-calm)',
      '[cure](term:cbt)',
      '[](claim:gone)',
      'suffers from',
      'suicide',
      'stop taking',
      'CBT',
      '½',
      '👩‍⚕️',
      'half of people',
    ],
    ...[
      '<Ask>',
      '</Ask>',
      '<DoDont>',
      '</DoDont>',
      '<Callout kind="warning" title="A cure">',
      '</Callout>',
      '<People claim="rest-helps" />',
      '6 to 12 weeks',
    ],
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 30 }),
      fc.boolean(),
      (parts, inRow) => {
        const text = parts.join('')
        const library = inRow
          ? aLibrary({ comparisons: { rest: text } })
          : aLibrary({ articles: { 'sea-air': text } })
        for (const { file, line, column } of library.findings) {
          if (!file.endsWith('.mdx')) continue
          const lines = (inRow ? aComparison(text) : anArticle(text)).split(/\r\n|\r|\n/)
          expect(line).toBeLessThanOrEqual(lines.length)
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
        }
      },
    ),
    { numRuns: 100 },
  )
})

test('a library that was built before is checked as one that is new', () => {
  const parts = {
    articles: {
      'sea-air': anArticle(
        '## Calm {/* #calm */}\n\nSea air calms [42 of 100](claim:sea-air-calm) people, says [CBT](term:cbt).\n',
        'reviewed: { by: dr-gull, on: 2026-11-01 }\n',
      ),
      rest: '## Stop {/* #stop */}\n\nSee [calm](/sea-air/#calm). Do not stop taking it. It suffers from wind.\n',
    },
    comparisons: { rest: '## Work? {/* #work */}\n\n### wind\n\nYes.\n\n### sun\n\nYes.\n' },
  }
  const { files, ...rest } = contentOf(parts)
  const changes: [path: string, before: string, after: string][] = [
    ['en/articles/sea-air.mdx', '#calm */', '#quiet */'],
    ['en/articles/sea-air.mdx', '42 of 100', '43 of 100'],
    ['evidence/claims.yaml', 'with: 42', 'with: 40'],
    ['en/glossary.yaml', 'id: cbt', 'id: dbt'],
    ['en/words.yaml', 'stopping: [stop taking, taper]', 'stopping: []'],
    ['en/words.yaml', 'suffers from', 'lives with'],
    ['clinic.yaml', 'name: Shore Clinic', 'name: ""'],
    ['people.yaml', 'id: dr-gull', 'id: dr-tern'],
    ['en/comparisons/rest.mdx', '### sun', '### rain'],
    ['en/articles/rest.mdx', 'title: Sea air', 'titel: Sea air'],
  ]
  buildLibrary({ ...rest, files }, today)
  for (const [path, before, after] of changes) {
    const changed = files.map((file) =>
      file.path === path ? { ...file, text: file.text.replace(before, after) } : file,
    )
    expect(changed).not.toEqual(files)
    const fresh = changed.map((file) => ({ ...file }))
    const known = buildLibrary({ ...rest, files: changed }, today).findings
    expect(known, `${path}: ${after}`).toEqual(buildLibrary({ ...rest, files: fresh }, today).findings)
    expect(known, `${path}: ${after}`).not.toEqual(buildLibrary({ ...rest, files }, today).findings)
  }
})
