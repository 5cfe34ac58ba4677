import { redirect } from 'next/navigation'
import { Frame } from '@/components/frame/frame'
import { ArticlePage } from '@/components/page/article-page'
import { ComparisonPage } from '@/components/page/comparison-page'
import { PreviewBridge } from '@/components/studio/preview-bridge.client'
import { listPreview } from '@/lib/studio/addresses'
import { drawnDraft } from '@/lib/studio/drafts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A text as it is being edited, drawn by the same parts that draw the published page. */
export default async function Page({ searchParams }: Props) {
  const file = String((await searchParams).file ?? '')
  if (!file.endsWith('.mdx')) redirect(listPreview(file))
  const drawn = await drawnDraft(file)
  return (
    <>
      <PreviewBridge />
      {drawn && 'article' in drawn && (
        <Frame
          way={drawn.article.article.details.way}
          clinic={drawn.article.clinic}
          words={drawn.article.words}
        >
          <ArticlePage view={drawn.article} />
        </Frame>
      )}
      {drawn && 'comparison' in drawn && (
        <Frame wide clinic={drawn.view.clinic} words={drawn.view.words}>
          <ComparisonPage view={drawn.view} comparison={drawn.comparison} reviewer={undefined} others={[]} />
        </Frame>
      )}
    </>
  )
}
