import type { ReactNode } from 'react'
import { referencePlace } from '@/lib/addresses'
import type { Claim, Reference, View, Words } from '@/lib/content'
import { inWords } from '@/lib/dates'
import { capital } from '@/lib/words'
import { InlineText } from './inline'

/** The notes of a page: they open at the number that leads to them, and stand at the end on paper and in old browsers. */
export function Notes({ view }: { view: View }) {
  const { words } = view
  return (
    <section className="notes" aria-label={words.article.notes}>
      {view.terms.map((term) => (
        <div key={term.id} className="know" id={`term-${term.id}`} popover="auto">
          <Close target={`term-${term.id}`} words={words.know} />
          <h3>{term.term}</h3>
          <p>
            {term.long && `${capital(term.long)}. `}
            <InlineText pieces={term.pieces} context={{ noteNumber: () => 0, words }} />
          </p>
        </div>
      ))}
      {view.claims.map((claim, index) => (
        <div key={claim.id} className="know" id={`know-${claim.id}`} popover="auto">
          <Close target={`know-${claim.id}`} words={words.know} />
          <h3>
            {words.know.how} <span className="paper-number">{index + 1}</span>
          </h3>
          <ClaimFacts claim={claim} language={view.language} words={words.know}>
            <References of={claim} all={view.references} />
          </ClaimFacts>
        </div>
      ))}
    </section>
  )
}

function References({ of: { references }, all }: { of: Claim; all: Reference[] }) {
  return references.map((id, index) => {
    const reference = all.find((candidate) => candidate.id === id)
    return (
      <span key={id}>
        {index > 0 && '; '}
        <a href={referencePlace(id)}>{reference && shortReference(reference)}</a>
      </span>
    )
  })
}

/** What a claim says, in words: the finding, for whom, how long, how sure, from where, checked when. */
export function ClaimFacts({
  claim,
  language,
  words,
  finding = true,
  children,
}: {
  claim: Claim
  language: string
  words: Words['know']
  /** say the finding itself; where it stands as a heading it is not said again */
  finding?: boolean
  children: ReactNode
}) {
  return (
    <>
      {finding && <p>{claim.statement}</p>}
      {claim.example && <p>{words.example}</p>}
      <dl>
        {claim.population && <Fact name={words.forWhom}>{claim.population}</Fact>}
        {claim.timeframe && <Fact name={words.howLong}>{claim.timeframe}</Fact>}
        <Fact name={words.howSure}>
          <b>{words[claim.certainty]}</b> {claim.certaintyNote}
        </Fact>
        {claim.caveat && <Fact name={words.caveat}>{claim.caveat}</Fact>}
        <Fact name={words.sources}>{children}</Fact>
        <Fact name={words.checked}>{inWords(claim.checked, language)}</Fact>
      </dl>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Closes the sheet it stands on. */
export function Close({ target, words }: { target: string; words: Words['know'] }) {
  return (
    <button type="button" className="do quiet" popoverTarget={target} popoverTargetAction="hide">
      {words.close}
    </button>
  )
}

/** A reference in a few words: first author, where, year. */
export function shortReference({ author, title, 'container-title': journal, year }: Reference): string {
  const first = author?.[0]
  const who = first
    ? `${first.literal ?? first.family}${author && author.length > 1 ? ' and others' : ''}`
    : title
  return [who, journal !== who && journal, year].filter(Boolean).join(', ')
}
