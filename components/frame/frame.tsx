import type { ReactNode } from 'react'
import { pages } from '@/lib/addresses'
import type { Clinic, Way, Words } from '@/lib/content'
import { CrisisLine } from './crisis-line'
import { Footer } from './footer'
import { Edge, Sign, Sprite } from './signs'

/** What stands round the text of every page. */
export function Frame({
  way,
  wide,
  clinic,
  words,
  children,
}: {
  way?: Way | undefined
  /** the page prints across, as a comparison does */
  wide?: boolean
  clinic: Clinic
  words: Words
  children: ReactNode
}) {
  return (
    <div className={['page', way && `way-${way}`, wide && 'across'].filter(Boolean).join(' ')}>
      <a className="skip" href="#main">
        {words.site.skip}
      </a>
      <Sprite />
      <Edge way={way} />
      <header>
        <CrisisLine clinic={clinic} words={words.site} />
        <div className="head">
          <a className="name" href={pages.home}>
            <Sign way="therapy" />
            <Sign way="medicine" />
            <Sign way="both" />
            <span>{words.site.name}</span>
          </a>
          <nav aria-label={words.site.menu}>
            <a href={pages.compare}>{words.site.compare}</a>
            <a href={pages.visit}>{words.site.visit}</a>
            <a href={pages.search}>{words.site.search}</a>
            <a href={pages.all}>{words.site.all}</a>
          </nav>
        </div>
      </header>
      {children}
      <Footer clinic={clinic} words={words.footer} />
    </div>
  )
}
