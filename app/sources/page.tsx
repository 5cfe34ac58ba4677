import type { Metadata } from 'next'
import { Frame } from '@/components/frame/frame'
import { Plain } from '@/components/page/plain'
import { SourcesPage } from '@/components/page/sources-page'
import { pages } from '@/lib/addresses'
import { getLibrary } from '@/lib/content'

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await getLibrary()
  return {
    title: words.sources.title,
    description: words.sources.summary,
    alternates: { canonical: pages.sources },
  }
}

export default async function Page() {
  const { articles, comparisons, claims, references, clinic, words, language } = await getLibrary()
  return (
    <Frame clinic={clinic} words={words}>
      <Plain title={words.sources.title} lead={words.sources.summary}>
        <SourcesPage
          claims={[...claims.values()]}
          references={[...references.values()]}
          documents={[...articles, ...comparisons]}
          words={words}
          language={language}
        />
      </Plain>
    </Frame>
  )
}
