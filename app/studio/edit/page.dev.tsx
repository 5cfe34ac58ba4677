import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Desk } from '@/components/studio/desk.client'
import { getLibrary } from '@/lib/content'
import { previewPage } from '@/lib/studio/addresses'
import { openText } from '@/lib/studio/open-text'
import '@/components/studio/studio.css'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: { absolute: String((await searchParams).file ?? '') } }
}

export default async function Page({ searchParams }: Props) {
  const { file, line } = await searchParams
  const open = (await openText(String(file ?? ''))) ?? notFound()
  const { root, today } = await getLibrary()
  // another text is another desk: nothing of the one before may stay on it
  return (
    <Desk
      key={open.path}
      {...open}
      preview={previewPage(open.path)}
      root={root}
      today={today}
      line={Number(line) || 1}
    />
  )
}
