import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { getLibrary } from '@/lib/content'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const { clinic, words } = await getLibrary()
  return {
    metadataBase: new URL(clinic.site),
    title: { default: words.site.name, template: `%s · ${words.site.name}` },
    description: words.site.description,
    referrer: 'no-referrer',
    formatDetection: { telephone: false },
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8ef' },
    { media: '(prefers-color-scheme: dark)', color: '#101c16' },
  ],
}

export default async function Layout({ children }: { children: ReactNode }) {
  const { language } = await getLibrary()
  return (
    <html lang={language}>
      <body>{children}</body>
    </html>
  )
}
