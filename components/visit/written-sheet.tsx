import type { Words } from '@/lib/content'
import { lead, type Part } from '@/lib/visit'
import { Sign } from '../frame/signs'

/** The sheet as it is printed: the answers, and room to write at the visit. */
export function WrittenSheet({ parts, words }: { parts: Part[]; words: Words['visit'] }) {
  // with many answers the lines to write on give way, so that all of it stays on one page
  const tight = parts.flatMap(({ lines }) => lines).length > 24
  return (
    <div className={tight ? 'written tight' : 'written'}>
      <Parts parts={parts} Heading="h3" />
      <section className="room">
        <h3>{words.agreed}</h3>
        <p className="rule" />
        <p className="rule" />
        <p className="rule">{words.lookBack}</p>
      </section>
    </div>
  )
}

/** The parts of a sheet with their lines. */
export function Parts({ parts, Heading }: { parts: Part[]; Heading: 'h3' | 'h4' }) {
  return parts.map(({ id, title, lines }) => (
    <section key={id} className={`written-${id}`}>
      <Heading>{title}</Heading>
      <ul>
        {lines.map(({ label, text, way, box }) => (
          <li key={`${label} ${text}`} className={box && 'box'}>
            {way && <Sign way={way} />} {label && <b>{lead(label)}</b>} {text}
          </li>
        ))}
      </ul>
    </section>
  ))
}
