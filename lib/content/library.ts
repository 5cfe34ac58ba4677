import { z } from 'zod'
import type { Day } from '../dates'
import { type Article, articleFrom, type Comparison, comparisonFrom } from './article'
import type { Finding } from './finding'
import { interfaceWords, type Words } from './interface'
import { once } from './once'
import { type Grammar, type Parsed, parseArticle } from './parse'
import type { ContentFiles, SourceFile } from './read'
import * as schema from './schema'
import { vocabulary } from './vocabulary'
import { parseYaml, validate, type Yaml } from './yaml'

/** All content, read, checked and ready to be looked up. */
export type Library = {
  /** the content folder as it is shown to people: content */
  root: string
  today: Day
  language: string
  articles: Article[]
  comparisons: Comparison[]
  clinic: schema.Clinic
  people: Map<string, schema.Person>
  claims: Map<string, schema.Claim>
  references: Map<string, schema.Reference>
  terms: Map<string, schema.Term>
  search: schema.SearchEntry[]
  handouts: schema.Handout[]
  wordLists: schema.WordLists
  visit: schema.Visit
  published: schema.Published
  words: Words
  /** addresses of the files in public/ */
  pictures: Set<string>
  /** the text files with their places, for checks that speak about a line of them */
  yaml: Record<YamlName, Yaml>
  findings: Finding[]
  /** while somebody edits: files that stand here as they last were, because as they are they cannot be drawn */
  stale?: string[]
}

const yamlFiles = {
  clinic: 'clinic.yaml',
  people: 'people.yaml',
  published: 'published.yaml',
  claims: 'evidence/claims.yaml',
  references: 'evidence/references.yaml',
  terms: 'en/glossary.yaml',
  words: 'en/interface.yaml',
  search: 'en/search.yaml',
  handouts: 'en/handouts.yaml',
  wordLists: 'en/words.yaml',
  visit: 'en/visit.yaml',
} as const
export type YamlName = keyof typeof yamlFiles

const articleGrammar: Grammar<schema.ArticleDetails> = { vocabulary, details: schema.articleDetails }
const comparisonGrammar: Grammar<schema.ComparisonDetails> = { vocabulary, details: schema.comparisonDetails }

/** The library that the content files hold, and what they were parsed into; of what is wrong with it, only that by which a text file cannot be read. */
export function gatherLibrary(
  content: ContentFiles,
  today: Day,
  language: string,
): { library: Library; parsed: Parsed<unknown>[] } {
  const findings: Finding[] = [...content.findings]
  const yaml = Object.fromEntries(
    Object.entries(yamlFiles).map(([name, path]) => [name, readYaml(content, path)]),
  ) as Record<YamlName, Yaml>
  const value = <T>(name: YamlName, shape: z.ZodType<T>, whenMissing: T): T => {
    const result = validateOnce(yaml[name], shape)
    findings.push(...yaml[name].findings, ...result.findings)
    return (result.value as T | undefined) ?? whenMissing
  }
  const list = <T extends { id: string }>(name: YamlName, shape: z.ZodType<T>) =>
    new Map(value(name, z.array(shape), []).map((entry) => [entry.id, entry]))

  const parsedArticles = documents(content, 'en/articles/', articleGrammar)
  const parsedComparisons = documents(content, 'en/comparisons/', comparisonGrammar)
  const library: Library = {
    root: content.root,
    today,
    language,
    articles: parsedArticles.flatMap(({ path, parsed }) =>
      parsed.details ? [articleOnce(parsed, parsed.details, path, language)] : [],
    ),
    comparisons: parsedComparisons
      .flatMap(({ path, parsed }) =>
        parsed.details ? [comparisonOnce(parsed, parsed.details, path, language)] : [],
      )
      .sort((a, b) => a.details.order - b.details.order),
    clinic: value('clinic', schema.clinic, noClinic),
    people: list('people', schema.person),
    claims: list('claims', schema.claim),
    references: list('references', schema.reference),
    terms: list('terms', schema.term),
    search: value('search', z.array(schema.searchEntry), []),
    handouts: value('handouts', z.array(schema.handout), []),
    wordLists: value('wordLists', schema.wordLists, noWordLists),
    visit: value('visit', schema.visit, { comparison: '', statements: [], signs: [] }),
    published: value('published', schema.published, { addresses: [] }),
    words: value('words', interfaceWords, {} as Words),
    pictures: new Set(content.pictures),
    yaml,
    findings,
  }
  return { library, parsed: [...parsedArticles, ...parsedComparisons].map(({ parsed }) => parsed) }
}

function documents<Details>(
  content: ContentFiles,
  folder: string,
  grammar: Grammar<Details>,
): { path: string; parsed: Parsed<Details> }[] {
  return content.files
    .filter(({ path }) => path.startsWith(folder) && path.endsWith('.mdx'))
    .map((source) => ({
      path: source.path.slice(folder.length, -'.mdx'.length),
      parsed: parsedOnce(source, grammar),
    }))
}

// a file is always parsed with the grammar of its folder
const parsedOnce = once(parseArticle) as typeof parseArticle
const yamlOnce = once((source: SourceFile) => parseYaml(source))
// and a list always with the schema of its name
const validateOnce = once((yaml: Yaml, shape: z.ZodType) => validate(shape, yaml))
const articleOnce = once(articleFrom)
const comparisonOnce = once(comparisonFrom)

function readYaml(content: ContentFiles, path: string): Yaml {
  const source: SourceFile | undefined = content.files.find((file) => file.path === path)
  if (source) return yamlOnce(source)
  const file = `${content.root}/${path}`
  const missing: Finding = {
    file,
    line: 1,
    column: 1,
    severity: 'fix',
    rule: 'file-missing',
    message: 'This file is missing.',
    fix: 'Restore it from the last version.',
  }
  return {
    source: { path, file, text: '' },
    value: undefined,
    place: () => ({ line: 1, column: 1 }),
    findings: [missing],
  }
}

const noClinic: schema.Clinic = {
  name: '',
  site: 'https://clinic.example',
  funding: '',
  crisis: { region: '', help: { name: '' }, danger: { name: '' }, checked: '2000-01-01' },
}

const noWordLists: schema.WordLists = {
  avoid: [],
  abbreviations: [],
  neutral: [],
  dictionary: [],
  stopping: [],
  suicide: [],
}
