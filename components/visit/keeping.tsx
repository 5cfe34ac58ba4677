import type { Words } from '@/lib/content'

/** Whether the sheet is kept on this device, and the way to erase all of it at once. */
export function Keeping({
  keeps,
  setKeep,
  erase,
  words,
}: {
  keeps: boolean
  setKeep: (on: boolean) => void
  erase: () => void
  words: Words['visit']
}) {
  return (
    <div className="keeping">
      <label>
        <input
          type="checkbox"
          checked={keeps}
          onChange={(event) => setKeep(event.target.checked)}
          aria-describedby="keep-note"
        />{' '}
        {words.keep}
      </label>
      <p className="note" id="keep-note">
        {words.keepNote}
      </p>
      <p className="act">
        <button type="button" className="do quiet" onClick={erase}>
          {words.erase}
        </button>
      </p>
    </div>
  )
}
