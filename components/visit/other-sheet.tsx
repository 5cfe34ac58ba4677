import type { Words } from '@/lib/content'
import { type Form, partsOf } from '@/lib/visit'
import type { Offer } from './use-sheet'
import { Parts } from './written-sheet'

/** Another sheet than the one on the page, shown whole, with the choice between the two. */
export function OtherSheet({
  offer,
  form,
  words,
  choose,
}: {
  offer: Offer
  form: Form
  words: Words['visit']
  choose: (which: 'mine' | 'other') => void
}) {
  const parts = partsOf(offer.answers, form, words)
  return (
    <section className="other-sheet" role="alert">
      <h2>{offer.from === 'tab' ? words.offerTab : words.offerLink}</h2>
      {parts.length > 0 ? <Parts parts={parts} Heading="h3" /> : <p>{words.offerEmpty}</p>}
      <p className="act">
        <button type="button" className="do" onClick={() => choose('mine')}>
          {words.useMine}
        </button>
        <button type="button" className="do quiet" onClick={() => choose('other')}>
          {words.useOther}
        </button>
      </p>
    </section>
  )
}
