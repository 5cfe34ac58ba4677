import type { z } from 'zod'
import {
  type ArticleDetails,
  articleDetails,
  type Claim,
  type ComparisonDetails,
  claim,
  comparisonDetails,
  type Handout,
  handout,
  type Person,
  person,
  type Reference,
  reference,
  type Term,
  term,
  type Visit,
  visit,
} from '../content/schema'
import { type ComponentRule, vocabulary } from '../content/vocabulary'
import { settingsOf } from './insert'

/** What a field is for and how it is written: one line for the guide. */
type Field = [what: string, example: string]
type Fields<T> = Record<keyof Required<T>, Field>

const article: Fields<ArticleDetails> = {
  title: ['The name of the page.', 'title: Talking therapy'],
  summary: [
    'One sentence on what the page is about. Search engines show it, too.',
    'summary: What talking therapy is and who it helps.',
  ],
  whoFor: [
    'One sentence on whom the page is for.',
    'whoFor: This page is for adults who feel low or worried.',
  ],
  notHere: [
    'What the page leaves out, and where that stands.',
    'notHere: For ages under 18, see [young people](/young-people/).',
  ],
  keyPoints: [
    'Three to five things to take along.',
    'keyPoints: [First point., Second point., Third point.]',
  ],
  group: ['Where the page stands on “All pages”.', 'group: ways'],
  order: ['Its place in the group.', 'order: 1'],
  way: ['The way the page is about; it gives the page its sign.', 'way: therapy'],
  written: ['The day it was written, as year-month-day.', 'written: 2026-11-21'],
  reviewed: [
    'Who reviewed it and when. Leave it out until a clinician has done it.',
    'reviewed: { by: ada-shore, on: 2026-11-30 }',
  ],
  alsoKnownAs: ['Other names of the subject.', 'alsoKnownAs: [psychotherapy, counseling]'],
  related: ['Pages to read next.', 'related: [/choosing/, /combined-care/]'],
  changes: [
    'What has changed, for readers, the newest last.',
    'changes: [{ on: 2026-11-30, what: The part on cost is new. }]',
  ],
}

const comparison: Fields<ComparisonDetails> = {
  title: ['The name of the comparison.', 'title: Therapy or medicine'],
  summary: ['One sentence on what is compared.', 'summary: Two choices side by side.'],
  whoFor: ['One sentence on whom it is for.', 'whoFor: For adults with depression.'],
  options: [
    'What is compared, in the order of the columns. Under each row, the first paragraph of an option is its short answer; the home page shows only that.',
    'options: [{ id: therapy, name: Talking therapy }, { id: medicine, name: Medicine }]',
  ],
  order: ['Its place among the comparisons.', 'order: 1'],
  written: ['The day it was written.', 'written: 2026-11-21'],
  reviewed: ['Who reviewed it and when.', 'reviewed: { by: ada-shore, on: 2026-11-30 }'],
  changes: [
    'What has changed, the newest last.',
    'changes: [{ on: 2026-11-30, what: The row on cost is new. }]',
  ],
}

const claims: Fields<Claim> = {
  id: [
    'Its name in links: small letters, digits and dashes. Never change it.',
    'id: depression-therapy-response',
  ],
  topic: ['What it is about.', 'topic: depression'],
  statement: ['What was found, in plain words.', 'statement: More people get better with therapy.'],
  numbers: [
    'The figures a text may state.',
    'numbers: { with: 41, without: 17, per: 100, measure: improved a lot }',
  ],
  way: ['The way it is about.', 'way: therapy'],
  population: ['Who took part.', 'population: Adults with depression'],
  timeframe: ['How long.', 'timeframe: 2 months'],
  certainty: [
    'How sure we are: high, moderate, low, very-low, guideline or disputed.',
    'certainty: moderate',
  ],
  certaintyNote: ['Why.', 'certaintyNote: One large review, read in full.'],
  references: ['The sources, by their names in the list of references.', 'references: [cuijpers-2021]'],
  caveat: ['What to keep in mind.', 'caveat: Most people had mild depression.'],
  example: ['The figures are worked out from others.', 'example: true'],
  checked: ['The day somebody compared it with its sources.', 'checked: 2026-11-21'],
}

const references: Fields<Reference> = {
  id: ['Its name in claims.', 'id: cuijpers-2021'],
  type: ['What kind of source it is.', 'type: article-journal'],
  title: ['Its title.', 'title: Psychotherapies for depression'],
  author: ['Who wrote it.', 'author: [{ family: Cuijpers, given: P }]'],
  'container-title': ['The journal or the site.', 'container-title: World Psychiatry'],
  publisher: ['Who published it.', 'publisher: NIMH'],
  year: ['The year.', 'year: 2021'],
  volume: ['The volume, in quotes.', 'volume: "20"'],
  issue: ['The issue, in quotes.', 'issue: "2"'],
  page: ['The pages, in quotes.', 'page: "283-293"'],
  DOI: ['Its DOI.', 'DOI: 10.1002/wps.20860'],
  PMID: ['Its PubMed number, in quotes.', 'PMID: "34002502"'],
  URL: ['Its web address, if you have seen it work.', 'URL: https://www.nimh.nih.gov/'],
  read: ['How much of it was read: full text, abstract, summary, guideline page or label.', 'read: abstract'],
  note: ['A note.', 'note: Paid for by the maker.'],
}

