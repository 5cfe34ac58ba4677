import { diffWordsWithSpace } from 'diff'
import { words } from './words'

/** So many letters of what has stayed the same are shown on each side of a change. */
const around = 80

/** Two texts in one: what was taken away struck out, what was added underlined, and said in words to those who listen. */
export function Difference({ before, after }: { before: string; after: string }) {
  const parts = diffWordsWithSpace(before, after)
  return (
    // a long difference is scrolled, and so it can be reached by the keyboard
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <section className="difference" tabIndex={0} aria-label={words.versions.title}>
      {parts.map(({ value, added, removed }, index) => {
        // the parts of a difference never change places
        const key = index
        if (added) return <Changed key={key} as="ins" said={words.versions.added} text={value} />
        if (removed) return <Changed key={key} as="del" said={words.versions.gone} text={value} />
        return <span key={key}>{shortened(value, index === 0, index === parts.length - 1)}</span>
      })}
    </section>
  )
}

function Changed({ as: Element, said, text }: { as: 'ins' | 'del'; said: string; text: string }) {
  return (
    <Element>
      <span className="vh"> {said} </span>
      {text}
    </Element>
  )
}

function shortened(text: string, first: boolean, last: boolean): string {
  if (text.length <= 2 * around) return text
  return `${first ? '' : text.slice(0, around)} … ${last ? '' : text.slice(-around)}`
}
