import { type Day, inWords, monthsAfter } from '../../dates'
import type { Finding } from '../finding'
import type { Place } from '../source-text'

/** A day on which something was reviewed, with its place. */
export type Review = { file: string; on: Day; place: Place }

/** A review that is too long ago is to be looked at; one in the future is a slip of the pen. */
export function checkReview({ file, on, place }: Review, today: Day, months = 12): Finding[] {
  const at = { file, ...place }
  if (on > today) {
    return [
      {
        ...at,
        severity: 'fix',
        rule: 'review-future',
        message: `The review date ${on} is in the future.`,
        fix: 'Write the day on which the page was reviewed.',
      },
    ]
  }
  if (monthsAfter(on, months) >= today) return []
  const ago = months === 12 ? 'a year' : `${months} months`
  return [
    {
      ...at,
      severity: 'look',
      rule: 'review-old',
      message: `This page was last reviewed on ${inWords(on, 'en-GB')}, more than ${ago} ago.`,
      fix: 'Ask a clinician to review the page, then change the date.',
    },
  ]
}