const terms: Fields<Term> = {
  id: ['Its name in links. Never change it.', 'id: cbt'],
  term: ['The word as readers see it.', 'term: CBT'],
  long: ['What an abbreviation stands for.', 'long: cognitive behavioral therapy'],
  meaning: ['One or two short sentences.', 'meaning: A talking therapy that looks at thoughts and habits.'],
  also: ['Other spellings.', 'also: [cognitive therapy]'],
  article: ['Where to read more.', 'article: /types-of-therapy/'],
}

const people: Fields<Person> = {
  id: ['Their name in the details of pages.', 'id: ada-shore'],
  name: ['The full name.', 'name: Ada Shore'],
  credentials: ['Letters and license.', 'credentials: MD, psychiatrist'],
  role: ['What they did here.', 'role: Reviewer'],
  affiliation: ['Where they work.', 'affiliation: Example Clinic'],
}

const handouts: Fields<Handout> = {
  title: ['What it is for.', 'title: Before the first visit'],
  parts: [
    'Addresses of sections, in their order on paper. About 300 words fill a sheet.',
    'parts: [/choosing/#wait, /first-visits/#bring]',
  ],
}

const visitSheet: Fields<Visit> = {
  comparison: [
    'The comparison whose words stand beside the statements, by the name of its file.',
    'comparison: treatment-options',
  ],
  statements: [
    'What may matter to a reader, each with the row of the comparison it belongs to. Keep the id when you change the words.',
    'statements: [{ id: low-cost, row: cost, statement: Cost matters. }]',
  ],
  signs: [
    'When not to wait for a visit, the most urgent first. The crisis line is added by itself.',
    'signs: [Call 911 now if someone took too much medicine on purpose.]',
  ],
}

/** Every text that has fields, with the schema that says what they may hold. */
export const fieldTables: { name: string; file: string; fields: Record<string, Field>; schema: z.ZodType }[] =
  [
    { name: 'The top of an article', file: 'en/articles/', fields: article, schema: articleDetails },
    {
      name: 'The top of a comparison',
      file: 'en/comparisons/',
      fields: comparison,
      schema: comparisonDetails,
    },
    { name: 'A claim', file: 'evidence/claims.yaml', fields: claims, schema: claim },
    { name: 'A source', file: 'evidence/references.yaml', fields: references, schema: reference },
    { name: 'A word of the glossary', file: 'en/glossary.yaml', fields: terms, schema: term },
    { name: 'A person', file: 'people.yaml', fields: people, schema: person },
    { name: 'A ready handout', file: 'en/handouts.yaml', fields: handouts, schema: handout },
    { name: 'The visit sheet', file: 'en/visit.yaml', fields: visitSheet, schema: visit },
  ]

const begin = '<!-- The rest is written by the program from its own rules: “npx tsx scripts/guide.ts”. -->'

/** The guide for staff with its second half written anew: every building block and every field, each with an example. */
export function withTables(guide: string): string {
  return `${guide.slice(0, guide.indexOf(begin))}${begin}\n\n${blocks()}\n${tables()}`
}

function blocks(): string {
  const all = (Object.entries(vocabulary) as [string, ComponentRule][]).map(
    ([name, rule]) => `**${name}.** ${rule.purpose}${settings(rule)}\n\n\`\`\`\n${rule.example}\n\`\`\`\n`,
  )
  return `## Every building block\n\n${all.join('\n')}`
}

/** What can be written in the opening tag, where the example does not say it all. */
function settings(rule: ComponentRule): string {
  return settingsOf(rule)
    .flatMap(({ name, needed, choices }) =>
      choices ? ` For ${name} write ${or.format(choices)}${needed ? '' : ', or leave it out'}.` : [],
    )
    .join('')
}

const or = new Intl.ListFormat('en', { type: 'disjunction' })

function tables(): string {
  return fieldTables
    .map(({ name, file, fields, schema }) => {
      const rows = Object.entries(fields).map(
        ([field, [what, example]]) =>
          `| ${isNeeded(schema, field) ? `**${field}**` : field} | ${what} | \`${example}\` |`,
      )
      return `## ${name} (\`${file}\`)\n\nFields in bold must be there.\n\n| Field | What to write | Example |\n| --- | --- | --- |\n${rows.join('\n')}\n`
    })
    .join('\n')
}

function isNeeded(schema: z.ZodType, field: string): boolean {
  return Boolean(schema.safeParse({}).error?.issues.some(({ path }) => path[0] === field))
}
