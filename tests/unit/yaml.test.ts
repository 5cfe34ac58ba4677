import { expect, test } from 'vitest'
import { z } from 'zod'
import { checkTextLinks } from '@/lib/content/checks/details'
import { type Finding, inOrder } from '@/lib/content/finding'
import { claim, clinic } from '@/lib/content/schema'
import { idsIn, parseYaml, validate } from '@/lib/content/yaml'

const file = (text: string) => ({ path: 'list.yaml', file: 'content/list.yaml', text })
const shown = ({ line, column, rule, message, fix }: Finding) =>
  `${line}:${column} ${rule}: ${message} ${fix}`

function read<T>(schema: z.ZodType<T>, text: string) {
  const yaml = parseYaml(file(text))
  const checked = validate(schema, yaml)
  return { yaml, value: checked.value, findings: inOrder([...yaml.findings, ...checked.findings]).map(shown) }
}

const claims = z.array(claim)
const aClaim = (id: string, more = '') => `- id: ${id}
  topic: therapy
  statement: People get better.
  certainty: high
  references: [a-2020]
  checked: 2026-05-01
${more}`

test('a good list has no findings and gives its values', () => {
  const { value, findings } = read(claims, aClaim('a') + aClaim('b', '  numbers: { with: 50, per: 100 }\n'))
  expect(findings).toEqual([])
  expect(value?.map(({ id }) => id)).toEqual(['a', 'b'])
})

test('one wrong entry does not take the others away, and its id is still known', () => {
  const { yaml, value, findings } = read(claims, aClaim('a') + aClaim('b').replace('high', 'hihg'))
  expect(findings).toEqual([
    '10:14 details-choice: “hihg” cannot be used for “certainty”. Did you mean “high”? Use one of: high, moderate, low, very-low, guideline, disputed.',
  ])
  expect(value?.map(({ id }) => id)).toEqual(['a'])
  expect(idsIn(yaml)).toEqual(['a', 'b'])
})

test('a misspelt name is one finding, not an unknown name and a missing one', () => {
  expect(read(claims, aClaim('a').replace('statement', 'statment')).findings).toEqual([
    '3:3 details-unknown: “statment” is not known here. Did you mean “statement”? Change it to statement: People get better.',
  ])
})

test('a missing name is reported at its entry', () => {
  expect(read(claims, aClaim('a') + aClaim('b').replace('  certainty: high\n', '')).findings).toEqual([
    '7:3 details-required: “certainty” is missing here. Add a line: certainty: …',
  ])
})

test('numbers that do not fit together', () => {
  expect(read(claims, aClaim('a', '  numbers:\n    with: 150\n    per: 100\n')).findings).toEqual([
    '8:11 details-value: “with” is 150, more than “per” (100). Write how many of 100 people it was.',
  ])
})

test('an empty list of references, a date in words and a quoted number are told apart', () => {
  const text = aClaim('a', '  numbers:\n    per: "100"\n')
    .replace('[a-2020]', '[]')
    .replace('2026-05-01', '1 May 2026')
  expect(read(claims, text).findings).toEqual([
    '5:15 details-empty: “references” is empty. Name at least one reference.',
    '6:12 details-date: “1 May 2026” is not written as year-month-day. Write: checked: 2026-05-01',
    '8:10 details-number: “per” must be a number, so it has no quotes. Write: per: 100',
  ])
})

test('a phone number that would be read as a number', () => {
  const line = z.strictObject({ call: z.string('Put the number in quotes'), fax: z.string().optional() })
  expect(read(line, 'call: 988\nfax: 0612345678\n').findings).toEqual([
    '1:7 details-number: “988” is not read as text here. Put it in quotes: call: "988"',
    '2:6 details-number: A number that starts with 0 would lose the 0. Put it in quotes: fax: "0612345678"',
  ])
})

