import type { Metadata } from 'next'
import { Frame } from '@/components/frame/frame'
import { Handout } from '@/components/handout/handout.client'
import { Plain } from '@/components/page/plain'
import { pages } from '@/lib/addresses'
import { getLibrary, handoutParts } from '@/lib/content'

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await getLibrary()
  return {
    title: words.handout.title,
    description: words.handout.summary,
    alternates: { canonical: pages.handout },
  }
}

export default async function Page() {
  const library = await getLibrary()
  const { clinic, words, language } = library
  return (
    <Frame clinic={clinic} words={words}>
      <Plain title={words.handout.title} lead={words.handout.summary}>
        <Handout
          {...handoutParts(library)}
          clinic={clinic.name}
          site={clinic.site}
          language={language}
          words={words.handout}
        />
      </Plain>
    </Frame>
  )
}
