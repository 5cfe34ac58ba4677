import { expect, test } from 'vitest'
import { aLibrary, said } from '../support/library'

const comparison = (text: string) => said(aLibrary({ comparisons: { rest: text } }))
const row = (wind: string, sun: string) =>
  `## Will it work? {/* #work */}\n\n### wind\n\n${wind}\n\n### sun\n\n${sun}\n`

test('a balanced row is left alone', () => {
  expect(comparison(row('It may help.', 'It may help a bit.'))).toEqual([])
})

test('a row that leaves out an option is to be mended', () => {
  expect(comparison('## Will it work? {/* #work */}\n\n### wind\n\nYes.\n')).toMatchInlineSnapshot(`
    [
      "en/comparisons/rest.mdx:10:1 fix: The row “Will it work?” leaves out “Sun”. Add a line ### sun and write under it what is known.",
    ]
  `)
})

test('an unknown option, an option twice and an empty cell are to be mended', () => {
  expect(comparison(row('Yes.', 'Yes.').replace('### sun', '### sum'))).toMatchInlineSnapshot(`
    [
      "en/comparisons/rest.mdx:16:1 fix: “sum” is not an option of this comparison. Did you mean “sun”? Use one of: wind, sun.",
    ]
  `)
  expect(comparison(`${row('Yes.', 'Yes.')}\n### sun\n\nNo.\n`)).toMatchInlineSnapshot(`
    [
      "en/comparisons/rest.mdx:20:1 fix: The option “sun” stands twice in the row “Will it work?”. Keep one of the two.",
    ]
  `)
  expect(comparison(row('Yes.', ''))).toMatchInlineSnapshot(`
    [
      "en/comparisons/rest.mdx:16:1 fix: The row “Will it work?” says nothing about “sun”. Write it below this line, or say that it is not known.",
    ]
  `)
})

test('an option with more than twice the words of another is to be looked at', () => {
  expect(comparison(row('One two.', 'One two three four.'))).toEqual([])
  expect(comparison(row('One two.', 'One two three four five.'))).toMatchInlineSnapshot(`
    [
      "en/comparisons/rest.mdx:16:1 look: In the row “Will it work?”, “sun” has 5 words and “wind” only 2. Give each option about the same room.",
    ]
  `)
})

test('options in another order are to be looked at', () => {
  expect(
    comparison('## Will it work? {/* #work */}\n\n### sun\n\nYes.\n\n### wind\n\nYes.\n'),
  ).toMatchInlineSnapshot(`
    [
      "en/comparisons/rest.mdx:10:1 look: The options of the row “Will it work?” are in another order than at the top of the file. Put them in this order: wind, sun.",
    ]
  `)
})

test('a text above the first option would be lost', () => {
  expect(
    comparison(row('Yes.', 'Yes.').replace('### wind', 'Mind the sea.\n\n### wind')),
  ).toMatchInlineSnapshot(`
    [
      "en/comparisons/rest.mdx:12:1 fix: This text stands above the first option of the row, so nobody would see it. Put it under an option, for example under ### wind.",
    ]
  `)
})
