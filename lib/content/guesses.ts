import { pages } from '../addresses'
import type { Guesses, Place } from '../search'
import { placeIn, wayfinder } from './ledger'
import type { Library } from './library'
import { sectionSummary } from './section-summary'

/** What the search makes its best guesses from: what people type, and the places where it should lead. */
export function guessesFrom(library: Library): Guesses {
  const targets = [...new Set(library.search.flatMap(({ to }) => to))]
  const places = targets.map((target) => placeAt(library, target))
  const known = targets.filter((_, index) => places[index])
  return {
    places: places.filter((place) => place !== undefined),
    entries: library.search.map(({ words, to, crisis }) => ({
      words,
      to: to.map((target) => known.indexOf(target)).filter((number) => number >= 0),
      crisis,
    })),
    crisis: library.wordLists.suicide,
  }
}

function placeAt(library: Library, target: string): Place | undefined {
  const { address, id } = placeIn(target)
  const tool = toolTitles(library)[address]
  if (tool) return { address: target, title: tool }
  const destination = wayfinder(library)(address, id)
  if (destination.kind !== 'there' || !destination.document) return undefined
  const { document } = destination
  const section = document.sections.find((candidate) => candidate.id === destination.id)
  return section
    ? {
        address: target,
        title: section.title,
        part: document.details.title,
        summary: sectionSummary(document, section),
      }
    : { address: target, title: document.details.title, summary: document.details.summary }
}

/** The titles of the pages that are made by the program. */
function toolTitles({ words }: Library): Record<string, string> {
  return {
    [pages.home]: words.site.name,
    [pages.compare]: words.comparison.indexTitle,
    [pages.questions]: words.questions.title,
    [pages.glossary]: words.glossary.title,
    [pages.sources]: words.sources.title,
    [pages.all]: words.all.title,
    [pages.visit]: words.site.visit,
    [pages.handout]: words.handout.title,
    [pages.changes]: words.changes.title,
  }
}
