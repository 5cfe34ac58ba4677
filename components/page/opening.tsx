import type { ReactNode } from 'react'
import type { Inline, Way } from '@/lib/content'
import type { ArticleContext } from '../article/context'
import { Sign } from '../frame/signs'
import { InlineText } from './inline'

/** The opening of a page: its sign, its title, what it is about and for whom. */
export function Opening({
  title,
  way,
  lead,
  children,
}: {
  title: string
  way?: Way | undefined
  lead: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="opening">
      {way && <Sign way={way} />}
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      {children}
    </header>
  )
}

/** The three to five things to take along from a page. */
export function KeyPoints({
  points,
  way,
  context,
}: {
  points: Inline[][]
  way?: Way | undefined
  context: ArticleContext
}) {
  return (
    <section className="keys" aria-labelledby="key-points">
      <h2 id="key-points">{context.words.article.keyPoints}</h2>
      <ul>
        {points.map((pieces, index) => (
          // key points never change places
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed
          <li key={index}>
            {way && <Sign way={way} />}{' '}
            <span>
              <InlineText pieces={pieces} context={context} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
