import { readFileSync } from 'node:fs'

/** A topic that patients look for, with the places of the site that speak of it. */
export type Topic = {
  group: string
  topic: string
  /** sections, questions, rows and key points of the library, and its words and claims: address#id */
  places?: string[]
  /** places that the program draws, which only the finished site has */
  shown?: string[]
  /** each place says one of these at least, and each of these is said in one place at least */
  says: string[]
  /** what is said nowhere but in the places */
  never?: string[]
}

/** The topics that have to be found on the site, and the faults that must not come back. */
export const topics: Topic[] = JSON.parse(readFileSync('tests/topics.json', 'utf8'))

/** What is wrong with a topic in these of its places; all of its words have to be said if these are all of its places. */
export function lacking(
  { topic, says, ...all }: Topic,
  places: string[],
  textAt: (place: string) => string | undefined,
): string[] {
  const isAll = places.length === (all.places ?? []).length + (all.shown ?? []).length
  const silent = places.filter((place) => !says.some((words) => textAt(place)?.includes(words)))
  const unsaid = says.filter((words) => isAll && !places.some((place) => textAt(place)?.includes(words)))
  return [
    ...silent.map(
      (place) => `${topic}: ${place} ${textAt(place) === undefined ? 'is not there' : 'says nothing of it'}`,
    ),
    ...unsaid.map((words) => `${topic}: no place says “${words}”`),
  ]
}

/** A text as its words are looked for: small letters, plain quotes, single blanks. */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll('\u2060', '').replaceAll('’', "'").replace(/\s+/g, ' ')
}
