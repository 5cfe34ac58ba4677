import { existsSync } from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Where the old folder waits for the moment in which the new one takes its place. */
const aside = (folder: string) => join(dirname(folder), `.${basename(folder)}.old`)

/** Puts a finished folder in the place of another, which is whole until then. */
export async function replaceFolder(finished: string, folder: string): Promise<void> {
  const near = await bringNear(finished, folder)
  await rm(aside(folder), { recursive: true, force: true })
  if (existsSync(folder)) await rename(folder, aside(folder))
  await rename(near, folder)
  await rm(aside(folder), { recursive: true, force: true })
}

/** Puts the old folder back if a build was ended in the very moment between taking it away and putting the new one there. */
export async function recoverFolder(folder: string): Promise<void> {
  if (!existsSync(folder) && existsSync(aside(folder))) await rename(aside(folder), folder)
}

/** The finished folder on the same disk as the one it replaces: folders move in one step only there. */
async function bringNear(finished: string, folder: string): Promise<string> {
  const near = join(dirname(folder), `.${basename(folder)}.new`)
  await rm(near, { recursive: true, force: true })
  try {
    await rename(finished, near)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EXDEV') throw fault
    try {
      await cp(finished, near, { recursive: true })
    } catch (full) {
      await rm(near, { recursive: true, force: true })
      throw full
    }
  }
  return near
}
