import type { ReactNode } from 'react'
import type { ArticleContext } from './context'

/** A question that opens to its answer; a link to it opens it, because its place stands inside; on paper it is open. */
export function Faq({
  context,
  question,
  id,
  children,
}: {
  context: Pick<ArticleContext, 'share'>
  question: string
  id: string
  children?: ReactNode
}) {
  return (
    <details className="faq">
      <summary>{question}</summary>
      <span id={id} />
      {children}
      <p>{context.share(id, question)}</p>
    </details>
  )
}
