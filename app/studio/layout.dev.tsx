import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { words } from '@/components/studio/words'
import { isOwnHost } from '@/lib/studio/guard'

export const metadata: Metadata = { title: { absolute: words.common.name }, robots: 'noindex' }

/** The studio shows itself to this computer only. */
export default async function Layout({ children }: { children: ReactNode }) {
  if (!isOwnHost(await headers())) notFound()
  return children
}
