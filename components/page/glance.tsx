import { Children, isValidElement, type ReactNode } from 'react'
import type { Shown, Words } from '@/lib/content'
import { fill } from '@/lib/words'
import { Body } from '../article/body'
import { Sign } from '../frame/signs'

/** Some rows of a comparison, turned on their side: one card for each option, with its short answers in the order of the rows. */
export function Glance({
  shown: { comparison, code },
  rows,
  components,
  words,
}: {
  shown: Shown
  rows: string[]
  /** components for what stands in the answers */
  components: object
  words: Words['home']
}) {
  return (
    <div className="glance">
      {comparison.details.options.map(({ id, name, way, article }) => {
        const Cell = ({ option, children }: { option: string; children?: ReactNode }) =>
          option === id && Children.toArray(children).find((child) => isValidElement(child))
        return (
          <section key={id}>
            {way && <Sign way={way} />}
            <h3>{name}</h3>
            <dl>
              {rows.map((row) => {
                const Row = (props: { id: string; title: string; children?: ReactNode }) =>
                  props.id === row && (
                    <div>
                      <dt>{props.title}</dt>
                      <dd>{props.children}</dd>
                    </div>
                  )
                return <Body key={row} code={code} components={{ ...components, Row, Cell }} />
              })}
            </dl>
            {article && (
              <p>
                <a className="go" href={article}>
                  {fill(words.about, { way: name.toLowerCase() })}
                </a>
              </p>
            )}
          </section>
        )
      })}
    </div>
  )
}
