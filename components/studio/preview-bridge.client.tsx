'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { redraw } from './redraw'
import { isSaveKey } from './save-key'

/** What the studio and the page in its preview say to each other. */
export type Said =
  | { studio: 'draw' }
  | { studio: 'show'; line: number }
  | { studio: 'clicked'; line: number }
  | { studio: 'ready' }
  | { studio: 'save' }

/** Ties a page in the preview to the text beside it: a click leads to its line, and the cursor to its place. */
export function PreviewBridge() {
  const router = useRouter()
  useEffect(() => {
    const say = (said: Said) => parent.postMessage(said, location.origin)
    const hear = ({ origin, source, data }: MessageEvent<Said>) => {
      if (origin !== location.origin || source !== parent) return
      if (data.studio === 'draw') {
        const file = new URLSearchParams(location.search).get('file') ?? ''
        void redraw({ file }, router.refresh)
      }
      if (data.studio === 'show') show(data.line)
    }
    const click = (event: MouseEvent) => {
      const target = event.target as Element
      const line = lineAt(target)
      // a link would leave the page that is being edited
      if (target.closest('a')) event.preventDefault()
      if (line) say({ studio: 'clicked', line })
    }
    const key = (event: KeyboardEvent) => {
      if (!isSaveKey(event)) return
      event.preventDefault()
      say({ studio: 'save' })
    }
    addEventListener('message', hear)
    addEventListener('keydown', key)
    document.addEventListener('click', click)
    say({ studio: 'ready' })
    return () => {
      removeEventListener('message', hear)
      removeEventListener('keydown', key)
      document.removeEventListener('click', click)
    }
  }, [router])
  return null
}

const lineOf = (element: Element | null | undefined) => Number(element?.getAttribute('data-line') ?? 0)

/** The line of what was clicked; a heading inside a part has none of its own, but what follows it has. */
function lineAt(target: Element): number {
  const own = target.closest('[data-line], h3, h4')
  return lineOf(own) || lineOf(own?.nextElementSibling) || lineOf(target.closest('[data-line]'))
}

function show(line: number): void {
  const marked = [...document.querySelectorAll('[data-line]')]
  const before = marked.filter((element) => lineOf(element) <= line)
  const here = before.reduce<Element | undefined>(
    (best, element) => (lineOf(element) >= lineOf(best) ? element : best),
    undefined,
  )
  for (const element of marked)
    element.toggleAttribute('data-here', element === here && element.tagName !== 'SECTION')
  const place = here?.tagName === 'SECTION' ? here.querySelector('h2') : here
  const closed = place?.closest('details:not([open])')
  if (closed instanceof HTMLDetailsElement) closed.open = true
  // into view in this page alone: the desk around it stays where it is
  const top = place?.getBoundingClientRect().top
  if (top !== undefined) scrollTo({ top: scrollY + top - innerHeight / 2 })
}
