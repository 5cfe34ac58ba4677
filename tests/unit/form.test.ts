import { expect, test } from 'vitest'
import { checkForm } from '@/lib/content/checks/form'
import { type Finding, inOrder } from '@/lib/content/finding'
import { parseArticle } from '@/lib/content/parse'
import type { Places } from '@/lib/content/places'
import { articleDetails } from '@/lib/content/schema'
import { vocabulary } from '@/lib/content/vocabulary'

const places: Places = {
  addresses: new Map([
    ['/', new Set()],
    ['/choosing/', new Set(['first-step'])],
    ['/psychotherapy/', new Set(['cbt', 'emdr', 'hard-parts'])],
  ]),
  claims: new Set(['therapy-response']),
  terms: new Set(['cbt', 'fluoxetine', 'fluvoxamine']),
  comparisons: new Map([['treatment-options', new Set(['will-it-work', 'side-effects'])]]),
  people: new Set(['dr-b']),
  pictures: new Set(['/pictures/talking.png']),
}

const details = `---
title: Talking therapy
summary: What it is.
whoFor: People who wonder.
keyPoints: [one, two, three]
group: ways
order: 1
written: 2026-05-01
---
`

function findingsIn(text: string): Finding[] {
  const parsed = parseArticle(
    { path: 'en/articles/x.mdx', file: 'x', text },
    { vocabulary, details: articleDetails },
  )
  return inOrder([...parsed.findings, ...checkForm(parsed, places, { vocabulary, idsDownTo: 4 })])
}

/** The findings in some words below good details; line 1 is the first of the words. */
const shown = (words: string) =>
  findingsIn(`${details}${words}\n`).map(
    ({ line, column, rule, message, fix }) => `${line - 9}:${column} ${rule}: ${message} ${fix}`,
  )

