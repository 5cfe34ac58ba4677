import type { Day } from '../dates'
import { type Form, questionsFrom } from '../visit'
import { type Article, type Comparison, type Document, inOrder, linkedFrom, shortAnswers } from './article'
import { type Inline, linksOf, parseInline } from './inline'
import type { Words } from './interface'
import { codesByPage } from './ledger'
import type { Library } from './library'
import { passagesOf } from './passages'
import { minutes, reading } from './reading'
import type { Claim, Clinic, Person, Reference, Term } from './schema'

/** A comparison with its compiled code. */
export type Shown = { comparison: Comparison; code: string }

/** All that a page needs to be drawn, looked up in the library. */
export type View = {
  address: string
  language: string
  today: Day
  words: Words
  clinic: Clinic
  /** in the order of their notes */
  claims: Claim[]
  terms: (Term & { pieces: Inline[] })[]
  /** the sources of the claims, in the order in which they are needed */
  references: Reference[]
  /** the comparisons it shows, by name */
  comparisons: Map<string, Shown>
  /** the codes of the short addresses of the page, of the comparisons it shows, and of their sections, by address */
  codes: Map<string, string>
}

export type ArticleView = View & {
  article: Article
  code: string
  summary: Inline[]
  whoFor: Inline[]
  notHere: Inline[]
  keyPoints: Inline[][]
  reviewer: Person | undefined
  related: { address: string; title: string }[]
  /** how long the article takes to read, and its school grade by Flesch and Kincaid */
  minutes: number
  grade: number
}

export type VisitView = View & {
  form: Form
  /** the rows of the comparison that the statements belong to */
  rows: { id: string; title: string }[]
  comparison: Comparison
  signs: Inline[][]
}

type Compile = (document: Document) => Promise<string>

type Page = {
  address: string
  claims: string[]
  terms: string[]
  /** comparisons with the rows that are shown of them (all when empty), in short or in whole */
  shows: { of: string; rows: string[]; short?: boolean }[]
}

/** The view of a page that shows some claims and terms, and some rows of comparisons. */
export async function view(library: Library, page: Page, compile: Compile): Promise<View> {
  const shows = page.shows.flatMap(({ of, ...how }) => {
    const comparison = library.comparisons.find(({ path }) => path === of)
    return comparison ? [{ comparison, ...how }] : []
  })
  const linked = linkedFrom(
    shows.flatMap(({ comparison, rows, short }) =>
      comparison.sections
        .filter(({ id }) => rows.length === 0 || rows.includes(id))
        .flatMap((row) => (short ? shortAnswers(row) : row.children)),
    ),
  )
  const claims = lookUp(library.claims, [...page.claims, ...linked.claims])
  const terms = lookUp(library.terms, [...page.terms, ...linked.terms])
  return {
    address: page.address,
    language: library.language,
    today: library.today,
    words: library.words,
    clinic: library.clinic,
    codes: codesOf(library, [page.address, ...shows.map(({ comparison }) => comparison.address)]),
    claims,
    terms: terms.map((term) => ({ ...term, pieces: parseInline(term.meaning) })),
    references: lookUp(
      library.references,
      claims.flatMap(({ references }) => references),
    ),
    comparisons: new Map(
      await Promise.all(
        shows.map(
          async ({ comparison }): Promise<[string, Shown]> => [
            comparison.path,
            { comparison, code: await compile(comparison) },
          ],
        ),
      ),
    ),
  }
}

/** The view of an article. */
export async function articleView(
  library: Library,
  article: Article,
  compile: Compile,
): Promise<ArticleView> {
  const { details } = article
  const base = await view(library, { ...article, shows: article.comparisons }, compile)
  const { words, grade } = reading(
    passagesOf(article, 'article'),
    library.wordLists.neutral,
    library.language,
  )
  return {
    ...base,
    article,
    code: await compile(article),
    summary: parseInline(details.summary),
    whoFor: parseInline(details.whoFor),
    notHere: parseInline(details.notHere ?? ''),
    keyPoints: details.keyPoints.map(parseInline),
    reviewer: details.reviewed ? library.people.get(details.reviewed.by) : undefined,
    related: (details.related ?? []).flatMap((address) => {
      const other = [...library.articles, ...library.comparisons].find(
        (document) => document.address === address,
      )
      return other ? [{ address, title: other.details.title }] : []
    }),
    minutes: minutes(words),
    grade: Math.max(1, Math.round(grade)),
  }
}

/** The view of the visit sheet: every question that an article has for the visit, and the rows that belong to the statements. */
export async function visitView(
  library: Library,
  address: string,
  compile: Compile,
): Promise<VisitView | undefined> {
  const { statements, signs, comparison: of } = library.visit
  const comparison = library.comparisons.find(({ path }) => path === of)
  if (!comparison) return undefined
  const rows = comparison.sections.filter(({ id }) => statements.some(({ row }) => row === id))
  const lines = signs.map(parseInline)
  const idsOf = (type: 'claim' | 'term') =>
    lines.flatMap(linksOf).flatMap((link) => (link.type === type ? [link.id] : []))
  return {
    ...(await view(
      library,
      {
        address,
        claims: idsOf('claim'),
        terms: idsOf('term'),
        shows: [{ of, rows: rows.map(({ id }) => id) }],
      },
      compile,
    )),
    form: {
      statements,
      options: comparison.details.options,
      questions: questionsFrom(inOrder(library.articles)),
    },
    rows,
    comparison,
    signs: lines,
  }
}

function codesOf({ published }: Library, addresses: string[]): Map<string, string> {
  return codesByPage({
    published: { addresses: published.addresses.filter(({ address }) => addresses.includes(address)) },
  })
}

function lookUp<T>(shelf: Map<string, T>, ids: string[]): T[] {
  return [...new Set(ids)].flatMap((id) => shelf.get(id) ?? [])
}
