import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Frame } from '@/components/frame/frame'
import { ComparisonPage } from '@/components/page/comparison-page'
import { getLibrary, getView } from '@/lib/content'

type Props = { params: Promise<{ name: string }> }

export const dynamicParams = false

export async function generateStaticParams() {
  // only a build has to know all pages beforehand
  if (process.env.NODE_ENV === 'development') return []
  return (await getLibrary()).comparisons.map(({ path }) => ({ name: path }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { address, details } = await comparisonNamed(params)
  return { title: details.title, description: details.summary, alternates: { canonical: address } }
}

export default async function Page({ params }: Props) {
  const comparison = await comparisonNamed(params)
  const { comparisons, people } = await getLibrary()
  const view = await getView({ ...comparison, shows: [{ of: comparison.path, rows: [] }] })
  const { reviewed } = comparison.details
  return (
    <Frame wide clinic={view.clinic} words={view.words}>
      <ComparisonPage
        view={view}
        comparison={comparison}
        reviewer={reviewed ? people.get(reviewed.by) : undefined}
        others={comparisons.filter((other) => other !== comparison)}
      />
    </Frame>
  )
}

async function comparisonNamed(params: Props['params']) {
  const { name } = await params
  return (await getLibrary()).comparisons.find(({ path }) => path === name) ?? notFound()
}
