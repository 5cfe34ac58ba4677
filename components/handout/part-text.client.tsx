'use client'

import { useEffect, useRef, useState } from 'react'
import { codePicture } from '@/lib/addresses'
import type { HandoutPart, Words } from '@/lib/content'
import { fill } from '@/lib/words'

type Props = {
  part: HandoutPart
  /** its short address, as it is printed */
  printed: string
  words: Words['handout']
  /** told how many words it holds */
  counted: (count: number) => void
}

/** One part of a handout: its text, taken from its own page, with the code to scan. */
export function PartText({ part: { address, code, title }, printed, words, counted }: Props) {
  const text = useRef<HTMLDivElement>(null)
  const tell = useRef(counted)
  const [state, setState] = useState<'loading' | 'failed' | 'here'>('loading')
  useEffect(() => {
    if (state !== 'loading') return
    let wanted = true
    textOf(address)
      .then((nodes) => {
        if (!wanted) return
        text.current?.replaceChildren(...nodes)
        tell.current(text.current?.textContent?.split(/\s+/).length ?? 0)
        setState('here')
      })
      .catch(() => wanted && setState('failed'))
    return () => {
      wanted = false
    }
  }, [address, state])
  return (
    <section className="handout-part">
      <h3>{title}</h3>
      <div className="scan">
        <img
          className="qr"
          src={codePicture(code)}
          alt={fill(words.scan, { title })}
          width="128"
          height="128"
        />
        <p className="note">{printed}</p>
      </div>
      {state === 'loading' && <p>{words.loading}</p>}
      {state === 'failed' && (
        <p role="alert">
          {words.failed}{' '}
          <button type="button" className="do quiet" onClick={() => setState('loading')}>
            {words.again}
          </button>
        </p>
      )}
      <div ref={text} className="flow" />
    </section>
  )
}

/** The text of a section without what leads to notes and sources: the code leads to those. */
async function textOf(address: string): Promise<Node[]> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} is not there`)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const article = page.querySelector('article')
  if (!article) throw new Error(`${address} has no text`)
  for (const extra of article.querySelectorAll('.sources-part, .share, button .vh, button sup'))
    extra.remove()
  for (const opener of article.querySelectorAll('button, .fact')) opener.replaceWith(...opener.childNodes)
  for (const placed of article.querySelectorAll('[id]')) placed.removeAttribute('id')
  for (const details of article.querySelectorAll('details')) details.open = true
  return [...article.childNodes].map((node) => document.importNode(node, true))
}
