import type { Metadata } from 'next'
import { Frame } from '@/components/frame/frame'
import { contextOf } from '@/components/page/context'
import { InlineText } from '@/components/page/inline'
import { Plain } from '@/components/page/plain'
import { pages } from '@/lib/addresses'
import { getLibrary, getView } from '@/lib/content'
import { capital } from '@/lib/words'

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await getLibrary()
  return {
    title: words.glossary.title,
    description: words.glossary.summary,
    alternates: { canonical: pages.glossary },
  }
}

export default async function Page() {
  const { terms, language } = await getLibrary()
  const view = await getView({ address: pages.glossary, claims: [], terms: [...terms.keys()], shows: [] })
  const context = contextOf(view)
  const { words } = view
  const sorted = view.terms.toSorted((a, b) => a.term.localeCompare(b.term, language))
  const letters = new Map(sorted.toReversed().map(({ id, term }) => [capital(term).charAt(0), id]))
  return (
    <Frame clinic={view.clinic} words={words}>
      <Plain title={words.glossary.title} lead={words.glossary.summary}>
        <nav className="letters" aria-label={words.glossary.letters}>
          <ul>
            {[...letters].toReversed().map(([letter, id]) => (
              <li key={letter}>
                <a href={`#${id}`}>{letter}</a>
              </li>
            ))}
          </ul>
        </nav>
        <dl className="glossary">
          {sorted.map(({ id, term, long, pieces, article }) => (
            <div key={id}>
              <dt id={id}>
                {term}
                {long && ` (${long})`}
              </dt>
              <dd>
                <InlineText pieces={pieces} context={context} />{' '}
                {article && (
                  <a href={article}>
                    {words.glossary.more}
                    <span className="vh">: {term}</span>
                  </a>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Plain>
    </Frame>
  )
}
