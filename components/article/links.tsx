import type { ReactNode } from 'react'
import type { ArticleContext } from './context'
import { hold, whole } from './together'

type Props = {
  id: string
  /** what has to stay on the same line: brackets before, full stops and commas after */
  opening?: string
  closing?: string
  children?: ReactNode
}

/** “41 of 100”, “5 to 7 of 100” and the like stay whole. */
const shortest = 14

/** What can be dialed: 988, 116-123, 1-800-222-1222; five or six digits take texts. */
const dialed = /^(988|[2-9]11|\d{5,6}|\d{3}-\d{3}|1-\d{3}-\d{3}-\d{4})$/

/**
 * A figure that opens the note of its claim. The words are the label of a small button, so that they can break across
 * lines as text does; a button cannot.
 */
export function ClaimLink({
  context,
  id,
  opening,
  closing,
  children,
}: Props & { context: Pick<ArticleContext, 'noteNumber' | 'words'> }) {
  if (typeof children === 'string' && dialed.test(children))
    return (
      <span className={hold(children)}>
        {opening}
        <a href={`${/^\d{5,6}$/.test(children) ? 'sms' : 'tel'}:${children}`}>{children}</a>
        <button type="button" className="claim" popoverTarget={`know-${id}`}>
          <sup aria-hidden="true">{context.noteNumber(id)}</sup>
          <span className="vh">
            {children}: {context.words.know.how}
          </span>
        </button>
        {closing}
      </span>
    )
  const { start, end } = lastWord(children)
  return (
    <span className={hold(end)}>
      {opening}
      <label className="fact">
        <span className="start">{start}</span>
        {end}
        <button type="button" className="claim" popoverTarget={`know-${id}`}>
          <sup aria-hidden="true">{apart(end, context.noteNumber(id))}</sup>
          <span className="vh">: {context.words.know.how}</span>
        </button>
      </label>
      {closing}
    </span>
  )
}

/** A word that opens its plain meaning. Words before the last one are its label; a label round nothing but the button would take its name away. */
export function TermLink({ id, opening, closing, children }: Props) {
  const { start, end } = lastWord(children)
  const Label = start ? 'label' : 'span'
  return (
    <span className={hold(end)}>
      {opening}
      <Label className="fact word">
        {start && <span className="start">{start}</span>}
        <button type="button" className="term" popoverTarget={`term-${id}`}>
          {end}
        </button>
      </Label>
      {closing}
    </span>
  )
}

/** The number of a note, in brackets where it would read as a part of a number: “press 1” is not “press 127”. */
const apart = (end: ReactNode, number: number) =>
  typeof end === 'string' && /(?<!of )\b\d{1,2}$/.test(end) ? `(${number})` : number

/** Long words of a link with the last one by itself: the others may stand on the line before. */
function lastWord(children: ReactNode): { start: string; end: ReactNode } {
  const breaks =
    typeof children === 'string' && children.length > shortest && children.match(/^(.*\s)(\S+)$/s)
  return breaks ? { start: whole(breaks[1] ?? ''), end: breaks[2] } : { start: '', end: children }
}
