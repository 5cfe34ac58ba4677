import { expect, test } from 'vitest'
import { claimPlace, pages, sectionPlace, termPlace } from '../../lib/addresses'
import { documentsOf, readLibrary } from '../../lib/content'
import { parseInline, plainInline } from '../../lib/content/inline'
import { lacking, plain, topics } from '../support/topics'

const library = await readLibrary('content')
const texts = textsOf()

test.each([...new Set(topics.map(({ group }) => group))])('the library covers each topic of “%s”', (name) => {
  const inGroup = topics.filter(({ group }) => group === name)
  expect(inGroup.flatMap((topic) => lacking(topic, topic.places ?? [], (place) => texts.get(place)))).toEqual(
    [],
  )
})

test('a topic has a place, and words that are looked for in small letters', () => {
  const faulty = topics.filter(
    ({ places = [], shown = [], says, never = [] }) =>
      !places.concat(shown).length ||
      !says.length ||
      says.concat(never).some((words) => words !== plain(words)),
  )
  expect(faulty).toEqual([])
})

test('no fault of clinic articles stands anywhere but where it is put right', () => {
  const found = topics.flatMap(({ never = [], places = [] }) =>
    [...texts]
      .filter(([place]) => !places.includes(place))
      .flatMap(([place, text]) =>
        never.filter((words) => text.includes(words)).map((words) => `${place}: ${words}`),
      ),
  )
  expect(found).toEqual([])
})

test('a section that counts people on a medicine speaks of the dummy pill beside it', () => {
  const alone = documentsOf(library).flatMap(({ address, sections }) =>
    sections.flatMap(({ id, text, claims }) =>
      claims.flatMap((name) => {
        const { numbers } = library.claims.get(name) ?? {}
        if (!numbers?.comparator?.includes('dummy pill') || !numbers.with || !numbers.without) return []
        const counts = text.includes(`${numbers.with} of ${numbers.per}`)
        return counts && !/dummy pill|placebo/.test(text) ? [`${sectionPlace(address, id)}: ${name}`] : []
      }),
    ),
  )
  expect(alone).toEqual([])
})

/** The words at each place of the library. */
function textsOf(): Map<string, string> {
  const sections = documentsOf(library).flatMap(({ address, sections }) =>
    sections.map(({ id, title, text }) => [sectionPlace(address, id), `${title} ${text}`] as const),
  )
  const keyPoints = library.articles.map(
    ({ address, details }) =>
      [sectionPlace(address, 'key-points'), details.keyPoints.map(words).join(' ')] as const,
  )
  const openings = documentsOf(library).map(
    ({ address, details: { title, summary, whoFor } }) =>
      [address, [title, summary, whoFor].map(words).join(' ')] as const,
  )
  const terms = [...library.terms.values()].map(({ id, meaning }) => [termPlace(id), words(meaning)] as const)
  const claims = [...library.claims.values()].map(
    ({ id, statement, caveat = '' }) => [claimPlace(id), words(`${statement} ${caveat}`)] as const,
  )
  const { statements, signs } = library.visit
  const visit = [...statements.map(({ statement }) => statement), ...signs].map(words).join(' ')
  const all = [...sections, ...keyPoints, ...openings, ...terms, ...claims, [pages.visit, visit] as const]
  return new Map(all.map(([place, text]) => [place, plain(text)]))
}

function words(text: string): string {
  return plainInline(parseInline(text))
}
