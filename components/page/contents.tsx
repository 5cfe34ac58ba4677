import type { Words } from '@/lib/content'

/** The sections of a page, each a link to its place. */
export function Contents({
  sections,
  words,
}: {
  sections: { id: string; title: string }[]
  words: Words['article']
}) {
  return (
    <nav className="contents" aria-labelledby="contents">
      <h2 id="contents">{words.onThisPage}</h2>
      <ol>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
