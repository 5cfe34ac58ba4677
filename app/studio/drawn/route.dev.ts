import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import * as article from '@/app/[...address]/page'
import * as comparison from '@/app/compare/[name]/page'
import { draftPage } from '@/components/studio/draft-page'
import type { Drawn } from '@/components/studio/redraw'
import { pages } from '@/lib/addresses'
import { getLibrary } from '@/lib/content'
import { faultyFiles } from '@/lib/studio/faulty'
import { isOwnHost } from '@/lib/studio/guard'

export const dynamic = 'force-dynamic'

/** An article, a comparison or a draft as the words of its page alone. The framework’s own drawing takes five times as long while somebody edits. */
export async function GET(request: Request) {
  if (!isOwnHost(request.headers)) return new Response(null, { status: 403 })
  const asked = new URL(request.url).searchParams
  const file = asked.get('file')
  const { page, title } = file ? { page: await draftPage(file) } : await pageAt(asked.get('address') ?? '')
  // named at the top of a file, the framework would refuse it
  const { renderToString } = await import('react-dom/server')
  const drawn: Drawn = { html: renderToString(page ?? notFound()), title, faulty: await faultyFiles() }
  return Response.json(drawn)
}

async function pageAt(address: string): Promise<{ page: ReactNode; title: string }> {
  const parts = address.split('/').filter(Boolean)
  if (`/${parts[0]}/` !== pages.compare)
    return drawn(article, { params: Promise.resolve({ address: parts }) })
  return drawn(comparison, { params: Promise.resolve({ name: parts[1] ?? notFound() }) })
}

async function drawn<Props>(
  { default: Page, generateMetadata }: PageFile<Props>,
  props: Props,
): Promise<{ page: ReactNode; title: string }> {
  const [page, { title }, { words }] = [await Page(props), await generateMetadata(props), await getLibrary()]
  return { page, title: `${title} · ${words.site.name}` }
}

type PageFile<Props> = {
  default: (props: Props) => Promise<ReactNode>
  generateMetadata: (props: Props) => Promise<Metadata>
}
