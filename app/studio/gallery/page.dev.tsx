import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Body } from '@/components/article/body'
import { Callout, GetHelp } from '@/components/article/boxes'
import { Faq } from '@/components/article/faq'
import { ClaimLink, TermLink } from '@/components/article/links'
import { Hundred, Strip } from '@/components/article/marks'
import { registry } from '@/components/article/registry'
import { Frame } from '@/components/frame/frame'
import { Sign } from '@/components/frame/signs'
import { ShowOptions } from '@/components/page/comparison-table'
import { Contents } from '@/components/page/contents'
import { contextOf } from '@/components/page/context'
import { Glance } from '@/components/page/glance'
import { InlineText } from '@/components/page/inline'
import { Notes } from '@/components/page/notes'
import { KeyPoints, Opening } from '@/components/page/opening'
import { ReviewSlip } from '@/components/page/review-slip'
import { SourcesList } from '@/components/page/sources-list'
import { articleView, getCode, readLibrary, view } from '@/lib/content'

export const metadata: Metadata = { title: { absolute: 'Gallery' }, robots: 'noindex' }
export const dynamic = 'force-dynamic'

const ways = ['therapy', 'medicine', 'both', 'waiting'] as const
const long =
  'A point that goes on for longer than it should, so that we see how it wraps, where its lines end, and whether the mark in front of it stays at its first line.'

