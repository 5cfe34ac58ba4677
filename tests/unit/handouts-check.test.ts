import { expect, test } from 'vitest'
import { aLibrary, said } from '../support/library'

const sand = `
## What it is {/* #what-it-is #about */}

Sand.

### Where it lies {/* #where */}

Here.
`
const handouts = (part: string) =>
  aLibrary({
    articles: { sand },
    files: { 'en/handouts.yaml': `- title: By the sea\n  parts: [/sand/#what-it-is, ${part}]\n` },
  })
const rules = ['broken-link', 'broken-anchor', 'handout-part']

test('a handout of sections has no findings', () => {
  expect(said(handouts('/sand/#what-it-is'), ...rules)).toEqual([])
})

test('a part that is not there is named with what is near', () => {
  expect(said(handouts('/sand/#what-it-s'), ...rules)).toMatchInlineSnapshot(`
    [
      "en/handouts.yaml:2:30 fix: The page /sand/ has no section “what-it-s”. Did you mean “what-it-is”? Change it to /sand/#what-it-is",
    ]
  `)
  expect(said(handouts('/sond/#what-it-is'), ...rules)).toMatchInlineSnapshot(`
    [
      "en/handouts.yaml:2:30 fix: There is no page /sond/. Did you mean /sand/? Change it to /sand/",
    ]
  `)
})

test('a page or a heading below a section cannot stand on a handout', () => {
  expect(said(handouts('/sand/'), ...rules)).toMatchInlineSnapshot(`
    [
      "en/handouts.yaml:2:30 fix: “/sand/” is no section with a page of its own, so it cannot stand on a handout. Write the address of a section, for example /choosing/#wait.",
    ]
  `)
  expect(said(handouts('/sand/#where'), ...rules)).toMatchInlineSnapshot(`
    [
      "en/handouts.yaml:2:30 fix: “/sand/#where” is no section with a page of its own, so it cannot stand on a handout. Write the address of a section, for example /choosing/#wait.",
    ]
  `)
})
