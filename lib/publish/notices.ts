import { type Element, isTag, type Document as Page } from 'domhandler'
import { append, appendChild, getElementById, prepend } from 'domutils'
import { pages, sectionAddress } from '../addresses'
import { type Destination, documentsOf, idsOf, type Library, type PastPlace, pastPlaces } from '../content'
import { fill } from '../words'
import { escaped, framed, frameOf, readPage, writePage } from './frame'
import { elementsNamed, formatHtml, newElement, parseHtml } from './html'
import type { Build } from './step'

/** Lets every address and place of the past say where its words went, or why they are gone. */
export async function notices({ folder, library }: Build): Promise<void> {
  const living = new Set(
    documentsOf(library).flatMap(({ address, sections }) => [
      address,
      ...sections.map(({ id }) => sectionAddress(address, id)),
    ]),
  )
  const gone = pastPlaces(library).filter((place) => !living.has(pageOf(place)))
  await keepPlaces(folder, library, gone)
  const frame = frameOf(await readPage(folder, pages.all))
  for (const place of gone) {
    // a place without a code never had a page
    if (!place.code) continue
    const { title, text, forwardTo } = noticeOf(library, place.destination)
    const head = {
      title: `${title} · ${library.words.site.name}`,
      description: title,
      noindex: true,
      forwardTo,
    }
    const main = `<main id="main"><header class="opening flow"><h1>${escaped(title)}</h1><p class="lead">${text}</p><p><a class="go" href="${pages.all}">${escaped(library.words.site.all)}</a></p></header></main>`
    await writePage(folder, pageOf(place), framed(frame, head, main))
  }
}

/** The page that a place of the past had, or would have had. */
const pageOf = ({ address, id }: PastPlace) => (id ? sectionAddress(address, id) : address)

function noticeOf(
  { words }: Library,
  destination: Destination,
): { title: string; text: string; forwardTo?: string } {
  if (destination.kind === 'there') {
    return {
      title: words.moved.title,
      text: `${escaped(words.moved.to)} ${linkTo(destination)}`,
      forwardTo: destination.page,
    }
  }
  return {
    title: words.moved.goneTitle,
    text: escaped(fill(words.moved.gone, { reason: reasonOf(destination) })),
  }
}

/** A page that lives on keeps the places it once had: where their words are now, or else at the end of its text with a line that says where they went, for those who follow an old link there. */
async function keepPlaces(folder: string, library: Library, gone: PastPlace[]): Promise<void> {
  for (const document of documentsOf(library)) {
    const today = new Set(idsOf(document).map(({ id }) => id))
    const own = gone.filter(({ address, id }) => address === document.address && id && !today.has(id))
    if (own.length === 0) continue
    const page = await readPage(folder, document.address)
    for (const { id = '', destination } of own) {
      const now =
        destination.kind === 'there' && destination.address === document.address
          ? elementWithId(page, destination.id)
          : undefined
      if (now) keepPlace(now, id)
      else appendNotice(page, id, library, destination)
    }
    await writePage(folder, document.address, formatHtml(page))
  }
}

/** Inside an answer the place opens it, elsewhere it stands before the heading. */
function keepPlace(now: Element, id: string): void {
  const place = newElement('span', { id })
  const summary = now.name === 'details' ? now.children[0] : undefined
  if (summary) append(summary, place)
  else prepend(now, place)
}

function appendNotice(page: Page, id: string, { words }: Library, destination: Destination): void {
  const notice =
    destination.kind === 'there'
      ? `${escaped(words.moved.part)} ${linkTo(destination)}`
      : escaped(fill(words.moved.partGone, { reason: reasonOf(destination) }))
  const text = elementsNamed(page, 'div').find(({ attribs }) => attribs.class === 'text')
  const end = text ?? elementsNamed(page, 'main')[0]
  const sources = text?.children.find(
    (part) => isTag(part) && part.attribs.class?.split(' ').includes('sources-part'),
  )
  for (const child of parseHtml(`<p class="note was" id="${id}">${notice}</p>`).children) {
    if (sources) prepend(sources, child)
    else if (end) appendChild(end, child)
  }
}

const elementWithId = (page: Page, id: string | undefined) =>
  id ? (getElementById(id, page) ?? undefined) : undefined

const reasonOf = (destination: Destination) => (destination.kind === 'removed' ? destination.reason : '')

function linkTo(destination: Extract<Destination, { kind: 'there' }>): string {
  const { document, id, page } = destination
  const title =
    document && [...document.sections, ...document.subHeadings].find((part) => part.id === id)?.title
  return `<a href="${page}">${escaped(title ?? document?.details.title ?? page)}</a>`
}
