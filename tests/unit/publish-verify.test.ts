import { expect, test } from 'vitest'
import { headerRules } from '../../lib/publish/headers'
import { faultsOf } from '../../lib/publish/verify'
import { folderWith, libraryThatPromises } from '../support/finished-site'

const head = '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><main>'

/** The faults of a site with one page that holds this. */
function faults(
  body: string,
  files: Record<string, string> = {},
  ledger: Parameters<typeof libraryThatPromises>[0] = [],
): Promise<string[]> {
  const needed = Object.fromEntries(headerRules.map(({ under }) => [`${under.slice(1)}file`, '']))
  return faultsOf(
    folderWith({
      'index.html': head + body,
      'sea-air/index.html': `${head}<h2 id="harms">`,
      ...needed,
      ...files,
    }),
    libraryThatPromises(ledger),
  )
}

test('a site that holds together has no faults', async () => {
  expect(
    await faults(
      '<a href="/sea-air/#harms">x</a> <a href="https://elsewhere.example">y</a> <a href="tel:988">z</a>',
    ),
  ).toEqual([])
})

test.each([
  ['<a href="/sea-hair/">', '/ leads to /sea-hair/, which is not there.'],
  ['<a href="/sea-air/#harm">', '/ leads to /sea-air/#harm, but the page has no place of this name.'],
  ['<a href="#harms">', '/ leads to /#harms, but the page has no place of this name.'],
  ['<button popovertarget="know-x">', '/ leads to /#know-x, but the page has no place of this name.'],
  ['<img src="/pictures/x.png">', '/ leads to /pictures/x.png, which is not there.'],
  ['<script src="/_next/static/x.js"></script>', '/ leads to /_next/static/x.js, which is not there.'],
  [
    '<meta property="og:image" content="https://clinic.example/previews/x.png">',
    '/ leads to /previews/x.png, which is not there.',
  ],
  [
    '<script>alert(1)</script>',
    '/ holds a script without a file, which the policy of the site does not let run.',
  ],
  [
    '<p style="color: red">',
    '/ holds style outside the style sheet, which the policy of the site does not let run.',
  ],
  ['<p onclick="x()">', '/ holds “onclick”, which the policy of the site does not let run.'],
])('%s is found', async (body, fault) => {
  expect(await faults(body)).toEqual([fault])
})

test('an address or a place that was promised and is gone is found', async () => {
  const section = { code: 'b', since: '2026-01-01' }
  expect(
    await faults('', {}, [
      { address: '/sea-air/', code: 'a', since: '2026-01-01', sections: { harms: section, cost: section } },
      { address: '/rest/', code: 'c', since: '2026-01-01' },
    ]),
  ).toEqual([
    'The ledger of addresses leads to /sea-air/harms/, which is not there.',
    'The ledger of addresses leads to /sea-air/#cost, but the page has no place of this name.',
    'The ledger of addresses leads to /sea-air/cost/, which is not there.',
    'The ledger of addresses leads to /rest/, which is not there.',
  ])
})

test('a moved address may be promised still, and linked to', async () => {
  expect(
    await faults('<a href="/ocean-air/">x</a>', {}, [
      { address: '/ocean-air/', code: 'a', since: '2026-01-01', moved: '/sea-air/' },
    ]),
  ).toEqual([])
})
