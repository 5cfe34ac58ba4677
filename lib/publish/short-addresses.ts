import { removeElement } from 'domutils'
import { pages, shortAddress } from '../addresses'
import { type Destination, type Library, lastChange, pastPlaces } from '../content'
import { inWords } from '../dates'
import { fill } from '../words'
import { escaped, framed, frameOf, readPage, writePage } from './frame'
import { elementsNamed } from './html'
import { tagsOf } from './metadata'
import type { Build } from './step'

/** Writes the page of each short address that was ever given: it forwards, and names no topic on the way. */
export async function shortAddresses({ folder, library }: Build): Promise<void> {
  const page = await readPage(folder, pages.all)
  // The name of the site, its menu and its foot would name the topic; the signs are not used.
  for (const element of elementsNamed(page, 'div', 'footer', 'svg'))
    if (element.name !== 'div' || element.attribs.class === 'head') removeElement(element)
  const frame = frameOf(page)
  const { title, description } = library.words.short
  for (const { code, destination } of pastPlaces(library)) {
    if (!code) continue
    const forwardTo = destination.kind === 'there' ? destination.page : undefined
    const main = `<main id="main"><header class="opening flow"><h1>${escaped(title)}</h1>${textOf(library, destination)}</header></main>`
    const address = shortAddress(code)
    const said = { title, description, noindex: true }
    const head = { ...said, forwardTo, tags: tagsOf(library, address, said) }
    await writePage(folder, address, framed(frame, head, main))
  }
}

function textOf({ words, language }: Library, destination: Destination): string {
  if (destination.kind !== 'there') {
    const reason = destination.kind === 'removed' ? destination.reason : ''
    return `<p class="lead">${escaped(fill(words.short.gone, { reason }))}</p><p><a class="go" href="${pages.home}">${escaped(words.site.home)}</a></p>`
  }
  const { document, id, page } = destination
  const change = document && lastChange(document, id)
  return [
    `<p><a class="go" href="${page}">${escaped(words.short.open)}</a></p>`,
    change &&
      `<p>${escaped(fill(words.short.changed, { date: inWords(change.on, language) }))} ${escaped(change.what ?? '')}</p>`,
  ]
    .filter(Boolean)
    .join('')
}
