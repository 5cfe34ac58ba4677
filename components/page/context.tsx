import { sectionAddress } from '@/lib/addresses'
import type { View } from '@/lib/content'
import { evaluate } from '../article/body'
import type { ArticleContext } from '../article/context'
import { registry } from '../article/registry'
import { ComparisonTable } from './comparison-table'

/** What the parts of a page need to know, from its view. */
export function contextOf(view: View): ArticleContext {
  const context: ArticleContext = {
    words: view.words,
    clinic: view.clinic,
    claim: (id) => found(view.claims.find((claim) => claim.id === id), id),
    noteNumber: (id) => view.claims.findIndex((claim) => claim.id === id) + 1,
    sectionPage: (id) => sectionAddress(view.address, id),
    comparison: (of, rows) => {
      const { comparison, code } = found(view.comparisons.get(of), of)
      return (
        <ComparisonTable
          details={comparison.details}
          content={evaluate(code)}
          components={registry(context)}
          rows={rows}
          rowPage={(id) => sectionAddress(comparison.address, id)}
          home={view.address === comparison.address}
          words={view.words}
        />
      )
    },
  }
  return context
}

/** The checker has seen to it that everything an article names is there. */
function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`“${name}” is not in the library, though the checker has let it pass.`)
  return thing
}
