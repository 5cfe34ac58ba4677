import { referencePlace } from '@/lib/addresses'
import type { Reference, Words } from '@/lib/content'

/** The sources of a page, in the order in which they are needed. */
export function SourcesList({ references, words }: { references: Reference[]; words: Words['article'] }) {
  return (
    <section className="part sources-part">
      <div className="top">
        <h2 id="sources">{words.sources}</h2>
      </div>
      <p className="note">{words.notesHelp}</p>
      <ul className="sources">
        {references.map((reference) => (
          <li key={reference.id} id={`source-${reference.id}`}>
            <Citation reference={reference} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A reference as it is printed: authors, title, where, year, and its address if it works. */
export function Citation({ reference, place = true }: { reference: Reference; place?: boolean }) {
  const { id, author, title, 'container-title': journal, year, volume, issue, page, URL: url } = reference
  const names = (author ?? []).map(
    ({ literal, family, given }) => literal ?? [family, given?.charAt(0)].filter(Boolean).join(' '),
  )
  const who = names.length > 3 ? `${names.slice(0, 2).join(', ')} and others` : names.join(', ')
  const where = [journal, year, volume && `${volume}${issue ? `(${issue})` : ''}`, page]
    .filter(Boolean)
    .join(', ')
  return (
    <>
      {who && `${who}. `}
      {url ? <a href={url}>{title}</a> : place ? <a href={referencePlace(id)}>{title}</a> : title}
      {/[.?!]$/.test(title) ? ' ' : '. '}
      {where && `${where}.`}
    </>
  )
}
