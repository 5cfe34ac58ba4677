import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { filesIn } from './html'

/** The source of each client component of the build, by the number under which pages refer to it. */
export type ClientComponents = Map<string, string>

/** What the framework knows about client components, from the folder it builds in. */
export async function clientComponents(buildFolder = '.next'): Promise<ClientComponents> {
  const folder = join(buildFolder, 'server/app')
  const found: ClientComponents = new Map()
  for (const file of await filesIn(folder)) {
    if (!file.endsWith('_client-reference-manifest.js')) continue
    for (const [source, id] of await modulesOf(join(folder, file))) found.set(id, source)
  }
  return found
}

type Manifests = Record<string, { clientModules: Record<string, { id: string | number }> }>

async function modulesOf(file: string): Promise<[string, string][]> {
  const context = createContext({})
  runInContext(`globalThis.self = globalThis;${await readFile(file, 'utf8')}`, context)
  const manifests = (context as { __RSC_MANIFEST: Manifests }).__RSC_MANIFEST
  return Object.values(manifests).flatMap(({ clientModules }) =>
    Object.entries(clientModules).map(([source, { id }]): [string, string] => [source, String(id)]),
  )
}

/** The numbers of the client components that flight data draws; its rows are “key:I[number,…]”, and rows of text say how long they are. */
export function drawnComponents(flight: string): string[] {
  const bytes = Buffer.from(flight)
  const numbers: string[] = []
  let at = 0
  while (at < bytes.length) {
    const colon = bytes.indexOf(':', at)
    if (colon < 0) break
    const tag = String.fromCharCode(bytes[colon + 1] ?? 0)
    if (sized.has(tag)) {
      const comma = bytes.indexOf(',', colon)
      at = comma + 1 + Number.parseInt(bytes.toString('latin1', colon + 2, comma), 16)
      continue
    }
    const end = bytes.indexOf('\n', colon)
    const row = bytes.toString('utf8', colon + 1, end < 0 ? bytes.length : end)
    if (tag === 'I') numbers.push(String(JSON.parse(row.slice(1))[0]))
    at = end < 0 ? bytes.length : end + 1
  }
  return [...new Set(numbers)]
}

// the tags of text and of binary data, whose rows carry their length
const sized = new Set('TAOoUSsLlGgMmVb')

// What the framework puts round every page. Its link and image components lie elsewhere and count as components.
const frame = /\/node_modules\/next\/dist\/(esm\/)?(client\/components|lib)\//

/** True for the framework's own frame, which every page has and a page without client components does not need. */
export function isFrame(source: string): boolean {
  return frame.test(source)
}
