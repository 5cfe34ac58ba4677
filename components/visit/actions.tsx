import { visitWith } from '@/lib/addresses'
import type { Words } from '@/lib/content'
import { type Answers, fragmentOf, type Part, textOf } from '@/lib/visit'

/** What can be done with a sheet that holds something: print it, copy it, take it to another device. */
export function Actions({
  answers,
  parts,
  words,
  say,
}: {
  answers: Answers
  parts: Part[]
  words: Words['visit']
  say: (sentence: string) => void
}) {
  if (parts.length === 0) return null
  const link = `${location.origin}${visitWith(fragmentOf(answers))}`
  // An old browser has no clipboard at all; asking for it is then refused like any other time.
  const copy = (text: string) =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(() => say(words.copied))
      .catch(() => say(words.copyFailed))
  return (
    <div className="actions">
      <p className="act">
        <button type="button" className="do" onClick={() => print()}>
          {words.print}
        </button>
        <button type="button" className="do quiet" onClick={() => copy(textOf(words.title, parts))}>
          {words.copy}
        </button>
      </p>
      <p>
        <label htmlFor="link">{words.link}</label>
        <input
          type="text"
          id="link"
          value={link}
          readOnly
          aria-describedby="link-note"
          onFocus={(event) => event.target.select()}
        />
      </p>
      <p className="note" id="link-note">
        {words.linkNote}
      </p>
      <p className="act">
        <button type="button" className="do quiet" onClick={() => copy(link)}>
          {words.copyLink}
        </button>
      </p>
    </div>
  )
}
