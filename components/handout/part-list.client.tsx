'use client'

import { useState } from 'react'
import type { HandoutPart, HandoutParts, Words } from '@/lib/content'

type Props = {
  groups: HandoutParts['groups']
  /** without these the list is one of links */
  words?: Words['handout']
  chosen?: string[]
  toggle?: (part: HandoutPart) => void
}

/** All parts of the site by page: boxes to tick, or links where there is no script. */
export function PartList({ groups, words, chosen = [], toggle }: Props) {
  const [wanted, setWanted] = useState('')
  if (!words)
    return groups.map(({ title, parts }) => (
      <details key={title}>
        <summary>{title}</summary>
        <ul>
          {parts.map(({ code, address, title }) => (
            <li key={code}>
              <a href={address}>{title}</a>
            </li>
          ))}
        </ul>
      </details>
    ))
  const fits = (text: string) => text.toLowerCase().includes(wanted.trim().toLowerCase())
  const shown = groups
    .map(({ title, parts }) => ({
      title,
      parts: fits(title) ? parts : parts.filter((part) => fits(part.title)),
    }))
    .filter(({ parts }) => parts.length > 0)
  return (
    <section className="part off-paper" aria-labelledby="choose">
      <h2 id="choose">{words.choose}</h2>
      <label className="line">
        {words.find}
        <input
          type="search"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          autoComplete="off"
        />
      </label>
      {shown.length === 0 && <p role="status">{words.findNone}</p>}
      {shown.map(({ title, parts }) => (
        <details key={title} open={wanted.trim() !== '' || undefined}>
          <summary>{title}</summary>
          <fieldset>
            <legend className="vh">{title}</legend>
            {parts.map((part) => (
              <label key={part.code}>
                <input type="checkbox" checked={chosen.includes(part.code)} onChange={() => toggle?.(part)} />
                {part.title}
              </label>
            ))}
          </fieldset>
        </details>
      ))}
    </section>
  )
}
