import { didYouMean, nearest } from '../../lib/content/suggest'

type Named = { path: string; file: string }

/** The files that were asked for by path, address or name, or what to say about a name that is not there. */
export function chosenFiles(files: Named[], names: string[]): { files: Set<string> } | { unknown: string } {
  const known = new Map<string, string[]>()
  for (const { path, file } of files) {
    for (const name of namesOf(path, file)) known.set(name, [...(known.get(name) ?? []), file])
  }
  const chosen = new Set<string>()
  for (const name of names) {
    const found = known.get(plain(name))
    if (!found)
      return {
        unknown: `There is no article or list “${name}”.${didYouMean(nearest(plain(name), known.keys()))}`,
      }
    for (const file of found) chosen.add(file)
  }
  return { files: chosen }
}

/** conditions/ocd goes by its file, its path, its address, and by its last name: ocd. */
function namesOf(path: string, file: string): string[] {
  const short = path.replace(/\.(?:mdx|yaml)$/, '')
  const address = short.replace(/^[a-z]{2}\/articles\//, '').replace(/^[a-z]{2}\/comparisons\//, 'compare/')
  return [...new Set([file, path, short, address, address.split('/').at(-1) ?? address].map(plain))]
}

const plain = (name: string) => name.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '')
