import type { SettingsOf } from '@/lib/content/vocabulary'
import { capital, fill } from '@/lib/words'
import type { ArticleContext } from './context'
import { Hundred } from './marks'

/** 100 people with a treatment and 100 without, from the numbers of one claim; every number is said in words beside its picture. */
export function People({ context, claim: id }: SettingsOf<'People'> & { context: ArticleContext }) {
  const { numbers, way, population = '', timeframe = '' } = context.claim(id)
  const words = context.words.people
  const measure = numbers?.measure ?? ''
  const rows = [
    { n: numbers?.with, group: numbers?.treatment ?? '', way },
    { n: numbers?.without, group: numbers?.comparator ?? '', way: undefined },
  ]
  return (
    <figure className="people">
      {rows.map(
        (row) =>
          row.n !== undefined && (
            <div key={row.group}>
              <p>
                <b>{capital(row.group)}:</b>{' '}
                {fill(words.withPeople, { n: Math.round(row.n), per: numbers?.per ?? 100, measure })}
              </p>
              <Hundred filled={Math.round(row.n)} way={row.way} />
            </div>
          ),
      )}
      <figcaption className="note">
        {fill(words.key, {
          measure,
          population: [population, timeframe].filter(Boolean).map(sentence).join(' '),
        })}
      </figcaption>
    </figure>
  )
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
