import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { appendChild } from 'domutils'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import { guessesFile, pages, searchFolder, sectionPlace, termPlace } from '../addresses'
import { answersOf, documentsOf, guessesFrom, type Library } from '../content'
import { escaped, readPage, writePage } from './frame'
import { formatHtml, newElement, theElement } from './html'
import { writeScript } from './script'
import type { Build } from './step'

/** What the search can lead to: a page or a part of one. */
type Entry = { url: string; title: string; part?: string; text: string }

/** Writes the index of all words, by section, what the best guesses are made from, and the script, which only the page of the search loads. */
export async function search({ folder, library }: Build): Promise<void> {
  await writeIndex(folder, library)
  await writeFile(join(folder, guessesFile(library.language)), JSON.stringify(guessesFrom(library)))
  const script = await writeScript(folder, 'search', 'components/search/search.ts')
  const page = await readPage(folder, pages.search)
  appendChild(theElement(page, 'head'), newElement('script', { src: script, defer: '' }))
  await writePage(folder, pages.search, formatHtml(page))
}

async function writeIndex(folder: string, library: Library): Promise<void> {
  // Parts of the text come in a few large files, so that a request for one does not tell what somebody looks for.
  const { index, errors } = await createIndex({ forceLanguage: library.language, maxFragments: 8 })
  if (!index) throw new Error(`The search could not be built: ${errors.join(', ')}`)
  for (const entry of entriesOf(library)) await add(index, entry)
  const { files } = await index.getFiles()
  for (const { path, content } of files.filter(({ path }) => isNeeded(path))) {
    const file = join(folder, searchFolder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  await close()
}

async function add(index: PagefindIndex, { url, title, part, text }: Entry): Promise<void> {
  const meta = part ? ` data-pagefind-meta="part:${escaped(part)}"` : ''
  const content = `<html><body${meta}><h1>${escaped(title)}</h1><p>${escaped(text)}</p></body></html>`
  const { errors } = await index.addHTMLFile({ url, content })
  if (errors.length) throw new Error(`${url} could not be put into the search: ${errors.join(', ')}`)
}

/** Each page without its parts, each part by itself, and each word of the glossary: nothing is found twice. */
function entriesOf(library: Library): Entry[] {
  return [
    ...documentsOf(library).flatMap((document): Entry[] => {
      const { address, details, sections } = document
      const names = document.kind === 'article' ? (document.details.alsoKnownAs ?? []) : []
      return [
        { url: address, title: details.title, text: [...names, details.summary, details.whoFor].join('. ') },
        ...sections.map((section) => ({
          url: sectionPlace(address, section.id),
          title: section.title,
          part: details.title,
          text:
            document.kind === 'comparison'
              ? answersOf(document, section)
                  .map(({ name, text }) => `${name}: ${text}`)
                  .join(' ')
              : section.text,
        })),
      ]
    }),
    ...[...library.terms.values()].map(({ id, term, long, meaning, also = [] }) => ({
      url: termPlace(id),
      title: term,
      part: library.words.glossary.title,
      text: [long, meaning, also.join(', ')].filter(Boolean).join('. '),
    })),
  ]
}

/** The program and the index; the ready-made search boxes that come with them stay behind. */
const isNeeded = (path: string) => !/ui|highlight|modular|playground|unknown/.test(path)
