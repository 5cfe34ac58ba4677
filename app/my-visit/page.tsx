import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Frame } from '@/components/frame/frame'
import { VisitPage } from '@/components/visit/visit-page'
import { pages } from '@/lib/addresses'
import { getLibrary, getVisitView } from '@/lib/content'

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await getLibrary()
  return {
    title: words.visit.title,
    description: words.visit.summary,
    alternates: { canonical: pages.visit },
  }
}

export default async function Page() {
  const view = (await getVisitView(pages.visit)) ?? notFound()
  return (
    <Frame clinic={view.clinic} words={view.words}>
      <VisitPage view={view} />
    </Frame>
  )
}
