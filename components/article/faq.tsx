import type { ReactNode } from 'react'
import { Share } from '../page/share'
import type { ArticleContext } from './context'

/** A question that opens to its answer, without script; a link to it opens it, and on paper it is open. */
export function Faq({ context, question, id, children }: { context: Pick<ArticleContext, 'sectionPage' | 'words'>; question: string; id: string; children?: ReactNode }) {
  return (
    <details id={id} className="faq">
      <summary>{question}</summary>
      {children}
      <p>
        <Share address={context.sectionPage(id)} title={question} words={context.words.share} />
      </p>
    </details>
  )
}
