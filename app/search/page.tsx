import type { Metadata } from 'next'
import { Frame } from '@/components/frame/frame'
import { SearchPage } from '@/components/page/search-page'
import { pages } from '@/lib/addresses'
import { documentsOf, getLibrary, getView } from '@/lib/content'

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await getLibrary()
  return {
    title: words.search.title,
    description: words.search.summary,
    alternates: { canonical: pages.search },
  }
}

export default async function Page() {
  const library = await getLibrary()
  const view = await getView({ address: pages.search, claims: [], terms: [], shows: [] })
  return (
    <Frame clinic={view.clinic} words={view.words}>
      <SearchPage documents={documentsOf(library)} view={view} />
    </Frame>
  )
}
