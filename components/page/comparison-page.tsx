import type { Comparison, Person, View } from '@/lib/content'
import { ShowOptions } from './comparison-table'
import { contextOf } from './context'
import { Notes } from './notes'
import { Paper, PaperChoice } from './paper'
import { Related } from './related'
import { ReviewSlip } from './review-slip'
import { SourcesList } from './sources-list'

/** A whole comparison. */
export function ComparisonPage({
  view,
  comparison,
  reviewer,
  others,
}: {
  view: View
  comparison: Comparison
  reviewer: Person | undefined
  others: Comparison[]
}) {
  const { details, path } = comparison
  const { words } = view
  return (
    <main id="main">
      <header className="opening beside">
        <div className="flow">
          <h1>{details.title}</h1>
          <p className="lead">{details.summary}</p>
          <p>
            {details.whoFor} {view.claims.some(({ numbers }) => numbers?.with) && words.comparison.caution}
          </p>
        </div>
        <ReviewSlip
          review={{
            written: details.written,
            changes: comparison.changes,
            on: details.reviewed?.on,
            by: reviewer,
          }}
          today={view.today}
          language={view.language}
          words={words.review}
        >
          <PaperChoice words={words} />
          <Paper view={view} />
        </ReviewSlip>
      </header>
      <ShowOptions details={details} words={words.comparison} />
      {contextOf(view).comparison(path, [])}
      <div className="text">
        <Related
          title={words.comparison.otherComparisons}
          pages={others.map(({ address, details }) => ({ address, title: details.title }))}
        />
        {view.references.length > 0 && <SourcesList references={view.references} words={words.article} />}
      </div>
      <Notes view={view} />
    </main>
  )
}
