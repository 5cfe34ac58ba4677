import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Frame } from '@/components/frame/frame'
import { ArticlePage } from '@/components/page/article-page'
import { getArticlesToDraw, getArticleView, getForwards } from '@/lib/content'

type Props = { params: Promise<{ address: string[] }> }

export const dynamicParams = false

export async function generateStaticParams() {
  // only a build has to know all pages beforehand
  if (process.env.NODE_ENV === 'development') return []
  const addresses = [
    ...(await getArticlesToDraw()).map(({ address }) => address),
    ...(await getForwards()).keys(),
  ]
  return addresses.map((address) => ({ address: address.split('/').filter(Boolean) }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await viewAt(params)
  return {
    title: article.details.title,
    description: article.details.summary,
    alternates: { canonical: article.address },
  }
}

export default async function Page({ params }: Props) {
  const view = await viewAt(params)
  return (
    <Frame way={view.article.details.way} clinic={view.clinic} words={view.words}>
      <ArticlePage view={view} />
    </Frame>
  )
}

async function viewAt(params: Props['params']) {
  const address = `/${(await params).address.join('/')}/`
  const view = await getArticleView(address)
  if (view) return view
  const place = (await getForwards()).get(address)
  return place ? redirect(place) : notFound()
}
