'use client'

import { type FormEvent, useId, useState } from 'react'
import { type Detail, detailsOf, withChange, withDetail } from '@/lib/studio/details'
import type { Shelves } from '@/lib/studio/shelves'
import { fill } from '@/lib/words'
import { Problem } from './dialog.client'
import { words } from './words'

type Props = {
  text: string
  today: string
  people: Shelves['people']
  comparison: boolean
  onText: (text: string) => void
}

/** The details at the top of a text as a form. It writes one detail at a time and leaves every other letter as it was. */
export function DetailsForm({ text, today, people, comparison, onText }: Props) {
  const [problem, setProblem] = useState('')
  const details = detailsOf(text)
  if (!details) return <p className="details">{words.details.unreadable}</p>
  const write = (after: string | undefined) => {
    setProblem(after === undefined ? words.details.refused : '')
    if (after !== undefined && after !== text) onText(after)
  }
  const set = (name: string) => (detail: Detail) => write(withDetail(text, name, detail))
  const fields = comparison ? ['title', 'summary', 'whoFor'] : ['title', 'summary', 'whoFor', 'notHere']
  const points = listOf(details.keyPoints)
  return (
    <section className="details" aria-label={words.desk.details}>
      <p>{words.details.lead}</p>
      {problem && <Problem>{problem}</Problem>}
      {fields.map((name) => (
        <Field
          key={name}
          label={words.details.fields[name] ?? name}
          value={String(details[name] ?? '')}
          long={name !== 'title'}
          onValue={set(name)}
        />
      ))}
      {!comparison && (
        <fieldset>
          <legend>{words.details.fields.keyPoints}</legend>
          {points.map((point, index) => (
            // key points are told apart by their place
            // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name
            <div className="point" key={index}>
              <Field
                label={fill(words.details.point, { n: index + 1 })}
                value={point}
                long
                onValue={(value) => set('keyPoints')(points.with(index, value))}
              />
              {points.length > 1 && (
                <button type="button" onClick={() => set('keyPoints')(points.toSpliced(index, 1))}>
                  {fill(words.details.removePoint, { n: index + 1 })}
                </button>
              )}
            </div>
          ))}
          {points.length < 5 && (
            <button type="button" onClick={() => set('keyPoints')([...points, '…'])}>
              {words.details.addPoint}
            </button>
          )}
        </fieldset>
      )}
      {!comparison && (
        <Field
          label={words.details.fields.alsoKnownAs ?? ''}
          value={listOf(details.alsoKnownAs).join('\n')}
          long
          onValue={(value) => set('alsoKnownAs')(value.split('\n'))}
        />
      )}
      <Field
        label={words.details.fields.written ?? ''}
        value={String(details.written ?? '')}
        type="date"
        onValue={set('written')}
      />
      <Review
        key={JSON.stringify(details.reviewed)}
        reviewed={details.reviewed}
        people={people}
        today={today}
        onReview={set('reviewed')}
      />
      <Change onChange={(what) => write(withChange(text, { on: today, what }))} />
    </section>
  )
}

function Field({
  label,
  value,
  type = 'text',
  long = false,
  onValue,
}: {
  label: string
  value: string
  type?: string
  long?: boolean
  onValue: (value: string) => void
}) {
  const id = useId()
  const [from, setFrom] = useState(value)
  const [shown, setShown] = useState(value)
  // the text was changed by other means
  if (from !== value) {
    setFrom(value)
    setShown(value)
  }
  const shared = {
    id,
    value: shown,
    onChange: (event: { target: { value: string } }) => setShown(event.target.value),
    onBlur: () => shown !== value && onValue(shown),
  }
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {long ? <textarea rows={2} {...shared} /> : <input type={type} {...shared} />}
    </div>
  )
}

function Review({
  reviewed,
  people,
  today,
  onReview,
}: {
  reviewed: unknown
  people: Shelves['people']
  today: string
  onReview: (review: Detail) => void
}) {
  const before = (reviewed ?? {}) as { by?: string; on?: string }
  const [by, setBy] = useState(before.by ?? '')
  const [on, setOn] = useState(before.on ?? '')
  const change = (by: string, on: string) => {
    setBy(by)
    setOn(on)
    if (by ? on && (by !== before.by || on !== before.on) : before.by) onReview(by ? { by, on } : undefined)
  }
  return (
    <fieldset>
      <legend>{words.details.review}</legend>
      <p className="note">{words.details.reviewNote}</p>
      <label>
        {words.details.reviewer}
        <select value={by} onChange={(event) => change(event.target.value, on)}>
          <option value="">{words.details.nobody}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.details.reviewedOn}
        <input
          type="date"
          value={on}
          max={today}
          onChange={(event) => setOn(event.target.value)}
          onBlur={() => change(by, on)}
        />
      </label>
    </fieldset>
  )
}

function Change({ onChange }: { onChange: (what: string) => void }) {
  const note = useId()
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onChange(String(new FormData(event.currentTarget).get('what')))
    event.currentTarget.reset()
  }
  return (
    <form onSubmit={add}>
      <fieldset>
        <legend>{words.details.change}</legend>
        <p className="note" id={note}>
          {words.details.changeNote}
        </p>
        <label>
          {words.details.changeWhat}
          <input name="what" required maxLength={300} aria-describedby={note} />
        </label>
        <button type="submit">{words.details.addChange}</button>
      </fieldset>
    </form>
  )
}

const listOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
