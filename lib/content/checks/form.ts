import type { Finding } from '../finding'
import type { Parsed } from '../parse'
import type { Places } from '../places'
import type { Vocabulary } from '../vocabulary'
import { checkDetails } from './details'
import { checkHeadings } from './headings'
import { checkLinks } from './links'
import { checkPictures } from './pictures'
import { checkSettings } from './settings'
import { checkShapes } from './shapes'

/** What the checks of form take as given. */
export type FormRules = {
  vocabulary: Vocabulary
  /** headings down to this depth must have their id written behind them; in a comparison 2, in an article 4 */
  idsDownTo?: number
}

/** Everything that is wrong with the form of one article beyond what its parsing found. */
export function checkForm(parsed: Parsed<unknown>, places: Places, rules: FormRules): Finding[] {
  if (parsed.findings.some(({ rule }) => rule === 'empty')) return []
  return [
    ...checkDetails(parsed, places),
    ...checkSettings(parsed, places, rules.vocabulary),
    ...checkShapes(parsed, rules.vocabulary),
    ...checkHeadings(parsed, rules.idsDownTo ? { idsDownTo: rules.idsDownTo } : {}),
    ...checkLinks(parsed, places),
    ...checkPictures(parsed, places),
  ]
}