/** Every component in every state, from the made-up library. */
export default async function Page() {
  const library = await readLibrary('tests/fixtures/content', '2026-11-21')
  const articles = await Promise.all(
    library.articles.map((article) => articleView(library, article, getCode)),
  )
  const compared = await Promise.all(
    library.comparisons.map(async (comparison) => ({
      comparison,
      shown: await view(library, { ...comparison, shows: [{ of: comparison.path, rows: [] }] }, getCode),
    })),
  )
  const all = await view(
    library,
    { address: '/', claims: [...library.claims.keys()], terms: [...library.terms.keys()], shows: [] },
    getCode,
  )
  const context = contextOf(all)
  const { words, language, clinic } = all
  const [claim] = all.claims
  const [term] = all.terms
  const reviewer = library.people.values().next().value
  return (
    <Frame wide clinic={clinic} words={words}>
      <main id="main">
        <header className="opening">
          <h1>Gallery</h1>
        </header>
        <div className="text">
          <State name="Signs: beside words, in a column, at a glance">
            {ways.map((way) => (
              <p key={way}>
                <Sign way={way} /> {words.ways[way]}
              </p>
            ))}
            {ways.map((way) => (
              <p key={way} className="who">
                <Sign way={way} /> <b>{words.ways[way]}</b>
              </p>
            ))}
            <div className="glance">
              {ways.map((way) => (
                <section key={way}>
                  <Sign way={way} /> <h3>{words.ways[way]}</h3>
                </section>
              ))}
            </div>
          </State>
          <State name="Links, buttons, numbers and words">
            <p>
              A way to <a href="/studio/gallery/">the gallery</a>, a{' '}
              <a href="/never-seen/">link not seen yet</a>,{' '}
              {claim && (
                <ClaimLink id={claim.id} context={context}>
                  40 of 100
                </ClaimLink>
              )}{' '}
              people, and{' '}
              {claim && (
                <ClaimLink id={claim.id} context={context} closing=".">
                  a number with rather many words around it
                </ClaimLink>
              )}{' '}
              {term && <TermLink id={term.id}>{term.term}</TermLink>}
            </p>
            <p className="calls">
              <button type="button" className="do">
                A button
              </button>
              <button type="button" className="do quiet">
                A quiet button
              </button>
              <a className="go" href="/studio/gallery/">
                A way on
              </a>
            </p>
            <p className="act">
              <button type="button" className="do" disabled>
                A button that waits
              </button>
            </p>
          </State>
          <State name="Fields: empty and filled, marked and not">
            {['', long].map((text) => (
              <label key={text}>
                Text <input type="text" defaultValue={text} />
              </label>
            ))}
            <textarea aria-label="Own words" defaultValue={long} />
            {[false, true].map((marked) => (
              <label key={String(marked)}>
                <input type="checkbox" defaultChecked={marked} /> {long}
              </label>
            ))}
            {[false, true].map((marked) => (
              <label key={String(marked)}>
                <input type="radio" name="one" defaultChecked={marked} /> {marked ? 'Marked' : 'Not marked'}
              </label>
            ))}
            <p className="overdue">{long}</p>
          </State>
          <State name="More: closed and open">
            <details>
              <summary>Closed</summary>
              <p>{long}</p>
            </details>
            <details open>
              <summary>{long}</summary>
              <p>{long}</p>
            </details>
          </State>
          {articles.map((article) => (
            <State
              outside
              key={article.address}
              name={`Opening: ${article.article.details.title.slice(0, 20)}`}
            >
              <Opening
                title={article.article.details.title}
                way={article.article.details.way}
                lead={<InlineText pieces={article.summary} context={contextOf(article)} />}
              />
            </State>
          ))}
          <State outside name="Opening: one word">
            <Opening title="Sleep" way="waiting" lead="One word." />
          </State>
          {[undefined, ...ways].map((way) => (
            <State outside key={way ?? 'none'} name={`Key points: ${way ?? 'no way'}`}>
              <div className={`way-${way}`}>
                <KeyPoints
                  points={articles[0]?.keyPoints ?? []}
                  way={way}
                  context={contextOf(articles[0] ?? all)}
                />
              </div>
            </State>
          ))}
          <State outside name="Key points: twelve, and long">
            <KeyPoints
              points={Array.from({ length: 12 }, () => [{ type: 'text', value: long }])}
              way="therapy"
              context={context}
            />
          </State>
          <State outside name="Review: none, done, overdue">
            {[
              { written: '2026-10-01' },
              { written: '2026-10-01', on: '2026-10-20', by: reviewer },
              { written: '2024-10-01' },
            ].map((review) => (
              <ReviewSlip
                key={JSON.stringify(review)}
                review={review}
                today="2026-11-21"
                language={language}
                words={words.review}
              />
            ))}
          </State>
          <State outside name="Contents: one, and many">
            <Contents
              sections={[{ id: 'one', title: 'One' }]}
              title={words.article.onThisPage}
              words={words.know}
            />
            <Contents
              sections={Array.from({ length: 14 }, (_, n) => ({
                id: `n${n}`,
                title: n % 3 ? 'A part' : long.slice(0, 60),
              }))}
              title={words.article.onThisPage}
              words={words.know}
            />
          </State>
          <State name="Boxes">
            {(['note', 'important', 'warning'] as const).map((kind) => (
              <Callout key={kind} context={context} kind={kind} title={`Of the kind “${kind}”`}>
                <p>{long}</p>
              </Callout>
            ))}
            {(['soon', 'today', 'now'] as const).map((urgency) => (
              <GetHelp key={urgency} context={context} urgency={urgency}>
                <ul>
                  <li>A sign</li>
                  <li>{long}</li>
                </ul>
              </GetHelp>
            ))}
            <GetHelp context={context} urgency="now" call="danger">
              <p>A sign of poisoning</p>
            </GetHelp>
          </State>
          <State name="People: none, one, half, all">
            {[0, 1, 50, 100].map((filled, n) => (
              <Hundred key={filled} filled={filled} way={ways[n]} />
            ))}
            <Hundred filled={33} />
          </State>
          <State name="Weeks">
            {ways.map((way, n) => (
              <Strip key={way} from={3 * n + 1} to={3 * n + 3} way={way} />
            ))}
          </State>
          <State name="Questions">
            <Faq context={context} question="A short one?" id="short">
              <p>Yes.</p>
            </Faq>
            <Faq context={context} question={long} id="long">
              <p>{long}</p>
            </Faq>
          </State>
          {articles.map((article) => (
            <State outside key={article.address} name={`Text: ${article.article.details.title.slice(0, 20)}`}>
              <Body
                code={article.code}
                components={registry(contextOf(article), article.article.details.way)}
              />
            </State>
          ))}
          <State outside name="Sources">
            <SourcesList references={all.references} words={words.article} />
          </State>
        </div>
        {compared.map(({ comparison, shown }) => (
          <section key={comparison.path} className="part">
            <h2>
              {comparison.details.title}, {comparison.details.options.length} options
            </h2>
            <ShowOptions details={comparison.details} words={words.comparison} />
            {contextOf(shown).comparison(comparison.path, [])}
          </section>
        ))}
        {compared.map(
          ({ comparison, shown }) =>
            shown.comparisons.get(comparison.path) && (
              <section key={comparison.path} className="part">
                <h2>At a glance</h2>
                <Glance
                  shown={
                    shown.comparisons.get(comparison.path) as NonNullable<
                      ReturnType<typeof shown.comparisons.get>
                    >
                  }
                  rows={comparison.sections.map(({ id }) => id)}
                  components={registry(contextOf(shown))}
                  words={words.home}
                />
              </section>
            ),
        )}
        <section className="part">
          <h2>Two hundred words explained</h2>
          <dl className="glossary">
            {Array.from({ length: 200 }, (_, n) => n).map((n) => (
              <div key={n}>
                <dt>{n % 7 ? `word ${n}` : 'Donaudampfschifffahrtsgesellschaft'}</dt>
                <dd>{n % 3 ? 'Short.' : long}</dd>
              </div>
            ))}
          </dl>
        </section>
        <Notes view={all} />
      </main>
    </Frame>
  )
}

/** A component in one state, inside a section as in an article, or outside of any. */
function State({ name, outside, children }: { name: string; outside?: boolean; children: ReactNode }) {
  return (
    <section className={outside ? undefined : 'part'}>
      <h2 className={outside ? 'note' : undefined}>{name}</h2>
      {children}
    </section>
  )
}
