import { contentRoot } from '../content'
import { readVersion, type Version } from './files'
import { overview, type Row } from './overview'
import { Refused, textPlace } from './paths'

/** A text to be edited. */
export type OpenText = Pick<Row, 'path' | 'title' | 'kind'> & {
  address: string | undefined
  /** as it is on the disk; nothing when the file is gone, for somebody may still be writing it */
  version: Version | null
}

/** The text at a path; nothing when no text can be there. */
export async function openText(path: string): Promise<OpenText | undefined> {
  try {
    const version = (await readVersion(await textPlace(contentRoot(), path))) ?? null
    const row = (await overview()).find((row) => row.path === path)
    const kind =
      row?.kind ??
      (path.includes('/comparisons/') ? 'comparison' : path.endsWith('.mdx') ? 'article' : 'list')
    return { path, title: row?.title ?? path, kind, address: row?.address, version }
  } catch (fault) {
    if (fault instanceof Refused) return undefined
    throw fault
  }
}
