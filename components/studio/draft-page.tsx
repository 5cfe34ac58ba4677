import type { ReactNode } from 'react'
import { drawnDraft } from '@/lib/studio/drafts'
import { Frame } from '../frame/frame'
import { ArticlePage } from '../page/article-page'
import { ComparisonPage } from '../page/comparison-page'

/** A text as it is being edited, drawn by the same parts that draw the published page; nothing if it never could be drawn. */
export async function draftPage(file: string): Promise<ReactNode> {
  const drawn = await drawnDraft(file)
  if (!drawn) return undefined
  if ('article' in drawn) {
    const { article } = drawn
    return (
      <Frame way={article.article.details.way} clinic={article.clinic} words={article.words}>
        <ArticlePage view={article} />
      </Frame>
    )
  }
  return (
    <Frame wide clinic={drawn.view.clinic} words={drawn.view.words}>
      <ComparisonPage view={drawn.view} comparison={drawn.comparison} reviewer={undefined} others={[]} />
    </Frame>
  )
}