test('a missing group names what belongs below it', () => {
  const { findings } = read(clinic.pick({ name: true, crisis: true }), 'name: Our clinic\n')
  expect(findings).toEqual([
    '1:1 details-required: “crisis” is missing here. Add a line crisis: and below it each entry on its own line, with two more spaces: region: …, help: …, danger: …, others: …, checked: …',
  ])
})

test('the same name twice in a deeper group', () => {
  const { findings } = read(z.looseObject({}), 'help:\n  name: A\n  call: "1"\n  name: B\n')
  expect(findings).toEqual([
    '4:3 details-twice: “name” is already on line 2. Keep one of the two lines and delete the other.',
  ])
})

test('several slips are found at once, and the values are what was meant', () => {
  const words = z.strictObject({
    a: z.string(),
    b: z.string(),
    c: z.string(),
    d: z.string(),
    list: z.array(z.string()),
  })
  const text = `a: One: two\nb:three\nc: 'It's four'\nd: “five”: “six”\nlist:\n  - @seven\n  • eight\n\u00a0 - nine #1 of all\n`
  const { value, findings } = read(words, text)
  expect(findings.map((finding) => finding.split(' ').slice(0, 2).join(' '))).toEqual([
    '1:4 details-colon:',
    '2:2 details-space:',
    '3:7 details-quote-inside:',
    '4:4 details-colon:',
    '6:5 details-start:',
    '7:3 details-dash:',
    '8:1 details-tab:',
    '8:10 details-hash:',
  ])
  expect(value).toEqual({
    a: 'One: two',
    b: 'three',
    c: "It's four",
    d: 'five”: “six',
    list: ['@seven', 'eight', 'nine #1 of all'],
  })
})

test('places count from the first line of the file, after a byte-order mark and with any line end', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const yaml = parseYaml(file(`\uFEFFa: 1\nb:\n  - c: 2\n    d: x: y\n`.replaceAll('\n', end)))
    expect(yaml.place('b', 0, 'c')).toEqual({ line: 3, column: 8 })
    expect(yaml.findings.map(({ line, column }) => [line, column])).toEqual([[4, 8]])
    const { start, end: stop } = yaml.findings[0]?.edit ?? { start: 0, end: 0 }
    expect(yaml.source.text.slice(start, stop)).toBe('x: y')
  }
})

test.each([
  'a: "several\n  lines: and\n  an end"\n',
  "a: 'it''s: fine'\n",
  'a: |\n  any: text\n   - here # too\nb: >-\n\n  more: text\n',
  '# a note\na: https://example.org/x # a note\n\nb: 10:30\n',
  'a: [x, "y: z",\n  w]\nb: { c: 1, d: [2] }\n',
  '- name: x\n  note: >\n    a: b\n  role: y\n-\n  name: z\n',
  'a:\n- x\n- y: 1\n  z: 2\nb: It’s “quoted” text\n',
  'a: some text\n  that goes on\nb: <18 & {x} *y*\n',
  '[]\n',
  '',
])('good text is left alone: %j', (text) => {
  expect(parseYaml(file(text)).findings).toEqual([])
})

test('links in the texts of a list lead somewhere, and never to a program', () => {
  const places = {
    addresses: new Map([['/choosing/', new Set(['first'])]]),
    claims: new Set<string>(),
    terms: new Set(['cbt']),
    comparisons: new Map(),
    people: new Set<string>(),
    pictures: new Set<string>(),
  }
  const yaml = parseYaml(
    file(
      '- meaning: See [how](/choosing/#frist) and [CBT](term:cbt).\n- meaning: "[x](javascript:alert(1))"\n',
    ),
  )
  expect(checkTextLinks(yaml, places).map(({ line, column, rule }) => [line, column, rule])).toEqual([
    [1, 16, 'broken-anchor'],
    [2, 13, 'link-scheme'],
  ])
})

test('a list of its own is not called details', () => {
  expect(parseYaml(file('a:\n\tb: 1\n* c\n')).findings.map(({ message }) => message)).toEqual([
    'This line starts with a tab. Only spaces work in this file.',
    'A list in this file needs a short dash, not “*”.',
  ])
})
