import { contentRoot } from '../content'
import { readVersion, type Version } from './files'
import { overview, type Row } from './overview'
import { Refused, textPlace } from './paths'

/** A text to be edited, as it is on the disk; nothing when there is no such text. */
export async function openText(
  path: string,
): Promise<
  (Pick<Row, 'path' | 'title' | 'kind'> & { address: string | undefined; version: Version }) | undefined
> {
  try {
    const version = await readVersion(await textPlace(contentRoot(), path))
    const row = (await overview()).find((row) => row.path === path)
    return version && row && { path, title: row.title, kind: row.kind, address: row.address, version }
  } catch (fault) {
    if (fault instanceof Refused) return undefined
    throw fault
  }
}
