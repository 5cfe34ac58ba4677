import { wordsFile } from '@/lib/addresses'
import type { Words } from '@/lib/content'

/** The words that the enhancement script puts on pages. */
export type EnhanceWords = Pick<Words, 'share' | 'review'>

/** The words in the language of a page. They are fetched when they are needed for the first time, as a script, because pages may fetch nothing else. */
export async function wordsOf(page: Document): Promise<EnhanceWords> {
  return (await import(wordsFile(page.documentElement.lang))).default
}
