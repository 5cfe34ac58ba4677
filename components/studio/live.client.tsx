'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { editPage, studio } from '@/lib/studio/addresses'
import type { Faulty } from '@/lib/studio/faulty'
import { fill } from '@/lib/words'
import { redraw } from './redraw'
import { words } from './words'

/** What a window is told when a file of the content has changed. */
export const contentChanged = 'content-changed'

/** Draws the page anew whenever a file changes, and says above it what is wrong with the file it is made from. */
export function Live({ faulty }: { faulty: Faulty[] }) {
  const [since, setSince] = useState<Faulty[]>()
  const router = useRouter()
  const pathname = usePathname()
  const inStudio = pathname.startsWith(studio.list)
  const inPreview = pathname.startsWith(studio.preview)
  useEffect(() => {
    // the page in the preview is told by the desk around it
    if (inPreview) return
    let events: EventSource | undefined
    let missed = false
    const changed = () => {
      dispatchEvent(new Event(contentChanged))
      const refresh = () => {
        setSince(undefined)
        router.refresh()
      }
      if (inStudio) refresh()
      else void redraw({ address: pathname }, refresh).then((drawn) => drawn && setSince(drawn.faulty))
    }
    const listen = () => {
      events = new EventSource(studio.events)
      events.onmessage = changed
      events.onerror = () => {
        missed = true
      }
      events.onopen = () => {
        document.documentElement.dataset.live = 'yes'
        if (missed) changed()
        missed = false
      }
    }
    // a browser keeps only a few connections to one server, so a page that nobody sees gives up its own
    const seen = () => {
      events?.close()
      missed = true
      if (!document.hidden) listen()
    }
    listen()
    document.addEventListener('visibilitychange', seen)
    return () => {
      document.removeEventListener('visibilitychange', seen)
      events?.close()
    }
  }, [router, pathname, inStudio, inPreview])
  if (inStudio) return null
  const here = (since ?? faulty).filter(({ address }) => !address || address === pathname)
  return here.map((file) => <Problems key={file.path} file={file} />)
}

function Problems({ file: { path, address, drawn, findings } }: { file: Faulty }) {
  return (
    <section className="problems" aria-label={words.live.label}>
      <h2>{words.live.title}</h2>
      <ol>
        {findings.map((finding) => (
          <li key={`${finding.line}:${finding.column}:${finding.rule}`}>
            <p>
              <b>
                {finding.file}, {fill(words.live.place, { line: finding.line })}
              </b>
            </p>
            <p>{finding.message}</p>
            <p>{finding.fix}</p>
          </li>
        ))}
      </ol>
      <p>
        <a className="do" href={editPage(path, findings[0]?.line)}>
          {words.live.open}
        </a>
      </p>
      {address && <p>{drawn ? words.live.shown : words.live.below}</p>}
    </section>
  )
}
