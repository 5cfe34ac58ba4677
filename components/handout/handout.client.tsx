'use client'

import { useEffect, useRef, useState } from 'react'
import { shortAddress } from '@/lib/addresses'
import type { HandoutPart, HandoutParts, Words } from '@/lib/content'
import { inWords, realToday } from '@/lib/dates'
import { fill } from '@/lib/words'
import { PartList } from './part-list.client'
import { PartText } from './part-text.client'

type Props = HandoutParts & { clinic: string; site: string; language: string; words: Words['handout'] }

// about as many words as fit on a sheet beside the codes
const wordsOnPage = 300

/** The maker of handouts: what is chosen stands in the fragment of the address, and nowhere else. */
export function Handout({ sets, groups, past, clinic, site, language, words }: Props) {
  const all = groups.flatMap(({ parts }) => parts)
  const yours = useRef<HTMLHeadingElement>(null)
  const [awake, setAwake] = useState(false)
  const [codes, setCodes] = useState<string[]>([])
  const [missing, setMissing] = useState<string[]>([])
  const [name, setName] = useState(clinic)
  const [said, setSaid] = useState('')
  const [lengths, setLengths] = useState<Record<string, number>>({})
  const ready = sets.find((set) => set.codes.join() === codes.join())
  const chosen = codes.flatMap((code) => all.find((part) => part.code === code) ?? [])
  const length = chosen.reduce((sum, { code }) => sum + (lengths[code] ?? 0), 0)
  const whole = chosen.every(({ code }) => code in lengths)
  const sheets = Math.ceil(length / wordsOnPage)

  useEffect(() => {
    const read = () => {
      const asked = [...new Set(location.hash.slice(1).split('.').filter(Boolean))]
      const now = asked.map((code) => past[code]?.now ?? code)
      const known = new Set(groups.flatMap(({ parts }) => parts.map(({ code }) => code)))
      setCodes([...new Set(now.filter((code) => known.has(code)))])
      setMissing(now.filter((code) => !known.has(code)))
      setAwake(true)
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [groups, past])

  useEffect(() => {
    // a link that somebody was sent leads to what it holds
    if (awake && location.hash.length > 1) yours.current?.scrollIntoView()
  }, [awake])

  const change = (next: string[], sentence: string, parts: Record<string, string | number> = {}) => {
    setCodes(next)
    setMissing([])
    setSaid(fill(sentence, parts))
    history.replaceState(null, '', next.length ? `#${next.join('.')}` : location.pathname)
  }
  const add = ({ code, title }: HandoutPart) => change([...codes, code], words.added, { title })
  const remove = ({ code, title }: HandoutPart) =>
    change(
      codes.filter((other) => other !== code),
      words.removed,
      { title },
    )
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setSaid(words.copied),
      () => setSaid(words.copyFailed),
    )

  if (!awake)
    return (
      <>
        <p>{words.howWithout}</p>
        <PartList groups={groups} />
      </>
    )
  return (
    <>
      <p className="off-paper">{words.private}</p>
      {missing.map((code) => {
        const reason = past[code]?.reason
        return (
          <p key={code} role="alert" className="overdue off-paper">
            {reason ? fill(words.missingGone, { reason }) : fill(words.missing, { code })}
          </p>
        )
      })}
      {sets.length > 0 && (
        <section className="part off-paper" aria-labelledby="sets">
          <h2 id="sets">{words.sets}</h2>
          <ul className="all-pages">
            {sets.map(({ title, codes }) => (
              <li key={title}>
                <a href={`#${codes.join('.')}`} onClick={() => yours.current?.focus()}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <PartList
        groups={groups}
        words={words}
        chosen={codes}
        toggle={(part) => (codes.includes(part.code) ? remove(part) : add(part))}
      />
      <section className="part off-paper" aria-labelledby="chosen">
        <h2 id="chosen" ref={yours} tabIndex={-1}>
          {words.chosen}
        </h2>
        {chosen.length === 0 && <p>{words.none}</p>}
        <Chosen
          chosen={chosen}
          words={words}
          move={(from, to) => {
            const next = [...codes]
            next.splice(to, 0, ...next.splice(from, 1))
            change(next, words.moved, { title: chosen[from]?.title ?? '', n: to + 1, all: next.length })
          }}
          remove={(part) => {
            remove(part)
            yours.current?.focus()
          }}
        />
        {sheets > 2 && <p className="overdue">{fill(words.long, { n: sheets })}</p>}
        <label className="line">
          {words.clinic}
          <input
            type="text"
            value={name}
            onChange={({ target }) => setName(target.value)}
            autoComplete="off"
          />
        </label>
        {chosen.length > 0 && (
          <p className="act">
            <button type="button" className="do" onClick={() => print()} disabled={!whole}>
              {words.print}
            </button>
            <button type="button" className="do quiet" onClick={copy}>
              {words.copyLink}
            </button>
            <button type="button" className="do quiet" onClick={() => change([], words.none)}>
              {words.clear}
            </button>
          </p>
        )}
        <p role="status">{said}</p>
      </section>
      {chosen.length > 0 && (
        <section className="part handout" aria-label={words.preview}>
          <h2>{ready?.title ?? (name || words.preview)}</h2>
          <p>
            {ready && name && `${name}. `}
            {fill(words.date, { date: inWords(realToday(), language) })}
          </p>
          {chosen.map((part) => (
            <PartText
              key={part.code}
              part={part}
              printed={`${new URL(site).host}${shortAddress(part.code)}`}
              words={words}
              counted={(count) => setLengths((before) => ({ ...before, [part.code]: count }))}
            />
          ))}
        </section>
      )}
    </>
  )
}

function Chosen({
  chosen,
  words,
  move,
  remove,
}: {
  chosen: HandoutPart[]
  words: Words['handout']
  move: (from: number, to: number) => void
  remove: (part: HandoutPart) => void
}) {
  const list = useRef<HTMLOListElement>(null)
  const [focused, setFocused] = useState<string>()
  // A row that moves takes the focus out of its buttons.
  useEffect(() => {
    const [row = '', button = ''] = focused?.split(' ') ?? []
    const buttons = list.current?.children[Number(row)]?.querySelectorAll('button')
    if (row)
      (buttons?.[Number(button)]?.disabled ? buttons[1 - Number(button)] : buttons?.[Number(button)])?.focus()
  }, [focused])
  const go = (from: number, to: number) => {
    move(from, to)
    setFocused(`${to} ${to < from ? 0 : 1}`)
  }
  return (
    <ol className="chosen" ref={list}>
      {chosen.map((part, index) => (
        <li key={part.code}>
          {part.title}
          <div>
            <Action
              name={words.up}
              title={part.title}
              disabled={index === 0}
              act={() => go(index, index - 1)}
            />
            <Action
              name={words.down}
              title={part.title}
              disabled={index === chosen.length - 1}
              act={() => go(index, index + 1)}
            />
            <Action name={words.remove} title={part.title} act={() => remove(part)} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function Action({
  name,
  title,
  disabled,
  act,
}: {
  name: string
  title: string
  disabled?: boolean
  act: () => void
}) {
  return (
    <button
      type="button"
      className="do quiet"
      disabled={disabled}
      onClick={act}
      aria-label={`${name}: ${title}`}
    >
      {name}
    </button>
  )
}
