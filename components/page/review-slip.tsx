import { articleAddress, reviewMonths } from '@/lib/addresses'
import type { Person, Words } from '@/lib/content'
import { type Day, inWords, monthsAfter } from '@/lib/dates'
import { fill } from '@/lib/words'

export type Review = { written: Day; changes?: { on: Day }[]; on?: Day | undefined; by?: Person | undefined }

/** The day by which a page has to be looked at again: twelve months after its review, or after it was written. */
export function reviewDue({ written, on }: Review): Day {
  return monthsAfter(on ?? written, reviewMonths)
}

/** The slip that says who wrote and who checked the page, and until when; what nobody has done yet is a dashed blank, in words. */
export function ReviewSlip({
  review,
  today,
  language,
  words,
  sourced = true,
  children,
}: {
  review: Review
  today: Day
  language: string
  words: Words['review']
  /** the page has a list of sources */
  sourced?: boolean
  children?: React.ReactNode
}) {
  const due = reviewDue(review)
  const changed =
    [review.written, ...(review.changes ?? []).map(({ on }) => on)].sort().at(-1) ?? review.written
  const overdue = due < today
  return (
    <section className="slip" aria-labelledby="slip">
      <h2 id="slip" className="vh">
        {words.label}
      </h2>
      <dl>
        <Row name={words.author}>
          <a href={articleAddress('how-we-write')}>{words.makers}</a>
        </Row>
        <Row name={words.written}>{inWords(review.written, language, 'short')}</Row>
        {changed > review.written && <Row name={words.changed}>{inWords(changed, language, 'short')}</Row>}
        {review.by ? (
          <>
            <Row name={words.checkedBy}>
              {[review.by.name, review.by.credentials, review.by.affiliation].filter(Boolean).join(', ')}
            </Row>
            <Row name={words.checkedOn}>{inWords(review.on ?? review.written, language, 'short')}</Row>
          </>
        ) : (
          <Row name={words.checkedBy} blank>
            {words.nobody}
          </Row>
        )}
        <Row name={overdue ? words.overdue : words.checkAgain}>
          <time dateTime={due} data-due={overdue ? undefined : ''}>
            {inWords(due, language, 'short')}
          </time>
        </Row>
      </dl>
      <p>
        {overdue
          ? fill(words.overdueNote, { date: inWords(due, language) })
          : review.by
            ? words.reviewed
            : sourced
              ? words.unreviewed
              : words.unreviewedPlain}
      </p>
      {children}
    </section>
  )
}

function Row({ name, blank, children }: { name: string; blank?: boolean; children: React.ReactNode }) {
  return (
    <div className={blank ? 'blank' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
