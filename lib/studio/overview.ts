import { reviewMonths } from '../addresses'
import { type Document, getLibrary } from '../content'
import { groups } from '../content/schema'
import { type Day, monthsAfter } from '../dates'

export const reviewStates = ['unreviewed', 'overdue', 'due', 'reviewed'] as const

/** One line in the list of all that can be edited. */
export type Row = {
  path: string
  kind: 'article' | 'comparison' | 'list'
  title: string
  address?: string
  group?: string
  toFix: number
  toLookAt: number
  /** the day of the next review, and how things stand; lists are not reviewed */
  review?: { state: (typeof reviewStates)[number]; due: Day }
}

/** Texts that are not articles, in the order of their use, with their names for staff. */
const lists = {
  'en/glossary.yaml': 'Glossary: words explained',
  'evidence/claims.yaml': 'Claims: what the sources found',
  'evidence/references.yaml': 'References: the sources',
  'people.yaml': 'People who write and review',
  'clinic.yaml': 'The clinic: name, contact, crisis lines',
  'en/search.yaml': 'Search: the words patients use',
  'en/handouts.yaml': 'Handouts: what is often given together',
  'en/visit.yaml': 'The visit sheet: what readers can mark',
  'en/words.yaml': 'Word lists of the checker',
  'en/interface.yaml': 'Words on buttons and menus',
}

/** So many months before a review is due, the list says so. */
const monthsAhead = 2

/** All that can be edited, with what is to be done about it. */
export async function overview(): Promise<Row[]> {
  const { articles, comparisons, findings, today, yaml, root } = await getLibrary()
  const count = (file: string, severity: string) =>
    findings.filter((finding) => finding.file === file && finding.severity === severity).length
  const counts = (file: string) => ({ toFix: count(file, 'fix'), toLookAt: count(file, 'look') })
  const row = (document: Document): Row => ({
    path: document.file.slice(root.length + 1),
    kind: document.kind,
    title: document.details.title,
    address: document.address,
    ...(document.kind === 'article' && { group: document.details.group }),
    ...counts(document.file),
    review: reviewOf(document, today),
  })
  const known = new Set(Object.values(yaml).map(({ source }) => source.path))
  const texts = Object.entries(lists)
    .filter(([path]) => known.has(path))
    .map(([path, title]): Row => ({ path, kind: 'list', title, ...counts(`${root}/${path}`) }))
  return [...articles.map(row), ...comparisons.map(row), ...texts]
}

function reviewOf({ details: { reviewed, written } }: Document, today: Day): Row['review'] {
  const due = monthsAfter(reviewed?.on ?? written, reviewMonths)
  if (due < today) return { state: 'overdue', due }
  if (!reviewed) return { state: 'unreviewed', due }
  return { state: due <= monthsAfter(today, monthsAhead) ? 'due' : 'reviewed', due }
}

/** Where an article can stand on the page of all pages. */
export const articleGroups: readonly string[] = groups
