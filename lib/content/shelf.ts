import { readFile, writeFile } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import type { Nodes } from 'mdast'
import type { Document } from './article'
import type { Library } from './library'

/** What a build lays ready for the processes that draw its pages, so that none of them reads, checks or compiles anything again. */
export type Shelf = {
  library: Library
  /** the compiled code of each article and comparison, by address */
  codes: Map<string, string>
  /** the addresses of the articles that have to be drawn; the pages of the others are still good */
  toDraw: Set<string>
}

/** A document without its trees: what pages are drawn from, all of it data. */
export function plain({ tree: _tree, place: _place, ...document }: Document): object {
  return { ...document, sections: document.sections.map(({ children: _children, ...section }) => section) }
}

/** A document as it lies on the shelf: its sections keep what they hold, without the places in the file. */
function shelved(document: Document): object {
  return {
    ...plain(document),
    sections: document.sections.map((section) => ({ ...section, children: section.children.map(bare) })),
  }
}

function bare<Kind extends Nodes>({ position: _position, data: _data, ...node }: Kind): object {
  return 'children' in node ? { ...node, children: (node.children as Nodes[]).map(bare) } : node
}

/** Lays the shelf into a file. */
export async function writeShelf(file: string, { library, codes, toDraw }: Shelf): Promise<void> {
  const { yaml: _yaml, findings: _findings, articles, comparisons, ...rest } = library
  await writeFile(
    file,
    serialize({
      library: { ...rest, articles: articles.map(shelved), comparisons: comparisons.map(shelved) },
      codes,
      toDraw,
    }),
  )
}

/** The shelf that lies in a file. Whoever looks there for a whole tree is told that it stays with the checker. */
export async function readShelf(file: string): Promise<Shelf> {
  const shelf: Shelf = deserialize(await readFile(file))
  const { library } = shelf
  library.findings = []
  for (const document of [...library.articles, ...library.comparisons]) {
    withoutTree(document, 'tree')
    withoutTree(document, 'place')
  }
  return shelf
}

function withoutTree(part: object, name: string): void {
  Object.defineProperty(part, name, {
    get: () => {
      throw new Error(`Pages are drawn from compiled code; “${name}” stays with the checker.`)
    },
  })
}
