import type { Metadata } from 'next'
import { Frame } from '@/components/frame/frame'
import { Plain } from '@/components/page/plain'
import { pages, sectionPlace } from '@/lib/addresses'
import { getLibrary, inOrder } from '@/lib/content'

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await getLibrary()
  return {
    title: words.questions.title,
    description: words.questions.summary,
    alternates: { canonical: pages.questions },
  }
}

export default async function Page() {
  const { articles, clinic, words } = await getLibrary()
  return (
    <Frame clinic={clinic} words={words}>
      <Plain title={words.questions.title} lead={words.questions.summary}>
        {inOrder(articles).map(({ address, details, sections }) => {
          const questions = sections.filter(({ kind }) => kind === 'question')
          return (
            questions.length > 0 && (
              <section key={address} className="part">
                <h2>
                  <a href={address}>{details.title}</a>
                </h2>
                <ul>
                  {questions.map(({ id, title }) => (
                    <li key={id}>
                      <a href={sectionPlace(address, id)}>{title}</a>
                    </li>
                  ))}
                </ul>
              </section>
            )
          )
        })}
      </Plain>
    </Frame>
  )
}
