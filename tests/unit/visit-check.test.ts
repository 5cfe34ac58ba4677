import { expect, test } from 'vitest'
import { aLibrary, said } from '../support/library'

const wind = `
## Is it windy? {/* #windy */}

### wind

Yes.

### sun

No.
`

const aVisit = (text: string) => aLibrary({ comparisons: { wind }, files: { 'en/visit.yaml': text } })

const good = `
comparison: wind
statements:
  - { id: calm, row: windy, statement: I want it calm. }
signs:
  - The water [rises](claim:sea-air-calm).
`

const rules = ['visit-comparison', 'visit-row', 'visit-id']

test('a visit sheet that names what is there has no findings', () => {
  expect(said(aVisit(good), ...rules)).toEqual([])
})

test('a statement of an unknown row is told which rows there are', () => {
  expect(said(aVisit(good.replace('row: windy', 'row: stormy')), ...rules)).toMatchInlineSnapshot(`
    [
      "en/visit.yaml:4:22 fix: “wind” has no row “stormy”. Its rows are: windy.",
    ]
  `)
})

test('a comparison that is not there is told which ones are', () => {
  expect(
    said(aVisit(good.replace('comparison: wind', 'comparison: storm')), ...rules),
  ).toMatchInlineSnapshot(`
    [
      "en/visit.yaml:2:13 fix: There is no comparison “storm”. Write one of these: wind.",
    ]
  `)
})

test('two statements cannot share an id', () => {
  const twice = good.replace('signs:', '  - { id: calm, row: windy, statement: I want it quiet. }\nsigns:')
  expect(said(aVisit(twice), ...rules)).toMatchInlineSnapshot(`
    [
      "en/visit.yaml:5:11 fix: Two statements have the id “calm”. Give one of them another id.",
    ]
  `)
})
