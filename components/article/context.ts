import type { ReactNode } from 'react'
import type { Claim, Clinic, Words } from '@/lib/content'

/** What the parts of an article need to know beyond their own settings. */
export type ArticleContext = {
  words: Words
  clinic: Clinic
  claim: (id: string) => Claim
  /** the number of the note of a claim on this page, from 1 */
  noteNumber: (id: string) => number
  /** the way to send a section */
  share: (id: string, title: string) => ReactNode
  /** a comparison, or the rows of it that are named */
  comparison: (of: string, rows: string[]) => ReactNode
}
