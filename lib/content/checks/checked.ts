import type { Article, Comparison } from '../article'
import type { Finding } from '../finding'
import type { Library } from '../library'
import type { Parsed } from '../parse'
import type { Passage } from '../passages'
import type { Place } from '../source-text'
import type { Yaml } from '../yaml'

/** An article or comparison as the rules about words see it. */
export type Checked = {
  kind: 'article' | 'comparison'
  file: string
  parsed: Parsed<unknown>
  /** without what stands on lines whose form is wrong: there, one finding is enough */
  passages: Passage[]
  /** missing while its details are wrong */
  document: Article | Comparison | undefined
  /** what is wrong with its form hides where its parts begin and end */
  broken: boolean
}

/** A finding at a place in a file. */
export function findingAt(
  file: string,
  place: Place,
  severity: Finding['severity'],
  rule: string,
  message: string,
  fix: string,
): Finding {
  return { file, line: place.line, column: place.column, severity, rule, message, fix }
}

/** The place of a part of the entry with this id in a list of a YAML file. */
export function placeOfEntry(yaml: Yaml, id: string, ...path: (string | number)[]): Place {
  const entries: unknown[] = Array.isArray(yaml.value) ? yaml.value : []
  const index = entries.findIndex(
    (entry) => typeof entry === 'object' && entry !== null && 'id' in entry && entry.id === id,
  )
  return index < 0 ? { line: 1, column: 1 } : yaml.place(index, ...path)
}

/** A finding in a text file of the library. */
export function findingIn(
  library: Library,
  name: keyof Library['yaml'],
  place: Place,
  severity: Finding['severity'],
  rule: string,
  message: string,
  fix: string,
): Finding {
  return findingAt(library.yaml[name].source.file, place, severity, rule, message, fix)
}
