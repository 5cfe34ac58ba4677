import { claimPlace, sectionPlace } from '@/lib/addresses'
import type { Claim, Document, Reference, Words } from '@/lib/content'
import { capital, firstSentences } from '@/lib/words'
import { Contents } from './contents'
import { ClaimFacts, shortReference } from './notes'
import { Citation } from './sources-list'

const readWords = {
  'full text': 'readFullText',
  abstract: 'readAbstract',
  summary: 'readSummary',
  'guideline page': 'readGuideline',
  label: 'readLabel',
} as const

/** Every claim in use by topic, with its sources and the places that use it, and every source with the claims it carries. */
export function SourcesPage({
  claims,
  references,
  documents,
  words,
  language,
}: {
  claims: Claim[]
  references: Reference[]
  documents: Document[]
  words: Words
  language: string
}) {
  const inUse = claims.filter(({ id }) => documents.some((document) => document.claims.includes(id)))
  const used = new Set(inUse.map(({ topic }) => topic))
  const topics = [...Object.keys(words.topics).filter((topic) => used.delete(topic)), ...used].map(
    (topic) => ({
      id: `topic-${topic}`,
      topic,
      title: words.topics[topic] ?? capital(topic.replaceAll('-', ' ')),
    }),
  )
  return (
    <>
      <Contents
        sections={[...topics, { id: 'references', title: words.sources.references }]}
        title={words.sources.byTopic}
        words={words.know}
      />
      {topics.map(({ id, topic, title }) => (
        <section key={id} className="part">
          <h2 id={id}>{title}</h2>
          {inUse
            .filter((claim) => claim.topic === topic)
            .map((claim) => (
              <details key={claim.id} id={`claim-${claim.id}`}>
                <summary>{claim.statement}</summary>
                <ClaimFacts claim={claim} language={language} words={words.know} finding={false}>
                  {claim.references.map((id, index) => {
                    const reference = references.find((candidate) => candidate.id === id)
                    return (
                      <span key={id}>
                        {index > 0 && '; '}
                        <a href={`#${id}`}>{reference && shortReference(reference)}</a>
                      </span>
                    )
                  })}
                </ClaimFacts>
                <p>
                  {words.sources.usedIn}: <Uses claim={claim.id} documents={documents} />
                </p>
              </details>
            ))}
        </section>
      ))}
      <section className="part">
        <div className="top">
          <h2 id="references">{words.sources.references}</h2>
        </div>
        <ul className="sources">
          {references
            .filter(({ id }) => inUse.some((claim) => claim.references.includes(id)))
            .map((reference) => (
              <li key={reference.id} id={reference.id}>
                <Citation reference={reference} place={false} /> {words.sources[readWords[reference.read]]}{' '}
                {words.sources.carries}:{' '}
                {inUse
                  .filter((claim) => claim.references.includes(reference.id))
                  .map((claim, index) => (
                    <span key={claim.id}>
                      {index > 0 && ' · '}
                      <a href={claimPlace(claim.id)}>{firstSentences(claim.statement, 80, language)}</a>
                    </span>
                  ))}
              </li>
            ))}
        </ul>
      </section>
    </>
  )
}

function Uses({ claim, documents }: { claim: string; documents: Document[] }) {
  const places = documents
    .filter((document) => document.claims.includes(claim))
    .map(({ address, details, sections }) => {
      const section = sections.find(({ claims }) => claims.includes(claim))
      return { address: section?.id ? sectionPlace(address, section.id) : address, title: details.title }
    })
  return places.map(({ address, title }, index) => (
    <span key={address}>
      {index > 0 && '; '}
      <a href={address}>{title}</a>
    </span>
  ))
}
