import { readFile, writeFile } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import type { Nodes } from 'mdast'
import type { Document } from './article'
import type { Library } from './library'
import type { ArticleView } from './view'

/** What a build lays ready for the processes that draw its pages, so that none of them reads, checks or compiles anything again. */
export type Shelf = {
  library: Library
  /** the compiled code of each comparison, by address */
  codes: Map<string, string>
  /** the view of each article that has to be drawn, by address; the pages of the others are still good */
  views: Map<string, ArticleView>
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
export async function writeShelf(file: string, { library, codes, views }: Shelf): Promise<void> {
  const { yaml: _yaml, findings: _findings, articles, comparisons, ...rest } = library
  // each document once, wherever it is named
  const bare = new Map<Document, object>(
    [...articles, ...comparisons].map((document) => [document, shelved(document)]),
  )
  const shelf = {
    library: {
      ...rest,
      articles: articles.map((one) => bare.get(one)),
      comparisons: comparisons.map((one) => bare.get(one)),
    },
    codes: new Map(comparisons.map(({ address }) => [address, codes.get(address)])),
    views: new Map(
      [...views].map(([address, view]) => [
        address,
        {
          ...view,
          article: bare.get(view.article),
          comparisons: new Map(
            [...view.comparisons].map(([name, { comparison, code }]) => [
              name,
              { comparison: bare.get(comparison), code },
            ]),
          ),
        },
      ]),
    ),
  }
  await writeFile(file, serialize(shelf))
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
