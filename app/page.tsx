import type { Metadata } from 'next'
import { Frame } from '@/components/frame/frame'
import { HomePage } from '@/components/page/home-page'
import { pages } from '@/lib/addresses'
import { getLibrary, getView } from '@/lib/content'

/** The rows of the first comparison that give the first impression. */
const glance = ['what-to-do', 'will-it-work', 'side-effects', 'if-i-stop']

export const metadata: Metadata = { alternates: { canonical: pages.home } }

export default async function Page() {
  const { comparisons } = await getLibrary()
  const first = comparisons[0]
  const rows = glance.filter((id) => first?.sections.some((section) => section.id === id))
  const view = await getView({
    address: pages.home,
    claims: [],
    terms: [],
    shows: first ? [{ of: first.path, rows, short: true }] : [],
  })
  return (
    <Frame clinic={view.clinic} words={view.words}>
      <HomePage view={view} rows={rows} />
    </Frame>
  )
}
