import { pages, sectionPlace } from '../addresses'
import { getLibrary } from '../content'

/** Everything a text can point to, with the words to find it by. */
export type Shelves = {
  claims: { id: string; statement: string; figure: string; canBeDrawn: boolean; words: string }[]
  places: { to: string; title: string; page: string }[]
  terms: { id: string; term: string; words: string }[]
  people: { id: string; name: string }[]
  comparisons: { id: string; title: string; rows: { id: string; title: string }[] }[]
  pictures: string[]
}

/** What claims, places, words, people, comparisons and pictures there are to point to. */
export async function shelves(): Promise<Shelves> {
  const { articles, comparisons, claims, references, terms, people, pictures } = await getLibrary()
  return {
    claims: [...claims.values()].map(({ id, statement, topic, numbers, references: sources }) => ({
      id,
      statement,
      figure:
        numbers?.with !== undefined && numbers.per
          ? `${numbers.with} of ${numbers.per}`
          : (numbers?.also?.[0] ?? ''),
      canBeDrawn: numbers?.with !== undefined && numbers.without !== undefined && numbers.per === 100,
      words: [
        id,
        topic,
        statement,
        ...Object.values(numbers ?? {}).flat(),
        ...sources.map((source) => sourceWords(references.get(source))),
      ]
        .join(' ')
        .toLowerCase(),
    })),
    places: [...articles, ...comparisons]
      .flatMap(({ address, details: { title }, sections }) => [
        { to: address, title, page: '' },
        ...sections.map((section) => ({
          to: sectionPlace(address, section.id),
          title: section.title,
          page: title,
        })),
      ])
      .concat(
        Object.values(pages)
          .filter((to) => to.endsWith('/'))
          .map((to) => ({ to, title: to, page: '' })),
      ),
    terms: [...terms.values()].map(({ id, term, long, also, meaning }) => ({
      id,
      term,
      words: [id, term, long, ...(also ?? []), meaning].join(' ').toLowerCase(),
    })),
    people: [...people.values()].map(({ id, name }) => ({ id, name })),
    comparisons: comparisons.map(({ path, details: { title }, sections }) => ({
      id: path,
      title,
      rows: sections.map(({ id, title }) => ({ id, title })),
    })),
    pictures: [...pictures].filter((picture) => /\.(png|jpe?g|webp|gif|avif|svg)$/.test(picture)),
  }
}

function sourceWords(
  reference:
    | {
        title: string
        author?: { family?: string | undefined; literal?: string | undefined }[] | undefined
        year?: number | undefined
      }
    | undefined,
): string {
  if (!reference) return ''
  return [
    reference.title,
    reference.year,
    ...(reference.author ?? []).map(({ family, literal }) => family ?? literal),
  ].join(' ')
}
