import type { ReactNode } from 'react'
import type { Words } from '@/lib/content'
import { fill } from '@/lib/words'

/** One of the six parts of the sheet. When parts are shown one at a time, it leads to the next. */
export function Part({
  number,
  titles,
  note,
  words,
  ready,
  children,
}: {
  number: number
  titles: string[]
  note?: string | undefined
  words: Words['visit']
  ready: boolean
  children: ReactNode
}) {
  const next = titles[number]
  return (
    <section className={`part visit-part visit-part-${number}`} aria-labelledby={`part-${number}`}>
      <h2 id={`part-${number}`} tabIndex={-1}>
        {titles[number - 1]}
      </h2>
      {note && <p className="note">{note}</p>}
      {children}
      {ready && next && (
        <p className="next">
          <button type="button" className="do" onClick={() => showPart(number + 1)}>
            {fill(words.next, { part: next })}
          </button>
        </p>
      )}
    </section>
  )
}

function showPart(number: number): void {
  const choice = document.getElementById(`only-${number}`)
  if (choice instanceof HTMLInputElement) choice.checked = true
  document.getElementById(`part-${number}`)?.focus()
}
