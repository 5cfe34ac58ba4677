import { expect, test } from 'vitest'
import { buildLibrary } from '../../lib/content/build-library'
import { fixContent } from '../../lib/content/fixes'
import { codeForm, newCode, pastPlaces, wayfinder } from '../../lib/content/ledger'
import { type ContentFiles, readContent } from '../../lib/content/read'

const today = '2026-11-21'
const madeUp = await readContent('tests/fixtures/content')

type Change = (text: string) => string

/** The made-up library with some of its files changed, renamed (to: …) or taken away (false). */
function changed(changes: Record<string, Change | false | { to: string }>): ContentFiles {
  for (const path of Object.keys(changes))
    if (!madeUp.files.some((file) => file.path === path))
      throw new Error(`${path} is not in the made-up library.`)
  return {
    ...madeUp,
    files: madeUp.files.flatMap((file) => {
      const change = changes[file.path]
      if (change === undefined) return [file]
      if (change === false) return []
      if (typeof change === 'function') return [{ ...file, text: change(file.text) }]
      return [{ ...file, path: change.to, file: file.file.replace(file.path, change.to) }]
    }),
  }
}

const ledgerFindings = (content: ContentFiles) =>
  buildLibrary(content, today).findings.filter(({ rule }) => rule.startsWith('ledger'))
const said = (content: ContentFiles) => ledgerFindings(content).map(({ message, fix }) => `${message} ${fix}`)
const replace =
  (from: string, to: string): Change =>
  (text) => {
    if (!text.includes(from)) throw new Error(`“${from}” is not in the text.`)
    return text.replace(from, to)
  }
const mark =
  (id: string, words: string): Change =>
  (text) => {
    const marked = text.replace(new RegExp(`( {6}${id}: \\{[^}]*?) \\}`), `$1, ${words} }`)
    if (marked === text) throw new Error(`#${id} is not in the ledger.`)
    return marked
  }

const seaAir = 'en/articles/sea-air.mdx'
const restCure = 'en/articles/rest-cure.mdx'
const ledger = 'published.yaml'

test('a library whose ledger is whole has no findings about it', () => {
  expect(said(madeUp)).toEqual([])
})

test('a new section is not in the ledger until it is written there', () => {
  const content = changed({ [seaAir]: (text) => `${text}\n## For dogs {/* #for-dogs */}\n\nDogs like it.\n` })
  expect(said(content)).toEqual([
    '#for-dogs is new and not in the list of addresses yet. Run “npm run check -- --fix”: it writes it down in published.yaml.',
  ])
  expect(said(fixContent(content, today).content)).toEqual([])
})

test('a new article is one finding, not one for each of its sections', () => {
  const file = madeUp.files.find(({ path }) => path === seaAir)
  const content = {
    ...madeUp,
    files: [...madeUp.files, { path: 'en/articles/dunes.mdx', file: 'dunes.mdx', text: file?.text ?? '' }],
  }
  expect(said(content)).toEqual([
    '/dunes/ is new and not in the list of addresses yet. Run “npm run check -- --fix”: it writes it down in published.yaml.',
  ])
})

