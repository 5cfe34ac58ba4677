import type { ReactNode } from 'react'
import type { ArticleContext } from './context'

type Props = { id: string; oldIds?: string; title: string; line?: string; children?: ReactNode }

/** A section of an article, with its heading and the way to send it. */
export function Part({ context, id, oldIds, title, line, children }: Props & { context: ArticleContext }) {
  return (
    <section className="part" data-line={line}>
      <OldPlaces ids={oldIds} />
      <div className="top">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {context.share(id, title)}
      </div>
      {children}
    </section>
  )
}

/** A heading inside a section. */
export function SubHeading({
  id,
  oldIds,
  depth,
  children,
}: {
  id?: string
  oldIds?: string
  depth: string
  children?: ReactNode
}) {
  const Heading = depth === '3' ? 'h3' : 'h4'
  return (
    <>
      <OldPlaces ids={oldIds} />
      <Heading id={id}>{children}</Heading>
    </>
  )
}

/** Places that carry the ids a heading had before, so that old links still arrive. */
export function OldPlaces({ ids }: { ids?: string | undefined }) {
  return ids?.split(' ').map((id) => <span key={id} id={id} />)
}
