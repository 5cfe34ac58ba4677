import type { Words } from '@/lib/content'

/** Shows all parts or one at a time, without script: the style sheet hides the others. */
export function ShowParts({ titles, words }: { titles: string[]; words: Words['visit'] }) {
  return (
    <fieldset className="show show-parts">
      <legend>{words.show}</legend>
      {[words.all, ...titles].map((title, number) => (
        <label key={title}>
          <input
            type="radio"
            name="only"
            id={`only-${number}`}
            defaultChecked={number === 0}
            autoComplete="off"
          />{' '}
          {title}
        </label>
      ))}
    </fieldset>
  )
}
