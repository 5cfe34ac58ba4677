import type { ReactNode } from 'react'
import { pages } from '@/lib/addresses'
import type { Way } from '@/lib/content'
import type { SettingsOf } from '@/lib/content/vocabulary'
import { Sign } from '../frame/signs'
import type { ArticleContext } from './context'
import { Strip } from './marks'

/** Numbered steps. */
export function Steps({ caption, children }: SettingsOf<'Steps'> & { children?: ReactNode }) {
  return (
    <figure className="steps">
      <figcaption>{caption}</figcaption>
      {children}
    </figure>
  )
}

/** Questions for the visit, with a box to tick on paper; with script the boxes can be marked here and taken to the sheet. */
export function Ask({
  context,
  about = 'any',
  children,
}: SettingsOf<'Ask'> & { context: ArticleContext; children?: ReactNode }) {
  const { mark, take } = context.words.visit
  return (
    <div className="ask" data-about={about}>
      {children}
      <p className="take" hidden>
        {mark}{' '}
        <a className="go" href={pages.visit} target="my-visit">
          {take}
        </a>
      </p>
    </div>
  )
}

/** The first twelve weeks; read downwards, the filled marks walk to the right. */
export function Timeline({ caption, children }: SettingsOf<'Timeline'> & { children?: ReactNode }) {
  return (
    <figure>
      <figcaption>{caption}</figcaption>
      <ol className="weeks">{children}</ol>
    </figure>
  )
}

/** One item of a timeline. */
export function Weeks({
  label,
  from,
  to,
  way,
  children,
}: {
  label: string
  from: string
  to: string
  way?: Way | undefined
  children?: ReactNode
}) {
  return (
    <li>
      <h3>{label}</h3>
      <Strip from={Number(from)} to={Number(to)} way={way} />
      {children}
    </li>
  )
}

/** A map of the ways to start: one road that parts, with the words beside each branch. */
export function Ways({ caption, children }: SettingsOf<'Ways'> & { children?: ReactNode }) {
  return (
    <figure className="ways-map">
      <figcaption>{caption}</figcaption>
      <ol>{children}</ol>
    </figure>
  )
}

/** One branch of the map. */
export function WayIn({ label, way, children }: { label: string; way?: Way; children?: ReactNode }) {
  return (
    <li>
      {way && <Sign way={way} />}
      <div>
        <h3>{label}</h3>
        {children}
      </div>
    </li>
  )
}
