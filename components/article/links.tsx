import type { ReactNode } from 'react'
import type { ArticleContext } from './context'

type Props = {
  id: string
  /** what has to stay on the same line: brackets before, full stops and commas after */
  opening?: string
  closing?: string
  children?: ReactNode
}

/** “41 of 100”, “5 to 7 of 100” and the like stay whole. */
const shortest = 14

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
  const breaks =
    typeof children === 'string' && children.length > shortest && children.match(/^(.*\s)(\S+)$/s)
  const [, start, end] = breaks || ['', '', children]
  return (
    <span className="together">
      {opening}
      <label className="fact">
        <span className="start">{start}</span>
        {end}
        <button type="button" className="claim" popoverTarget={`know-${id}`}>
          <sup aria-hidden="true">{context.noteNumber(id)}</sup>
          <span className="vh">: {context.words.know.how}</span>
        </button>
      </label>
      {closing}
    </span>
  )
}

/** A word that opens its plain meaning. */
export function TermLink({ id, opening, closing, children }: Props) {
  return (
    <span className="together">
      {opening}
      <button type="button" className="term" popoverTarget={`term-${id}`}>
        {children}
      </button>
      {closing}
    </span>
  )
}
