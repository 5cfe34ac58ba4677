import { sectionAddress } from '@/lib/addresses'
import type { View } from '@/lib/content'
import { evaluate } from '../article/body'
import type { ArticleContext } from '../article/context'
import { registry } from '../article/registry'
import { ComparisonTable } from './comparison-table'
import { Share } from './share'

/** What the parts of a page need to know, from its view. */
export function contextOf(view: View): ArticleContext {
  const context: ArticleContext = {
    words: view.words,
    clinic: view.clinic,
    claim: (id) =>
      found(
        view.claims.find((claim) => claim.id === id),
        id,
      ),
    noteNumber: (id) => view.claims.findIndex((claim) => claim.id === id) + 1,
    share: shareFrom(view, view.address),
    comparison: (of, rows) => {
      const { comparison, code } = found(view.comparisons.get(of), of)
      return (
        <ComparisonTable
          details={comparison.details}
          content={evaluate(code)}
          components={registry(context)}
          rows={rows}
          share={shareFrom(view, comparison.address)}
          home={view.address === comparison.address}
          words={view.words}
        />
      )
    },
  }
  return context
}

function shareFrom({ codes, words }: View, address: string): ArticleContext['share'] {
  return (id, title) => {
    const page = sectionAddress(address, id)
    return <Share address={page} code={codes.get(page)} title={title} words={words.share} />
  }
}

/** The checker has seen to it that everything an article names is there. */
function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined)
    throw new Error(`“${name}” is not in the library, though the checker has let it pass.`)
  return thing
}
