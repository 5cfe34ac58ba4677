import type { Metadata } from 'next'
import { Frame } from '@/components/frame/frame'
import { Plain } from '@/components/page/plain'
import { pages, sectionPlace } from '@/lib/addresses'
import { getLibrary } from '@/lib/content'

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await getLibrary()
  return {
    title: words.comparison.indexTitle,
    description: words.comparison.indexSummary,
    alternates: { canonical: pages.compare },
  }
}

export default async function Page() {
  const { clinic, words, comparisons } = await getLibrary()
  return (
    <Frame clinic={clinic} words={words}>
      <Plain title={words.comparison.indexTitle} lead={words.comparison.indexSummary}>
        {comparisons.map(({ address, details, sections }) => (
          <section key={address} className="part">
            <h2>
              <a href={address}>{details.title}</a>
            </h2>
            <p>{details.summary}</p>
            <ul>
              {sections.map(({ id, title }) => (
                <li key={id}>
                  <a href={sectionPlace(address, id)}>{title}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Plain>
    </Frame>
  )
}
