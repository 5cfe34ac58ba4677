import fc from 'fast-check'
import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { checkForm } from '@/lib/content/checks/form'
import type { Finding } from '@/lib/content/finding'
import { parseArticle } from '@/lib/content/parse'
import type { Places } from '@/lib/content/places'
import { articleDetails, claim } from '@/lib/content/schema'
import { vocabulary } from '@/lib/content/vocabulary'
import { parseYaml, validate } from '@/lib/content/yaml'

const places: Places = {
  addresses: new Map([['/choosing/', new Set(['first-step'])]]),
  claims: new Set(['therapy-response']),
  terms: new Set(['cbt']),
  comparisons: new Map([['treatment-options', new Set(['will-it-work', 'side-effects'])]]),
  people: new Set(),
  pictures: new Set(['/pictures/talking.png']),
}

const good = `---
title: Talking therapy
summary: What talking therapy is.
whoFor: "People who wonder: is it for me?"
keyPoints:
  - It helps [about half](claim:therapy-response).
  - >-
    It takes
    some weeks.
  - 'It''s a talk.'
group: ways
order: 1
written: 2026-05-01
reviewed:
alsoKnownAs: [therapy, "talking to someone"]
---

## What it is {/* #what-it-is */}

[CBT](term:cbt) is **one** kind, and [about 41 of 100](claim:therapy-response) get better. See [how](/choosing/#first-step).

{/* a note */}

| First | Second |
| --- | --- |
| \`<18\` | two \\{ |

<Callout kind="important" title="Do not “stop” at once">

Talk to someone first.

</Callout>

<Comparison of="treatment-options" rows="will-it-work, side-effects" />

<Faq question="Both at once?" id="both">
Yes.
</Faq>

<DoDont>

- Ask.

* Wait.

</DoDont>

## Below {/* #below #beneath */}

![Two people](/pictures/talking.png) and [up](#what-it-is).
`

function findingsOf(text: string): Finding[] {
  const parsed = parseArticle(
    { path: 'en/articles/x.mdx', file: 'x', text },
    { vocabulary, details: articleDetails },
  )
  return [...parsed.findings, ...checkForm(parsed, places, { vocabulary, idsDownTo: 4 })]
}

const technical =
  /\b(token|parse[dr]?|acorn|JSX|attribute|YAML|expression|undefined|null|NaN|invalid|Expected|object Object)\b/

/** Every finding lies inside the file, says something, and offers only changes that fit into the text. */
function expectSound(text: string, findings: Finding[]) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  for (const { line, column, message, fix, edit } of findings) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 2)
    expect(message.trim()).not.toBe('')
    expect(fix.trim()).not.toBe('')
    if (!edit) continue
    expect(edit.start).toBeGreaterThanOrEqual(text.startsWith('\uFEFF') ? 1 : 0)
    expect(edit.end).toBeGreaterThanOrEqual(edit.start)
    expect(edit.end).toBeLessThanOrEqual(text.length)
  }
}

const signs = [
  ...'<>{}[]()"\'“”‘’*_`#|-—:;,=/\\!@&%$~+.?\n\r\t \u00a0\ufffd\u2060',
  ...[
    '---',
    '\n\n',
    '\r\n',
    '```',
    '~~~',
    '{/*',
    '*/}',
    '<!--',
    '-->',
    '</',
    '/>',
    '<Callout',
    '</Callout>',
    '<Faq question="',
    'kind="',
    'title=“',
  ],
  ...[
    '<18',
    '<b>',
    'import ',
    'export const a = {',
    '## ',
    '- ',
    '1. ',
    '> ',
    '| a | b |',
    '[x](',
    'claim:',
    'term:',
    'javascript:',
    'http://',
    'www.a.org',
  ],
  ...[
    'title: ',
    'keyPoints:\n',
    '  - ',
    'order: 01',
    '2026-13-45',
    '[^1]',
    '**',
    '&x',
    '*x',
    '!tag',
    '? ',
    '|-',
    '>+',
    '%TAG',
    '\u{1F600}',
    'é',
    'word',
    'a b',
  ],
]
const scrap = fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((list) => list.join(''))
const anyText = fc.oneof(scrap, fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 120 }))
const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
const mark = fc.constantFrom('', '\uFEFF')
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 12 }),
  text: fc.oneof(fc.constant(''), fc.constantFrom(...signs), scrap),
})

const edited = fc
  .tuple(fc.array(edit, { minLength: 1, maxLength: 4 }), lineEnd, mark)
  .map(([edits, end, first]) => {
    const text = edits.reduce((now, { at, length, text }) => {
      const start = Math.floor(at * now.length)
      return now.slice(0, start) + text + now.slice(start + length)
    }, good)
    return first + text.replaceAll('\n', end)
  })

test('a good article has no finding, with any line ending and with a byte-order mark', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    for (const first of ['', '\uFEFF']) expect(findingsOf(first + good.replaceAll('\n', end))).toEqual([])
  }
})

