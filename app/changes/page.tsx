import type { Metadata } from 'next'
import { Frame } from '@/components/frame/frame'
import { Plain } from '@/components/page/plain'
import { pages, sectionAddress } from '@/lib/addresses'
import { changesOf, type DatedChange, getLibrary } from '@/lib/content'
import { inWords } from '@/lib/dates'

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await getLibrary()
  return {
    title: words.changes.title,
    description: words.changes.summary,
    alternates: { canonical: pages.changes, types: { 'application/atom+xml': pages.feed } },
  }
}

const placeOf = ({ document, section }: DatedChange) =>
  section ? sectionAddress(document.address, section.id) : document.address

const nameOf = ({ document, section }: DatedChange) =>
  [document.details.title, section?.title].filter(Boolean).join(': ')

export default async function Page() {
  const library = await getLibrary()
  const { clinic, words, language } = library
  const changes = changesOf(library)
  const days = [...new Set(changes.map(({ on }) => on))]
  return (
    <Frame clinic={clinic} words={words}>
      <Plain title={words.changes.title} lead={words.changes.summary}>
        <p>
          <a href={pages.feed}>{words.changes.feed}</a>
        </p>
        {days.map((day) => {
          const told = changes.filter(({ on }) => on === day)
          const names = new Map(told.map((change) => [placeOf(change), nameOf(change)]))
          return (
            <section key={day} className="part">
              <h2>
                <time dateTime={day}>{inWords(day, language)}</time>
              </h2>
              <ul className="all-pages">
                {[...names]
                  .toSorted(([, a], [, b]) => a.localeCompare(b, language))
                  .map(([place, name]) => (
                    <li key={place}>
                      <a href={place}>{name}</a>
                      {told
                        .filter((change) => placeOf(change) === place)
                        .map(({ what = words.changes.new }) => (
                          <p key={what}>{what}</p>
                        ))}
                    </li>
                  ))}
              </ul>
            </section>
          )
        })}
      </Plain>
    </Frame>
  )
}