test.each([
  // signs
  [
    'It took <=18 weeks.',
    '1:9 less-than: “<=18”: a “<” directly before a sign is read as the start of a component. Write “18 or less” or “at most 18”.',
  ],
  [
    'p<0.05',
    '1:2 less-than: “<0.05”: a “<” directly before a number is read as the start of a component. Write “under 0.05” or “less than 0.05”.',
  ],
  ['Take one} daily', '1:9 brace: Curly brackets { } cannot be used in the text. Delete the }.'],
  [
    'Dear {{first name}},',
    '1:6 brace: Curly brackets { } cannot be used in the text. Use round brackets: (first name).',
  ],
  [
    'Text. {/* ask Dr. B',
    '1:7 note-open: The hidden note that opens here is never closed. Write {/* ask Dr. B */}',
  ],
  [
    'See <https://www.nimh.nih.gov/a>.',
    '1:5 angle-address: A web address cannot stand between < and >. Write [nimh.nih.gov/a](https://www.nimh.nih.gov/a)',
  ],
  [
    "import X from './x'",
    '1:1 import-word: This line is a computer instruction (“import”). An article holds words only. Delete it. All components can be used without it.',
  ],
  ['This is <b>bold</b>.', '1:9 html-tag: <b> is HTML and cannot be used here. Write **bold**'],
  [
    'One<br/>Two',
    '1:4 html-tag: <br> is HTML and cannot be used here. Delete <br> and leave an empty line between paragraphs.',
  ],
  [
    '```\ncode',
    '1:1 code-open: The block that these marks open is never closed, so the rest of the page is in it. Delete the marks, or add the same marks on a line of their own where the block ends.',
  ],
  // components
  [
    '<People claim=therapy-response />',
    '1:15 no-quotes: The value of “claim” must stand in straight quotes. Write: claim="therapy-response"',
  ],
  [
    '<People claim="therapy-respons" />',
    '1:9 unknown-claim: There is no claim called “therapy-respons” in the list of claims. Did you mean “therapy-response”? Change it to therapy-response, or add the claim to the list.',
  ],
  [
    '<Comparison of="treatment-options" rows="will-it-work, side-efects" />',
    '1:56 unknown-row: The comparison “treatment-options” has no row “side-efects”. Did you mean “side-effects”? Use any of its rows: will-it-work, side-effects.',
  ],
  [
    '<Callout>\n\nText.\n\n</Callout>',
    '1:1 missing-prop: <Callout> needs the settings “kind” and “title”. Write: <Callout kind="…" title="…">',
  ],
  [
    '<Callout kind="note"title="x">\n\nText.\n\n</Callout>',
    '1:21 space-missing: There must be a space after kind="note". Put a space between the two settings.',
  ],
  [
    '<Callout kind="note" title="x"\n\nText.\n\n</Callout>',
    '1:1 tag-open: <Callout is never finished: the > is missing. Write: <Callout kind="note" title="x">',
  ],
  [
    '<Faq question="a" id="B c">\n\nYes.\n\n</Faq>',
    '1:19 id-letters: “B c” becomes an address, so it can have only small letters, digits and dashes. Write: id="b-c"',
  ],
  [
    '<Faq question="a" id="b">\n\nYes.\n\n</Callout>',
    '5:1 wrong-close: </Callout> does not match <Faq>, which was opened on line 10. Change it to </Faq>',
  ],
  [
    '<Faq question="a" id="b">Yes.\n\nNo.</Faq>',
    '1:1 tag-lines: <Faq> and </Faq> must stand on lines of their own, because there is an empty line between them. Start a new line before and after both of them.',
  ],
  [
    '> <Faq question="a" id="b">\n\nYes.\n\n</Faq>',
    '1:1 tag-lines: <Faq> and </Faq> do not stand in the same part of the text. Put <Faq> and </Faq> each on a line of its own, both inside or both outside of a list or quote.',
  ],
  [
    '<Steps caption="x">\n\nFirst.\n\n</Steps>',
    '3:1 content-list: In <Steps> there can only be one list. Start each line with - and a space.',
  ],
  [
    '<DoDont>\n\n- a\n- b\n\n</DoDont>',
    '1:1 content-list: <DoDont> needs two lists, first what to do, then what not to do, but there is one. Start the entries of the second list with * instead of -.',
  ],
  [
    '<More title="x">\n\n</More>',
    '1:1 content-empty: There is nothing in <More>. Write something between <More …> and </More>, or delete both.',
  ],
  [
    '<People claim="therapy-response">Text</People>',
    '1:1 content-none: <People> stands alone, but there is something between <People …> and </People>. Write <People … /> and put the rest below it.',
  ],
  // headings
  [
    '## Risks',
    '1:1 heading-id-missing: This heading has no address of its own. Write: ## Risks {/* #risks */}',
  ],
  [
    '## A {/* #a */}\n\n## B {/* #b #a */}',
    '3:13 id-twice: The address “a” is already used on line 10. Give this one another address.',
  ],
  [
    '## A {/* #a */} more',
    '1:6 heading-id: The address of a heading must stand at its end. Move the note with # behind the last word.',
  ],
  [
    'Text\n---\n\nmore',
    '1:1 heading-line: A line of dashes directly below a text makes a heading of it. For a heading, write ## before it. Else leave an empty line above the dashes.',
  ],
  // links
  [
    '[a](javascript:alert(1))',
    '1:1 link-scheme: “javascript:” cannot be used in a link. Links start with https://, /, #, claim:, term:, mailto:, tel:, sms:. Change [a](javascript:alert(1)) to one of them.',
  ],
  [
    '[how](/psychotherapy/#risks)',
    '1:1 broken-anchor: The page /psychotherapy/ has no section “risks”. Its sections are: cbt, emdr, hard-parts.',
  ],
  [
    '[how](/psychotherapy)',
    '1:1 link-slash: This address must end with /. Change the address to /psychotherapy/',
  ],
  [
    '[how](psychotherapy.mdx)',
    '1:1 link-form: “psychotherapy.mdx” does not say where it leads: an address inside the site starts with /. Write: [how](/psychotherapy/)',
  ],
  [
    '[half](claims:therapy-response)',
    '1:1 link-scheme: An address cannot start with “claims:”. Did you mean “claim:”? Write: [half](claim:therapy-response)',
  ],
  [
    '[half](therapy-response)',
    '1:1 link-form: “therapy-response” is a claim, so it needs claim: before it. Write: [half](claim:therapy-response)',
  ],
  [
    '[Call us](555 123 4567)',
    '1:1 link-space: A phone number in a link needs tel: before it, and no spaces. Write: [Call us](tel:5551234567)',
  ],
  [
    '[write](nurse@example.org)',
    '1:1 link-mail: An e-mail address in a link needs mailto: before it. Write: [write](mailto:nurse@example.org)',
  ],
  [
    '[a][b]\n\n[b]: https://x.org',
    '1:1 link-reference: Links cannot be written in two parts, as in [a][b]. Write the address behind the words: [words](/address/)',
  ],
  [
    '| a | b |\n| --- | --- |\n| 1 | 2 | 3 |',
    '3:9 table-cells: This row has 3 cells, but the table has 2 columns: “3” would not be shown. Delete a | in this row, or add a column to the first two lines.',
  ],
  [
    '![x](https://example.org/x.png)',
    '1:1 image-address: A picture from another site cannot be shown: it would tell that site who reads the page. Save the picture in public/pictures and write its address here, for example /pictures/talking.png',
  ],
])('%j', (words, finding) => {
  expect(shown(words)).toEqual([finding])
})

test('a misspelt medicine is shown with the nearest one, but no button changes it', () => {
  const [finding] = findingsIn(`${details}[it](term:fluoxatine)\n`)
  expect(finding?.message).toBe('There is no word “fluoxatine” in the glossary. Did you mean “fluoxetine”?')
  expect(finding).not.toHaveProperty('edit')
})

test('what the details name is looked up, too', () => {
  const more = 'reviewed:\n  by: dr-bb\n  on: 2026-06-01\nrelated: [/chosing/]\n'
  const text = `${details.slice(0, -4)}${more}---\n`.replace('[one,', '["[x](data:text/html,a)",')
  expect(findingsIn(text).map(({ line, rule, message }) => `${line} ${rule}: ${message}`)).toEqual([
    '5 link-scheme: “data:” cannot be used in a link.',
    '10 unknown-name: There is no person “dr-bb” in people.yaml. Did you mean “dr-b”?',
    '12 unknown-name: There is no page “/chosing/”. Did you mean “/choosing/”?',
  ])
})

test('two components that cross are one mistake', () => {
  const words =
    '<Faq question="a" id="b">\n\n<Callout kind="note" title="x">\n\nText.\n\n</Faq>\n\n</Callout>'
  expect(shown(words)).toEqual([
    '3:1 not-closed: <Callout> is opened here and not closed before </Faq> on line 16. Move the line </Callout> above </Faq>.',
  ])
})
