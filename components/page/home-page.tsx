import { articleAddress, pages } from '@/lib/addresses'
import type { View } from '@/lib/content'
import { registry } from '../article/registry'
import { Sign } from '../frame/signs'
import { contextOf } from './context'
import { Glance } from './glance'
import { Notes } from './notes'

/** The question, the ways at a glance, and where to go next. */
export function HomePage({ view, rows }: { view: View; rows: string[] }) {
  const { home, promises } = view.words
  const [shown] = view.comparisons.values()
  const ways: [string, string, string][] = [
    [articleAddress('choosing'), home.understand, home.understandMore],
    [shown?.comparison.address ?? pages.compare, home.compare, home.compareMore],
    [pages.visit, home.prepare, home.prepareMore],
    [articleAddress('helping-someone'), home.helpSomeone, home.helpSomeoneMore],
  ]
  return (
    <main id="main">
      <section className="cover">
        <h1 className="question">
          <span>
            <Sign way="therapy" /> {home.lineTherapy}
          </span>{' '}
          <span>
            <Sign way="medicine" /> {home.lineMedicine}
          </span>{' '}
          <span>
            <Sign way="both" /> {home.lineBoth}
          </span>
        </h1>
        <p className="fourth">
          <Sign way="waiting" /> {home.lineWaiting}
        </p>
        <div className="flow">
          <p className="lead">{home.lead}</p>
          <p>{home.more}</p>
        </div>
      </section>
      <section className="part ways-in" aria-labelledby="now">
        <h2 id="now">{home.helpNow}</h2>
        <ul>
          {ways.map(([address, title, more]) => (
            <li key={title}>
              <a href={address}>{title}</a>
              <span>{more}</span>
            </li>
          ))}
        </ul>
      </section>
      {shown && (
        <section className="part" aria-labelledby="glance">
          <div className="top">
            <h2 id="glance">{home.glance}</h2>
            <a className="go" href={shown.comparison.address}>
              {home.compareAll}
            </a>
          </div>
          <p className="note">
            {shown.comparison.details.whoFor} {view.words.comparison.caution}
          </p>
          <Glance shown={shown} rows={rows} components={registry(contextOf(view))} words={home} />
        </section>
      )}
      <section className="part" aria-labelledby="count">
        <h2 id="count">{home.countOn}</h2>
        <ul className="text">
          {Object.values(promises).map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
        </ul>
      </section>
      <Notes view={view} />
    </main>
  )
}
