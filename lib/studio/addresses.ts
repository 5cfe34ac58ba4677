import { pages } from '../addresses'

/** The addresses of the studio. They exist only while the site is being edited. */
export const studio = {
  list: '/studio/',
  events: '/studio/events/',
  drawn: '/studio/drawn/',
  preview: '/studio/preview/',
} as const

/** The page on which a file is edited, at a line of it. */
export function editPage(path: string, line?: number): string {
  return `/studio/edit/?file=${encodeURIComponent(path)}${line ? `&line=${line}` : ''}`
}

/** The page that shows a file as it is being edited. */
export function previewPage(path: string): string {
  return `${studio.preview}?file=${encodeURIComponent(path)}`
}

/** Where the words of one page, or of a file as it is being edited, are drawn alone. */
export function drawnPage(of: { address: string } | { file: string }): string {
  return `${studio.drawn}?${new URLSearchParams(of)}`
}

/** Where the studio asks for something to be done. */
export function actionAddress(action: string): string {
  return `/studio/do/${action}/`
}

/** The page on which the entries of a list are seen. */
export function listPreview(path: string): string {
  if (path.startsWith('evidence/')) return pages.sources
  return (
    {
      'en/glossary.yaml': pages.glossary,
      'en/search.yaml': pages.search,
      'en/handouts.yaml': pages.handout,
      'en/visit.yaml': pages.visit,
    }[path] ?? pages.home
  )
}
