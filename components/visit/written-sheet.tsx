import type { Words } from '@/lib/content'
import { lead, type Part } from '@/lib/visit'
import { Sign } from '../frame/signs'

/** The sheet as it is printed: the answers, and room to write at the visit. */
export function WrittenSheet({ parts, words }: { parts: Part[]; words: Words['visit'] }) {
  // with many answers the lines to write on give way, with few there is room for the signs not to wait: all of it stays on one page
  const lines = parts.flatMap(({ lines }) => lines)
  const letters = lines.map(({ label, text }) => `${label}${text}`).join('').length
  const room = lines.length > 24 ? 'tight' : lines.length < 15 && letters < 900 ? 'roomy' : ''
  return (
    <div className={`written ${room}`}>
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
