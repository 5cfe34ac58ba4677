import type { ArticleView } from '@/lib/content'
import { fill } from '@/lib/words'
import { Body } from '../article/body'
import { registry } from '../article/registry'
import { Contents } from './contents'
import { contextOf } from './context'
import { InlineText } from './inline'
import { Notes } from './notes'
import { KeyPoints, Opening } from './opening'
import { Paper, PaperChoice } from './paper'
import { Related } from './related'
import { ReviewSlip } from './review-slip'
import { SourcesList } from './sources-list'

/** A whole article. */
export function ArticlePage({ view }: { view: ArticleView }) {
  const { article, words } = view
  const { details } = article
  const context = contextOf(view)
  const sections = article.sections.filter(({ kind }) => kind === 'section')
  const hasSources = view.references.length > 0
  return (
    <main id="main" className="book">
      <Opening
        title={details.title}
        way={details.way}
        lead={<InlineText pieces={view.summary} context={context} />}
      >
        <p>
          <InlineText pieces={view.whoFor} context={context} />
        </p>
      </Opening>
      <KeyPoints points={view.keyPoints} way={details.way} context={context} />
      <ReviewSlip
        review={{
          written: details.written,
          changes: article.changes,
          on: details.reviewed?.on,
          by: view.reviewer,
        }}
        today={view.today}
        language={view.language}
        words={words.review}
        sourced={hasSources}
      >
        {details.alsoKnownAs && (
          <p>{fill(words.article.alsoCalled, { names: details.alsoKnownAs.join(', ') })}.</p>
        )}
        {view.notHere.length > 0 && (
          <p>
            <InlineText pieces={view.notHere} context={context} />
          </p>
        )}
        <p>{fill(words.article.readingTime, { minutes: view.minutes, grade: view.grade })}</p>
        {hasSources && <PaperChoice words={words} />}
        <Paper view={view} />
      </ReviewSlip>
      <Contents
        sections={[...sections, ...(hasSources ? [{ id: 'sources', title: words.article.sources }] : [])]}
        title={words.article.onThisPage}
        words={words.know}
      />
      <div className="text">
        <Body code={view.code} components={registry(context, details.way)} />
        {view.related.length > 0 && <Related title={words.article.related} pages={view.related} />}
        {hasSources && <SourcesList references={view.references} words={words.article} />}
      </div>
      <Notes view={view} />
    </main>
  )
}
