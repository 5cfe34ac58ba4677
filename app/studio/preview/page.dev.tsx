import { redirect } from 'next/navigation'
import { draftPage } from '@/components/studio/draft-page'
import { PreviewBridge } from '@/components/studio/preview-bridge.client'
import { listPreview } from '@/lib/studio/addresses'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A text as it is being edited. */
export default async function Page({ searchParams }: Props) {
  const file = String((await searchParams).file ?? '')
  if (!file.endsWith('.mdx')) redirect(listPreview(file))
  return (
    <>
      <PreviewBridge />
      {await draftPage(file)}
    </>
  )
}
