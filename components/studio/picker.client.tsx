'use client'

import { useId, useState } from 'react'
import { fill } from '@/lib/words'
import { words } from './words'

export type Choice = { id: string; title: string; more?: string; words: string }

/** So many results are read before a person types another word. */
const most = 30

/** A search among things that can be pointed to; each result is a button. */
export function Picker({
  label,
  choices,
  onPick,
}: {
  label: string
  choices: Choice[]
  onPick: (choice: Choice) => void
}) {
  const [find, setFind] = useState('')
  const id = useId()
  const asked = find.toLowerCase().split(/\s+/).filter(Boolean)
  const found = choices.filter((choice) => asked.every((word) => choice.words.includes(word)))
  return (
    <div className="picker">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="search" value={find} onChange={(event) => setFind(event.target.value)} />
      <p role="status">
        {found.length ? fill(words.insert.results, { n: found.length }) : words.insert.none}
      </p>
      <ul>
        {found.slice(0, most).map((choice) => (
          <li key={choice.id}>
            <button type="button" onClick={() => onPick(choice)}>
              <b>{choice.title}</b>
              {choice.more && <span> {choice.more}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
