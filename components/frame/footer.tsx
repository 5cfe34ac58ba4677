import { articleAddress, pages } from '@/lib/addresses'
import type { Clinic, Words } from '@/lib/content'

/** Who runs the site and pays for it, the clinic's services apart from the information, and the way to the pages about the site. */
export function Footer({ clinic, words }: { clinic: Clinic; words: Words['footer'] }) {
  const links: [string, string][] = [
    [articleAddress('about'), words.about],
    [articleAddress('how-we-write'), words.howWeWrite],
    [pages.sources, words.sources],
    [pages.questions, words.questions],
    [pages.glossary, words.glossary],
    [pages.changes, words.changes],
    [pages.handout, words.handout],
    [articleAddress('for-clinicians'), words.clinicians],
    [articleAddress('privacy'), words.privacy],
    [articleAddress('accessibility'), words.accessibility],
  ]
  return (
    <footer className="foot">
      <div>
        <p>{clinic.funding}</p>
        <p>{words.inform}</p>
      </div>
      <section id="clinic" aria-labelledby="clinic-name">
        <h2 id="clinic-name">{clinic.name}</h2>
        {clinic.services && (
          <p>
            {words.services} {clinic.services.join('; ')}.
          </p>
        )}
        <ul>
          {clinic.phone && (
            <li>
              {words.phone}: <a href={`tel:${clinic.phone.replace(/[^+\d]/g, '')}`}>{clinic.phone}</a>
            </li>
          )}
          {clinic.booking && (
            <li>
              <a href={clinic.booking}>{words.booking}</a>
            </li>
          )}
          {clinic.email && (
            <li>
              {words.email}:{' '}
              <a href={`mailto:${clinic.email}`}>
                {clinic.email.split('@')[0]}
                <wbr />@{clinic.email.split('@')[1]}
              </a>
            </li>
          )}
        </ul>
        {clinic.email && <p>{words.emailWarning}</p>}
        {clinic.hours && (
          <p>
            {words.hours}: {clinic.hours}
          </p>
        )}
        {clinic.postal && <p>{clinic.postal}</p>}
      </section>
      <ul>
        {links.map(([address, text]) => (
          <li key={address}>
            <a href={address}>{text}</a>
          </li>
        ))}
      </ul>
    </footer>
  )
}
