import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Frame } from '@/components/frame/frame'
import { ArticlePage } from '@/components/page/article-page'
import { getArticlesToDraw, getArticleView } from '@/lib/content'

type Props = { params: Promise<{ address: string[] }> }

export const dynamicParams = false

export async function generateStaticParams() {
  return (await getArticlesToDraw()).map(({ address }) => ({ address: address.split('/').filter(Boolean) }))
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
  const { address } = await params
  return (await getArticleView(`/${address.join('/')}/`)) ?? notFound()
}
