import type { Words } from '@/lib/content'
import { Close } from './notes'

/** The parts of a page, each a link to its place. Where there is little room they open as a sheet. */
export function Contents({
  sections,
  title,
  words,
}: {
  sections: { id: string; title: string }[]
  title: string
  words: Words['know']
}) {
  return (
    <>
      <button type="button" className="parts" popoverTarget="contents">
        {title}
      </button>
      <nav className="contents" id="contents" popover="auto" aria-label={title}>
        <Close target="contents" words={words} />
        <h2>{title}</h2>
        <ol>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
    </>
  )
}
