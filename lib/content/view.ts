import type { Day } from '../dates'
import type { Article, Comparison, Document } from './article'
import { type Inline, parseInline } from './inline'
import type { Words } from './interface'
import type { Library } from './library'
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
}

type Compile = (document: Document) => Promise<string>

/** The view of a page that shows some claims and terms, and some rows of comparisons. */
export async function view(
  library: Library,
  page: { address: string; claims: string[]; terms: string[]; shows: { of: string; rows: string[] }[] },
  compile: Compile,
): Promise<View> {
  const shows = page.shows.flatMap(({ of, rows }) => {
    const comparison = library.comparisons.find(({ path }) => path === of)
    return comparison ? [{ comparison, rows }] : []
  })
  const rows = shows.flatMap(({ comparison, rows }) =>
    comparison.sections.filter(({ id }) => rows.length === 0 || rows.includes(id)),
  )
  const claims = lookUp(library.claims, [...page.claims, ...rows.flatMap((row) => row.claims)])
  const terms = lookUp(library.terms, [...page.terms, ...shows.flatMap(({ comparison }) => comparison.terms)])
  return {
    address: page.address,
    language: library.language,
    today: library.today,
    words: library.words,
    clinic: library.clinic,
    claims,
    terms: terms.map((term) => ({ ...term, pieces: parseInline(term.meaning) })),
    references: lookUp(library.references, claims.flatMap(({ references }) => references)),
    comparisons: new Map(
      await Promise.all(
        shows.map(async ({ comparison }): Promise<[string, Shown]> => [
          comparison.path,
          { comparison, code: await compile(comparison) },
        ]),
      ),
    ),
  }
}

/** The view of an article. */
export async function articleView(library: Library, article: Article, compile: Compile): Promise<ArticleView> {
  const { details } = article
  const base = await view(library, { ...article, shows: article.comparisons }, compile)
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
      const other = [...library.articles, ...library.comparisons].find((document) => document.address === address)
      return other ? [{ address, title: other.details.title }] : []
    }),
  }
}

function lookUp<T>(shelf: Map<string, T>, ids: string[]): T[] {
  return [...new Set(ids)].flatMap((id) => shelf.get(id) ?? [])
}
