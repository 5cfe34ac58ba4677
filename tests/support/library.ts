import { readFileSync } from 'node:fs'
import { buildLibrary } from '../../lib/content/build-library'
import type { Finding } from '../../lib/content/finding'
import type { Library } from '../../lib/content/library'
import type { ContentFiles } from '../../lib/content/read'

export const today = '2026-11-21'

type Parts = {
  /** the words of articles, by path; with or without their own details */
  articles?: Record<string, string>
  /** the rows of comparisons of wind and sun, by name */
  comparisons?: Record<string, string>
  /** other files, by path from the content folder */
  files?: Record<string, string>
}

/** The claims of every library made here. */
export const claims = `
- id: sea-air-calm
  topic: air
  statement: Sea air makes people calmer.
  numbers: { with: 42, without: 17, per: 100, also: [half, 6 weeks, 13 to 18 visits, "988", "$143", 1 in 10] }
  timeframe: Within 2 months
  certainty: low
  references: [salt-2020]
  checked: 2026-11-01
- id: rest-helps
  topic: rest
  statement: Rest helps.
  certainty: low
  references: [salt-2020]
  checked: 2026-11-01
`

const shelf: Record<string, string> = {
  'clinic.yaml': `
name: Shore Clinic
site: https://shore.example
funding: The clinic sells walks.
crisis:
  region: Shore
  help: { name: Shore line, call: "988" }
  danger: { name: Emergency, call: "911" }
  checked: 2026-11-01
`,
  'people.yaml': '- { id: dr-gull, name: Gull }\n',
  'published.yaml': 'addresses: []\n',
  'evidence/claims.yaml': claims,
  'evidence/references.yaml': '- { id: salt-2020, type: report, title: Salt, read: abstract }\n',
  'en/glossary.yaml': '- { id: cbt, term: CBT, long: calm breath training, meaning: A way to breathe. }\n',
  'en/interface.yaml': readFileSync('tests/fixtures/content/en/interface.yaml', 'utf8'),
  'en/search.yaml': '[]\n',
  'en/handouts.yaml': '[]\n',
  'en/visit.yaml': `
comparison: wind
statements:
  - { id: calm, row: windy, statement: I want it calm. }
signs:
  - The water rises.
`,
  'en/words.yaml': `
avoid:
  - { words: [suffers from], better: has, severity: fix }
  - { words: [cure, cures], better: get better }
abbreviations: [US]
neutral: [psychotherapy, meditation]
dictionary: []
stopping: [stop taking, taper]
caution: [do not stop on your own]
suicide: [suicid]
`,
}

/** A made-up library held in memory, with all its findings. */
export function aLibrary({ articles = { 'sea-air': '' }, comparisons = {}, files = {} }: Parts): Library {
  return buildLibrary(contentOf({ articles, comparisons, files }), today)
}

/** The files of a made-up library. */
export function contentOf({ articles = {}, comparisons = {}, files = {} }: Parts): ContentFiles {
  const texts = {
    ...shelf,
    ...Object.fromEntries(
      Object.entries(articles).map(([path, text]) => [`en/articles/${path}.mdx`, anArticle(text)]),
    ),
    ...Object.fromEntries(
      Object.entries(comparisons).map(([name, text]) => [`en/comparisons/${name}.mdx`, aComparison(text)]),
    ),
    ...files,
  }
  return {
    root: 'content',
    pictures: [],
    findings: [],
    files: Object.entries(texts).map(([path, text]) => ({ path, file: `content/${path}`, text })),
  }
}

/** The text of an article with good details, unless it brings its own. */
export function anArticle(body: string, details = ''): string {
  if (body.startsWith('---')) return body
  return `---
title: Sea air
summary: What sea air does.
whoFor: For all.
keyPoints: [Breathe., Rest., Ask.]
group: ways
order: 1
written: 2026-11-01
${details}---

${body}
`
}

/** The text of a comparison of two options: wind and sun. */
export function aComparison(body: string): string {
  return `---
title: Ways to rest
summary: Two ways.
whoFor: For all.
options: [{ id: wind, name: Wind }, { id: sun, name: Sun }]
order: 1
written: 2026-11-01
---

${body}
`
}

/** What is said of some rules, or of all but the ledger and the visit sheet: place, severity, message and what to do. */
export function said({ findings }: Library, ...rules: string[]): string[] {
  return findings
    .filter(({ rule }) => (rules.length ? rules.includes(rule) : !/^(?:ledger|visit)-/.test(rule)))
    .map(asLine)
}

const asLine = ({ file, line, column, severity, message, fix }: Finding) =>
  `${file.replace('content/', '')}:${line}:${column} ${severity}: ${message} ${fix}`
