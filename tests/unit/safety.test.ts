import { expect, test } from 'vitest'
import { aLibrary, said } from '../support/library'

const article = (text: string) => said(aLibrary({ articles: { 'sea-air': text } }))
const comparison = (text: string) =>
  said(aLibrary({ comparisons: { rest: text } }), 'stopping-box', 'suicide-help')
const warning = '<Callout kind="warning" title="Ask first">\n\nAsk your prescriber.\n\n</Callout>\n'
const card = '<GetHelp urgency="now">\n\n- You feel unsafe.\n\n</GetHelp>\n'

test('a section on stopping a medicine has its box or the sentence', () => {
  const section = '## Ending {/* #ending */}\n\nYou may Taper it.\n\n'
  expect(article(`## Before {/* #before */}\n\n${warning}\n${section}`)).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:21:9 fix: “Taper”: this section is about stopping or changing a medicine, but has no box that says whom to talk to first. Add <Callout kind="important" title="Do not stop or change a medicine on your own"> with “Talk to your prescriber first.” to this section.",
    ]
  `)
  expect(article(`${section}${warning}`)).toEqual([])
  expect(article(`${section}${warning.replace('warning', 'note')}`)).toHaveLength(1)
  expect(article(`${section}Do not stop on your own.`)).toEqual([])
  expect(article(`${section}### More {/* #more */}\n\n${warning}`)).toEqual([])
})

test('an answer on stopping belongs to its section', () => {
  const answer =
    '## Questions {/* #questions */}\n\n<Faq question="Can I stop taking it?" id="stop">\n\nYes.\n\n</Faq>\n\n'
  expect(article(answer)).toHaveLength(1)
  expect(article(answer + warning)).toEqual([])
})

test('questions for the visit, links to other pages and lists of what not to do need no box', () => {
  const text = `## Ending {/* #ending */}

<Ask>

- How do I stop taking it?

</Ask>

See [how to taper](/sea-air/#ending).

<DoDont>

- Rest.

* Stop taking it.

</DoDont>
`
  expect(article(text)).toEqual([])
})

test('a section on suicide has a care card', () => {
  const section = '## Risks {/* #risks */}\n\nSome have suicidal thoughts.\n\n'
  expect(article(section)).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:13:11 fix: “suicidal”: this section is about suicide or self-harm, but has no care card. Add <GetHelp urgency="now"> to this section, with the signs to watch for and whom to call.",
    ]
  `)
  expect(article(section + card)).toEqual([])
})

test('a row of a comparison says in words whom to turn to', () => {
  const row = (more: string) =>
    `## If I stop? {/* #stop */}\n\n### wind\n\nYou stop taking it. ${more}\n\n### sun\n\nYou taper it, or not.\n`
  expect(comparison(row(''))).toMatchInlineSnapshot(`
    [
      "en/comparisons/rest.mdx:14:5 look: “stop taking”: this row is about stopping or changing a medicine, but does not say whom to turn to. Add to the row that people talk to their prescriber first.",
    ]
  `)
  expect(comparison(row('Ask your prescriber first.'))).toEqual([])
  expect(comparison(row('Ask your prescriber. It is about suicide.'))).toHaveLength(1)
  expect(comparison(row('Ask your prescriber. It is about suicide. Call 988.'))).toEqual([])
})

test('more than two boxes on a page are to be looked at', () => {
  expect(article([warning, card].join('\n'))).toEqual([])
  expect(article([warning, card, warning].join('\n'))).toMatchInlineSnapshot(`
    [
      "en/articles/sea-air.mdx:23:1 look: This page has 3 warning boxes and care cards, on lines 11, 17, 23; more than two are easily passed over. Keep those that a reader needs in that place.",
    ]
  `)
})

test('a clinic has crisis lines with a number', () => {
  const clinic = (crisis: string) => ({
    'clinic.yaml': `name: Shore Clinic\nsite: https://shore.example\nfunding: The clinic sells walks.\n${crisis}`,
  })
  const lines =
    'crisis:\n  region: Shore\n  help: { name: Shore line }\n  danger: { name: Emergency, call: "911" }\n  checked: 2026-11-01\n'
  expect(said(aLibrary({ files: clinic(lines) }))).toMatchInlineSnapshot(`
    [
      "clinic.yaml:6:9 fix: The crisis line “help” has no number. Add “call”, “text” or “chat” to it.",
    ]
  `)
  expect(said(aLibrary({ files: clinic('') }))).toMatchInlineSnapshot(`
    [
      "clinic.yaml:1:1 fix: “crisis” is missing here. Add a line crisis: and below it each entry on its own line, with two more spaces: region: …, help: …, danger: …, others: …, checked: …",
    ]
  `)
})
