import type { Clinic, Words } from '@/lib/content'
import { capital, fill } from '@/lib/words'

/** The quiet line at the top of each page and sheet. */
export function CrisisLine({ clinic, words }: { clinic: Clinic; words: Words['site'] }) {
  const { help, danger } = clinic.crisis
  return (
    <p className="crisis">
      {words.crisisQuestion} {help.call && <a href={`tel:${help.call}`}>{words.call}</a>}
      {help.call && help.text && ` ${words.or} `}
      {help.text && <a href={`sms:${help.text}`}>{fill(words.text, { number: help.text })}</a>}.{' '}
      {help.when && `${capital(help.when)}. `}
      {words.danger}{' '}
      {danger.call && <a href={`tel:${danger.call}`}>{fill(words.callDanger, { number: danger.call })}</a>}.
    </p>
  )
}
