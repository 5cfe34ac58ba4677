import type { ReactNode } from 'react'
import type { ArticleContext } from './context'

/** A figure that opens the note of its claim. */
export function ClaimLink({ context, id, children }: { context: Pick<ArticleContext, 'noteNumber' | 'words'>; id: string; children?: ReactNode }) {
  return (
    <button type="button" className="claim" popoverTarget={`know-${id}`}>
      {children}
      <sup aria-hidden="true">{context.noteNumber(id)}</sup>
      <span className="vh">: {context.words.know.how}</span>
    </button>
  )
}

/** A word that opens its plain meaning. */
export function TermLink({ id, children }: { id: string; children?: ReactNode }) {
  return (
    <button type="button" className="term" popoverTarget={`term-${id}`}>
      {children}
    </button>
  )
}
