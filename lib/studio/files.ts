import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Refused } from './paths'

/** A text as it stands on the disk, with a mark that changes whenever a single byte of it does. */
export type Version = { text: string; hash: string }

/** What came of saving: the new version, or the one somebody else has written in the meantime (nothing, if it is gone). */
export type Saved = { saved: Version } | { conflict: Version | null }

/** The version of a file on the disk now, or nothing when there is no file. */
export async function readVersion(place: string): Promise<Version | undefined> {
  const bytes = await readFile(place).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR') return undefined
    throw new Refused('This file could not be read. Check that you may open it.')
  })
  if (!bytes) return undefined
  try {
    // Only a text that gives back the same bytes may be edited, else saving would change what nobody has touched.
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      hash: hashOf(bytes),
    }
  } catch {
    throw new Refused(
      'This file is not saved as UTF-8, so special letters would be lost. Save it again in your editor with encoding “UTF-8”.',
    )
  }
}

const queue = new Map<string, Promise<unknown>>()

/** Writes a text if the file is still the version it was made from (nothing, for a new file). */
export function saveVersion(place: string, text: string, from: string | undefined): Promise<Saved> {
  const before = queue.get(place) ?? Promise.resolve()
  const mine = before.then(async (): Promise<Saved> => {
    const there = await readVersion(place)
    if (there?.hash !== from) return { conflict: there ?? null }
    const bytes = Buffer.from(text, 'utf8')
    if (bytes.toString('utf8') !== text)
      throw new Refused(
        'The text holds half a letter, so it was not saved. Delete the odd sign and save again.',
      )
    await writeWhole(place, bytes)
    return { saved: { text, hash: hashOf(bytes) } }
  })
  queue.set(
    place,
    mine.catch(() => {}),
  )
  return mine
}

/** Writes a file in one step: a reader, or a power cut, meets the old one or the new one and never half of it. */
export async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(place)
  await mkdir(folder, { recursive: true })
  // the dot hides it from all who read the folder
  const beside = join(folder, `.${basename(place)}.${randomBytes(6).toString('hex')}`)
  const mode = (await stat(place).catch(() => undefined))?.mode ?? 0o644
  try {
    const file = await open(beside, 'wx', mode)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, place)
  } catch (fault) {
    await rm(beside, { force: true })
    throw fault
  }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
