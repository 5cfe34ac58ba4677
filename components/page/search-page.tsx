import { sectionPlace } from '@/lib/addresses'
import type { Document, View } from '@/lib/content'
import { GetHelp } from '../article/boxes'
import { contextOf } from './context'
import { Plain } from './plain'

/** The search, which the script of this page brings to life, and the list of all pages and their parts, which needs none. */
export function SearchPage({ documents, view }: { documents: Document[]; view: View }) {
  const { search: words } = view.words
  const byTitle = documents.toSorted((a, b) => a.details.title.localeCompare(b.details.title, view.language))
  return (
    <Plain title={words.title} lead={words.summary}>
      {/* the script finds its words here; where there is none, the style keeps this away */}
      <div id="search" className="needs-script" data-words={JSON.stringify(words)}>
        {/* biome-ignore lint/a11y/useSemanticElements: <search> is too young for the phones our readers have */}
        <form role="search" className="search">
          <label htmlFor="query">{words.label}</label>
          <input id="query" type="search" autoComplete="off" autoCapitalize="none" enterKeyHint="search" />
          <button type="submit" className="do">
            {words.button}
          </button>
        </form>
        <p className="note">{words.private}</p>
        <div id="crisis" role="status" hidden>
          <h2 className="vh">{view.words.site.crisisQuestion}</h2>
          <GetHelp context={contextOf(view)} urgency="now">
            <p>{words.help}</p>
          </GetHelp>
        </div>
        <div id="results" aria-live="polite" />
      </div>
      <section className="part" aria-labelledby="index">
        <h2 id="index">{words.index}</h2>
        <p>{words.indexNote}</p>
        {byTitle.map(({ address, details, sections }) => (
          <details key={address}>
            <summary>{details.title}</summary>
            <ul>
              <li>
                <a href={address}>
                  {words.whole}
                  <span className="vh">: {details.title}</span>
                </a>
              </li>
              {sections.map(({ id, title }) => (
                <li key={id}>
                  <a href={sectionPlace(address, id)}>{title}</a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </section>
    </Plain>
  )
}
