import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { idFrom } from '../content/checks/settings'

/** What a person asked for cannot be done; the message is one plain sentence for them. */
export class Refused extends Error {}

const name = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const texts =
  /^(?:en\/(?:articles(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)+|comparisons\/[a-z0-9]+(?:-[a-z0-9]+)*)\.mdx|(?:en\/|evidence\/)?[a-z]+\.yaml)$/

/** The place on the disk of a text the studio may open: an article, a comparison or a list, and never through a link. */
export async function textPlace(root: string, path: string): Promise<string> {
  // the ledger of addresses only grows, and the program writes it
  if (!texts.test(path) || path === 'published.yaml')
    throw new Refused(`“${path}” is not a file the studio opens.`)
  return withoutLinks(root, path)
}

/** The place on the disk for a picture with this name and ending. */
export async function picturePlace(publicFolder: string, file: string): Promise<string> {
  const [base = '', ending = '', ...more] = file.split('.')
  if (more.length || !name.test(base) || !/^(png|jpg|webp|gif|avif)$/.test(ending))
    throw new Refused(`“${file}” is not a name for a picture.`)
  return withoutLinks(publicFolder, `pictures/${file}`)
}

/** A name as it may stand in an address: small letters, digits and dashes. */
export function slugFrom(text: string): string {
  return idFrom(text).slice(0, 60).replace(/-$/, '')
}

/** The path joined to the folder, if no step of it is a link to somewhere else. */
export async function withoutLinks(folder: string, path: string): Promise<string> {
  let place = folder
  for (const step of path.split('/')) {
    place = join(place, step)
    const there = await lstat(place).catch(() => undefined)
    if (there?.isSymbolicLink())
      throw new Refused(`“${path}” leads to another place on this computer, so the studio leaves it alone.`)
  }
  return place
}
