import { codePicture, shortAddress } from '@/lib/addresses'
import type { View } from '@/lib/content'

/** What only paper needs: the way from the sheet to the page as it is now. A picture that nobody sees is not fetched before somebody prints. */
export function Paper({ view: { address, codes, clinic, words } }: { view: View }) {
  const code = codes.get(address)
  if (!code) return null
  return (
    <div className="paper">
      <img
        className="qr"
        src={codePicture(code)}
        alt={words.paper.code}
        loading="lazy"
        width="128"
        height="128"
      />
      <p>
        <b>
          {new URL(clinic.site).host}
          {shortAddress(code)}
        </b>{' '}
        {words.paper.scan}
      </p>
    </div>
  )
}

/** Lets a reader leave the small print out on paper. */
export function PaperChoice({ words }: { words: View['words'] }) {
  return (
    <label className="paper-choice">
      <input type="checkbox" id="print-notes" defaultChecked /> {words.article.printNotes}
    </label>
  )
}
