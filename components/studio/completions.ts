import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { vocabulary } from '@/lib/content/vocabulary'
import { componentText } from '@/lib/studio/insert'
import type { Shelves } from '@/lib/studio/shelves'
import { words } from './words'

/** What can follow at the cursor: a component after “<”, a claim after “claim:”, a word after “term:”, an address after “/”. */
export function completionsFrom(shelves: () => Shelves | undefined) {
  return (context: CompletionContext): CompletionResult | null => {
    const all = shelves()
    /** offers what can stand after the lead of a pattern */
    const after = (
      pattern: RegExp,
      lead: number,
      options: Completion[] | undefined,
    ): CompletionResult | null => {
      const found = options && context.matchBefore(pattern)
      return found ? { from: found.from + lead, options, validFor: /^[\w/#-]*$/ } : null
    }
    const claims = all?.claims.map(({ id, statement, figure }) => ({
      label: id,
      detail: figure,
      info: statement,
    }))
    const terms = all?.terms.map(({ id, term }) => ({ label: id, detail: term }))
    const places = all?.places.map(({ to, title, page }) => ({
      label: to,
      detail: [page, title].filter(Boolean).join(' › '),
    }))
    return (
      after(/<[A-Za-z]*/, '<'.length, components) ??
      after(/claim:[\w-]*/, 'claim:'.length, claims) ??
      after(/term:[\w-]*/, 'term:'.length, terms) ??
      // an address stands after a bracket, a quote, a comma or a space
      after(/[("' [,]\/[\w/#-]*/, 1, places)
    )
  }
}

const components: Completion[] = Object.entries(vocabulary).map(([name, rule]) => ({
  label: name,
  detail: words.insert.names[name] ?? '',
  info: rule.purpose,
  apply: (view, _, from, to) => {
    const insert = componentText(name, rule, {})
    // the “<” is there already
    view.dispatch({
      changes: { from: from - 1, to, insert },
      selection: { anchor: from - 1 + insert.length },
    })
  },
}))
