import type { Day } from '../dates'
import { checkLibrary } from './checks'
import { inOrder } from './finding'
import { gatherLibrary, type Library } from './library'
import type { ContentFiles } from './read'

/** The library that the content files hold, with everything that is wrong with them. */
export function buildLibrary(content: ContentFiles, today: Day, language = 'en'): Library {
  const { library, parsed } = gatherLibrary(content, today, language)
  library.findings = inOrder([...library.findings, ...checkLibrary(library, content, parsed)])
  return library
}
