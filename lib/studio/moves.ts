import { isMap, isSeq, parseDocument, stringify } from 'yaml'
import { articleAddress } from '../addresses'
import type { ContentFiles, SourceFile } from '../content/read'
import { Refused } from './paths'

/** Where to find what was on a page that is taken away: at another place, or nowhere, and why. */
export type Farewell = { to: string } | { reason: string }

const folder = 'en/articles/'
const ledger = 'published.yaml'

/** The path of the article with a name; the name may hold a folder: places/north-shore. */
export function articlePath(name: string): string {
  return `${folder}${name}.mdx`
}

/** The text of a new article, with a place for everything it needs. */
export function newArticle({
  title,
  group,
  order,
  today,
}: {
  title: string
  group: string
  order: number
  today: string
}): string {
  const details = stringify(
    {
      title,
      summary: 'Say in one sentence what this page is about.',
      whoFor: 'Say in one sentence for whom this page is.',
      keyPoints: [
        'Write the most important thing first.',
        'Write the second thing to take along.',
        'Write the third thing to take along.',
      ],
      group,
      order,
      written: today,
      changes: [{ on: today, what: 'First version.' }],
    },
    { lineWidth: 0 },
  )
  return `---\n${details}---\n\n## What it is {/* #what-it-is */}\n\nWrite the first part here.\n\n## What to do next {/* #what-to-do-next */}\n\nWrite the last part here.\n`
}

/** The content with an article under a new name: its old address leads to the new one, and links to it are written anew. */
export function withRenamed(content: ContentFiles, from: string, to: string): ContentFiles {
  const source = theArticle(content, from)
  if (content.files.some(({ path }) => path === to))
    throw new Refused('There is a page with this address already. Choose another one.')
  const [before, after] = [addressOf(from), addressOf(to)]
  const moved = { ...source, path: to, file: `${content.root}/${to}` }
  const others = content.files
    .map((file) => file.path)
    .filter((path) => path !== from && path.startsWith(folder))
    .map(addressOf)
  const files = content.files.map((file) => {
    if (file === source) return withLinks(moved, before, after, others)
    return file.path === ledger
      ? withEntry(file, before, { to: after })
      : withLinks(file, before, after, others)
  })
  return { ...content, files }
}

/** The content without an article; its old address leads elsewhere or says why the page is gone. */
export function withRemoved(content: ContentFiles, path: string, farewell: Farewell): ContentFiles {
  const source = theArticle(content, path)
  const files = content.files.filter((file) => file !== source)
  return {
    ...content,
    files: files.map((file) => (file.path === ledger ? withEntry(file, addressOf(path), farewell) : file)),
  }
}

const addressOf = (path: string) => articleAddress(path.slice(folder.length, -'.mdx'.length))

function theArticle(content: ContentFiles, path: string): SourceFile {
  const source = content.files.find((file) => file.path === path && path.startsWith(folder))
  if (!source) throw new Refused('This article is not there any more. Go back to the list.')
  return source
}

/** A file with its links to an address changed; addresses that only begin like it stay. */
function withLinks(file: SourceFile, before: string, after: string, others: string[]): SourceFile {
  const text = file.text.replace(
    new RegExp(`(?<![\\w/.-])${before}([\\w/-]*)`, 'g'),
    (whole, rest: string) => {
      const other = others.some(
        (address) => address.startsWith(before) && `${before}${rest}`.startsWith(address),
      )
      return other ? whole : `${after}${rest}`
    },
  )
  return text === file.text ? file : { ...file, text }
}

/** The ledger with what became of an address; an address that was never published has made no promise. */
function withEntry(file: SourceFile, address: string, farewell: Farewell): SourceFile {
  const document = parseDocument(file.text)
  const list = document.get('addresses')
  if (document.errors.length)
    throw new Refused('The list of published addresses (published.yaml) cannot be read. Put it right first.')
  const index = isSeq(list)
    ? list.items.findIndex((item) => isMap(item) && item.get('address') === address)
    : -1
  if (index < 0) return file
  for (const key of ['moved', 'removed']) document.deleteIn(['addresses', index, key])
  if ('to' in farewell) document.setIn(['addresses', index, 'moved'], farewell.to)
  else document.setIn(['addresses', index, 'removed'], farewell.reason)
  return { ...file, text: document.toString({ lineWidth: 0, flowCollectionPadding: true }) }
}
