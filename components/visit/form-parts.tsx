import type { ReactNode } from 'react'
import type { Words } from '@/lib/content'
import {
  certainty,
  type Form,
  field,
  importance,
  leanings,
  lineLength,
  ownLines,
  ownWords,
} from '@/lib/visit'
import { fill } from '@/lib/words'
import { Sign } from '../frame/signs'

type Props = { words: Words['visit'] }

/** What is going on, in own words. */
export function Going({ words }: Props) {
  return (
    <div className="own-words">
      <OwnWords name="going" label={words.going} />
      <OwnWords name="since" label={words.since} rows={1} />
      <OwnWords name="tried" label={words.tried} />
      <OwnWords name="taking" label={words.taking} />
      <OwnWords name="know" label={words.know} note={words.knowNote} />
    </div>
  )
}

/** What may matter, row by row, with what each way means for it, and lines for what else matters. */
export function Matters({
  form,
  rows,
  words,
}: Props & { form: Form; rows: { id: string; title: string; cells: ReactNode }[] }) {
  return (
    <>
      <div className="choices">
        {rows.map(({ id, title, cells }) => (
          <div key={id}>
            {form.statements
              .filter(({ row }) => row === id)
              .map(({ id, statement }) => (
                <Choice
                  key={id}
                  name={field.matter(id)}
                  label={statement}
                  values={importance}
                  words={words}
                />
              ))}
            <details>
              <summary>
                <span>
                  {words.eachWay}: {title}
                </span>
              </summary>
              {cells}
            </details>
          </div>
        ))}
      </div>
      <h3>{words.ownTitle}</h3>
      <div className="choices">
        {ownLines.map((n) => (
          <div key={n} className="own-line">
            <input
              type="text"
              name={field.line(n)}
              aria-label={fill(words.line, { n })}
              maxLength={lineLength}
              spellCheck={false}
            />
            <Choice
              name={field.lineMatter(n)}
              label={fill(words.lineMatter, { n })}
              values={importance}
              words={words}
              hidden
            />
          </div>
        ))}
      </div>
    </>
  )
}

/** Where the reader leans on each way, in the fixed order. */
export function Leaning({ form, words }: Props & { form: Form }) {
  return (
    <div className="choices">
      {form.options.map(({ id, name, way }) => (
        <Choice
          key={id}
          name={field.lean(id)}
          label={name}
          values={leanings}
          words={words}
          sign={way && <Sign way={way} />}
        />
      ))}
    </div>
  )
}

/** Four questions on how sure the reader is; they add up to nothing. */
export function Sure({ words }: Props) {
  return (
    <>
      <h3>{words.surePart}</h3>
      <p className="note">{words.sureNote}</p>
      <div className="choices">
        {certainty.map((question) => (
          <Choice
            key={question}
            name={field.sure(question)}
            label={words[question]}
            values={['yes', 'no']}
            words={words}
          />
        ))}
      </div>
    </>
  )
}

const abouts = ['any', 'therapy', 'medicine', 'both', 'waiting'] as const

/** Every question of the site by the way it is about, and own ones. */
export function Asks({ form, words }: Props & { form: Form }) {
  return (
    <>
      <div className="asks">
        {abouts.map((about) => {
          const questions = form.questions.filter((question) => question.about === about)
          const way = about === 'any' ? undefined : about
          return (
            questions.length > 0 && (
              <section key={about} aria-labelledby={`about-${about}`}>
                <h3 id={`about-${about}`}>
                  {way && <Sign way={way} />} {words[`${about}About`]}
                </h3>
                {[...new Set(questions.map(({ from }) => from))].map((from) => (
                  <details key={from}>
                    <summary>{from}</summary>
                    {questions
                      .filter((question) => question.from === from)
                      .map(({ id, text }) => (
                        <label key={id}>
                          <input type="checkbox" name={field.ask(id)} /> {text}
                        </label>
                      ))}
                  </details>
                ))}
              </section>
            )
          )
        })}
      </div>
      <p className="note ask-travel">{words.askTravel}</p>
      <div className="own-words">
        <OwnWords name="questions" label={words.questions} rows={3} note={words.questionsNote} />
      </div>
    </>
  )
}

/** A line of marks of which one can be made. */
function Choice({
  name,
  label,
  values,
  words,
  sign,
  hidden,
}: Props & {
  name: string
  label: string
  values: readonly (keyof Words['visit'])[]
  sign?: ReactNode
  /** the label is there for those who hear the page; others see it above */
  hidden?: boolean
}) {
  return (
    <div role="radiogroup" aria-labelledby={`${name}-label`} className="choice">
      <span id={`${name}-label`} className={hidden ? 'vh' : undefined}>
        {sign} {label}
      </span>
      {values.map((value) => (
        <label key={value}>
          <input type="radio" name={name} value={value} /> {words[value]}
        </label>
      ))}
    </div>
  )
}

function OwnWords({
  name,
  label,
  note,
  rows = 2,
}: {
  name: keyof typeof ownWords
  label: string
  note?: string
  rows?: number
}) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      {note && (
        <p className="note" id={`${name}-note`}>
          {note}
        </p>
      )}
      {/* spelling is not checked, because some browsers send the words away for it */}
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxLength={ownWords[name]}
        aria-describedby={note && `${name}-note`}
        spellCheck={false}
      />
    </div>
  )
}