test('any text is read without a fault', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyText, mark, (text, first) => {
      expectSound(first + text, findingsOf(first + text))
    }),
    { numRuns: 600 },
  )
})

test('any text below good details is read without a fault', { timeout: 60_000 }, () => {
  const details = good.slice(0, good.indexOf('\n## '))
  fc.assert(
    fc.property(scrap, lineEnd, (text, end) => {
      const whole = `${details}\n${text}\n`.replaceAll('\n', end)
      expectSound(whole, findingsOf(whole))
    }),
    { numRuns: 600 },
  )
})

test('a good article with random edits is read without a fault, in plain words', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(edited, (text) => {
      const findings = findingsOf(text)
      expectSound(text, findings)
      // What the writer wrote may be technical; what we write may not.
      for (const { message, fix } of findings) {
        const own = `${message} ${fix}`.replace(/“[^”]*”|\([^)]*\)|Write.*$/gs, '')
        expect(own).not.toMatch(technical)
      }
    }),
    { numRuns: 500 },
  )
})

test('an offered change can be made and the result is read without a fault', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(edited, (text) => {
      for (const { edit } of findingsOf(text).slice(0, 3)) {
        if (!edit) continue
        const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
        expectSound(after, findingsOf(after))
      }
    }),
    { numRuns: 100 },
  )
})

test('any list is read without a fault', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(anyText, scrap), lineEnd, mark, (text, end, first) => {
      const whole = first + text.replaceAll('\n', end)
      const yaml = parseYaml({ path: 'x.yaml', file: 'x', text: whole })
      expectSound(whole, [
        ...yaml.findings,
        ...validate(claim.array(), yaml).findings,
        ...validate(articleDetails, yaml).findings,
      ])
    }),
    { numRuns: 800 },
  )
})

const seconds = (run: () => void) => {
  const start = performance.now()
  run()
  return (performance.now() - start) / 1000
}

test.each([
  ['an article of 1 MB', good + good.slice(good.indexOf('## What')).repeat(1700)],
  ['words of 1 MB in one line', `${good}${'Some people feel better. '.repeat(40_000)}`],
  ['1 MB of signs', `${good}${'<a {b} “c” `d '.repeat(75_000)}`],
  ['1 MB of opened components', `${good}${'<Callout title="x>\n\n'.repeat(50_000)}`],
  ['1 MB of opened notes', `${good}${'{/* <!-- '.repeat(110_000)}`],
  ['1 MB of details', `---\n${'title: a: b\n'.repeat(90_000)}---\n`],
  ['1 MB of lines that are no details', `---\n${'some words\n'.repeat(90_000)}---\n`],
])('%s is checked in two seconds', { timeout: 60_000, retry: 2 }, (_, text) => {
  expect(text.length).toBeGreaterThan(900_000)
  expect(seconds(() => expect(findingsOf(text).length).toBeGreaterThan(0))).toBeLessThan(2)
})

// The time grows with the length, not with its square; the limit leaves room for a busy machine.
test.each([
  [
    '5,000 headings',
    Array.from(
      { length: 5000 },
      (_, index) => `## Heading ${index} {/* #heading-${index} */}\n\nText.\n`,
    ).join('\n'),
  ],
  ['a table of 10,000 lines', `| a | b |\n| --- | --- |\n${'| one | two |\n'.repeat(10_000)}`],
])('%s are read in reasonable time and found good', { timeout: 60_000 }, (_, text) => {
  let findings: Finding[] = []
  expect(seconds(() => (findings = findingsOf(good + text)))).toBeLessThan(15)
  expect(findings).toEqual([])
})

const compilerView = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx)

/** What the compiler would make of a text: the names it would run, or a fault. */
function programsIn(text: string): string[] {
  const found: string[] = []
  visit(compilerView.parse(text) as Root, (node) => {
    if (node.type === 'mdxjsEsm') found.push(node.value)
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      if (node.value.replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//g, '').trim() || !node.value.trim())
        found.push(node.value)
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      if (!(node.name && node.name in vocabulary)) found.push(`<${node.name}>`)
      for (const attribute of node.attributes)
        if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') found.push('{…}')
    }
  })
  return found
}

test('what the checker accepts, the compiler can read and holds no program', { timeout: 120_000 }, () => {
  let accepted = 0
  const accepts = (text: string) => {
    if (findingsOf(text).some(({ severity }) => severity === 'fix')) return
    accepted++
    expect(programsIn(text)).toEqual([])
  }
  const details = good.slice(0, good.indexOf('\n## '))
  fc.assert(fc.property(edited, accepts), { numRuns: 400 })
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 6 }), (list) =>
      accepts(`${details}\n${list.join('')}\n`),
    ),
    { numRuns: 1500 },
  )
  expect(accepted).toBeGreaterThan(100)
})