test('a section that is gone asks where its words went', () => {
  const content = changed({ [seaAir]: (text) => text.replace(/## Harms[\s\S]*?(?=## How it compares)/, '') })
  expect(ledgerFindings(content)).toMatchObject([
    {
      file: 'tests/fixtures/content/published.yaml',
      rule: 'ledger-lost',
      message: '/sea-air/#harms was published and leads nowhere now.',
    },
  ])
})

test('a section that is gone may say why', () => {
  const content = changed({
    [seaAir]: (text) => text.replace(/## Harms[\s\S]*?(?=## How it compares)/, ''),
    [ledger]: mark('harms', 'removed: Nobody was ever harmed.'),
  })
  expect(said(content)).toEqual([])
  expect(wayfinder(buildLibrary(content, today))('/sea-air/', 'harms')).toEqual({
    kind: 'removed',
    reason: 'Nobody was ever harmed.',
  })
})

test('an article that is gone is one finding, and its sections follow what it says', () => {
  const gone = changed({ [restCure]: false })
  expect(said(gone)).toEqual([
    '/rest-cure/ was published and leads nowhere now. Add “moved: /address/” with the address where its words are now, or “removed: why” with the reason.',
  ])
  const told = changed({
    [restCure]: false,
    [ledger]: replace('address: /rest-cure/\n', 'address: /rest-cure/\n    moved: /sea-air/#harms\n'),
  })
  expect(said(told)).toEqual([])
  expect(wayfinder(buildLibrary(told, today))('/rest-cure/', 'side-effects')).toMatchObject({
    kind: 'there',
    page: '/sea-air/harms/',
  })
})

test('“moved” must lead to a place that is there', () => {
  const content = changed({
    [seaAir]: (text) => text.replace(/## Harms[\s\S]*?(?=## How it compares)/, ''),
    [ledger]: mark('harms', 'moved: /rest-cure/#harmz'),
  })
  expect(said(content)).toEqual([
    '/sea-air/#harms leads to /rest-cure/#harmz, which is not there. The sections of /rest-cure/ are: side-effects, questions, read.',
  ])
})

test('“moved” may not lead round in a circle', () => {
  const content = changed({
    [seaAir]: (text) =>
      text.replace(/## Harms[\s\S]*?(?=## How it compares)/, '').replace(/## What nobody[\s\S]*$/, ''),
    [ledger]: (text) =>
      mark('not-known', 'moved: /sea-air/#harms')(mark('harms', 'moved: /sea-air/#not-known')(text)),
  })
  expect(said(content)).toEqual([
    '/sea-air/#harms leads round in a circle. Write the place where the words are now after “moved:”.',
    '/sea-air/#not-known leads round in a circle. Write the place where the words are now after “moved:”.',
  ])
})

test('a place that is there is not marked as gone', () => {
  expect(said(changed({ [ledger]: mark('harms', 'removed: Gone.') }))).toEqual([
    '/sea-air/#harms is marked as removed, but it is still there. Delete “removed: …”.',
  ])
})

test('a place has moved or was removed, not both', () => {
  const content = changed({
    [seaAir]: (text) => text.replace(/## Harms[\s\S]*?(?=## How it compares)/, ''),
    [ledger]: mark('harms', 'moved: /rest-cure/, removed: Gone.'),
  })
  expect(said(content)).toEqual([
    '/sea-air/#harms is marked as moved and as removed. Keep one of the two lines and delete the other.',
  ])
})

test('a code is used once and is never made up', () => {
  const codes = [
    ...(madeUp.files.find(({ path }) => path === ledger)?.text ?? '').matchAll(/code: (\w+)/g),
  ].map(([, code]) => code as string)
  expect(said(changed({ [ledger]: replace(`code: ${codes[1]}`, `code: ${codes[0]}`) }))[0]).toMatch(
    /^The code \w{4} is used for .* and for .*\./,
  )
  expect(said(changed({ [ledger]: replace(`code: ${codes[1]}`, 'code: aeio') }))[0]).toMatch(
    /^“aeio” is not a code\./,
  )
})

test('an address is in the ledger once', () => {
  const content = changed({
    [ledger]: (text) => `${text}  - { address: /sea-air/, code: k222, since: 2026-10-01 }\n`,
  })
  expect(said(content).join()).toContain('/sea-air/ is in the list twice.')
})

test('a ledger that cannot be read makes no findings about what it holds, and no fix writes into it', () => {
  const content = changed({ [ledger]: replace('since: 2026-10-01', 'since: yesterday') })
  expect(said(content)).toEqual([])
  expect(fixContent(content, today).changes).toEqual([])
})

test('the page of a section may not take the address of an article', () => {
  const nested = madeUp.files.find(({ path }) => path === restCure)
  const content = {
    ...madeUp,
    files: [
      ...madeUp.files,
      { path: 'en/articles/sea-air/harms.mdx', file: 'x.mdx', text: nested?.text ?? '' },
    ],
  }
  expect(said(content).join()).toContain(
    'The section “harms” would have the address /sea-air/harms/, which is the page “The rest cure”.',
  )
})

test('an article that cannot be read yet makes no findings about what it may hold', () => {
  expect(said(changed({ [seaAir]: replace('title: Sea air', 'titel: Sea air') }))).toEqual([])
})

test('the fix keeps the old id of a renamed section beside the new one', () => {
  const content = changed({
    [seaAir]: replace('## Harms and hard parts {/* #harms */}', '## What can go wrong {/* #hard-parts */}'),
  })
  const fixed = fixContent(content, today)
  expect(fixed.changes[0]).toMatchObject({
    before: '## What can go wrong {/* #hard-parts */}',
    after: '## What can go wrong {/* #hard-parts #harms */}',
  })
  expect(said(fixed.content)).toEqual([])
})

test('the fix writes the id of a heading that has lost its own and keeps the old one', () => {
  const content = changed({
    [seaAir]: replace('## Harms and hard parts {/* #harms */}', '## Harms and risks'),
  })
  const fixed = fixContent(content, today).content
  expect(fixed.files.find(({ path }) => path === seaAir)?.text).toContain(
    '## Harms and risks {/* #harms-and-risks #harms */}',
  )
  expect(said(fixed)).toEqual([])
})

test('the fix lets the ledger follow a question that has a new id', () => {
  const content = changed({ [seaAir]: replace('id="dog"', 'id="dogs"') })
  const fixed = fixContent(content, today).content
  expect(said(fixed)).toEqual([])
  expect(wayfinder(buildLibrary(fixed, today))('/sea-air/', 'dog')).toMatchObject({ page: '/sea-air/dogs/' })
})

test('the fix leads from the old address of a renamed file to the new one, section by section', () => {
  const content = changed({ [seaAir]: { to: 'en/articles/salt-air.mdx' } })
  const fixed = fixContent(content, today).content
  expect(said(fixed)).toEqual([])
  const find = wayfinder(buildLibrary(fixed, today))
  expect(find('/sea-air/')).toMatchObject({ page: '/salt-air/' })
  expect(find('/sea-air/', 'about')).toMatchObject({ page: '/salt-air/what-it-is/' })
})

test('the fix never guesses where a removed section went', () => {
  const content = changed({ [seaAir]: (text) => text.replace(/## Harms[\s\S]*?(?=## How it compares)/, '') })
  expect(fixContent(content, today).changes).toEqual([])
})

test('the fix keeps comments, codes and order of the ledger', () => {
  const content = changed({
    [seaAir]: (text) => `${text}\n## For dogs {/* #for-dogs */}\n\nDogs like it.\n`,
    [ledger]: (text) => `# a note\n${text}`,
  })
  const before = content.files.find(({ path }) => path === ledger)?.text.split('\n') ?? []
  const after =
    fixContent(content, today)
      .content.files.find(({ path }) => path === ledger)
      ?.text.split('\n') ?? []
  expect(after.filter((line) => !before.includes(line))).toEqual([
    expect.stringMatching(/^ {6}for-dogs: \{ code: \w{4}, since: 2026-11-21 \}$/),
  ])
  expect(before.filter((line) => !after.includes(line))).toEqual([])
})

test('a second fix has nothing to do', () => {
  const fixed = fixContent(changed({ [seaAir]: replace('#harms', '#hard-parts') }), today).content
  expect(fixContent(fixed, today).changes).toEqual([])
})

test('codes are short, without vowels, and differ from those that are taken', () => {
  const taken = new Set<string>()
  for (let n = 0; n < 2000; n++) {
    const code = newCode(`/page/#${n}`, taken)
    expect(code).toMatch(codeForm)
    expect(taken.has(code)).toBe(false)
    taken.add(code)
  }
})

test('every place of the made-up ledger leads somewhere', () => {
  const places = pastPlaces(buildLibrary(madeUp, today))
  expect(places.length).toBeGreaterThan(15)
  expect(
    places.filter(({ destination }) => destination.kind !== 'there' && destination.kind !== 'removed'),
  ).toEqual([])
})
