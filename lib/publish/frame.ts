import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Document, Element } from 'domhandler'
import { append, prependChild, removeElement, replaceElement } from 'domutils'
import { elementsNamed, formatHtml, newElement, parseHtml, theElement } from './html'

/** What stands round the text of a page, to be put round other text. */
export type Frame = { start: string; middle: string; end: string }

/** What a page says about itself before its text. */
export type Head = {
  title: string
  description: string
  canonical?: string
  noindex?: boolean
  forwardTo?: string | undefined
  /** lines for previews and search engines, ready to stand there */
  tags?: string
}

const mark = () => newElement('frame-mark', {})
const marks = '<frame-mark></frame-mark>'

/** The page at an address, as it stands in the folder. */
export async function readPage(folder: string, address: string): Promise<Document> {
  return parseHtml(await readFile(pageFile(folder, address), 'utf8'))
}

/** Writes a page to where its address looks for it. */
export async function writePage(folder: string, address: string, html: string): Promise<void> {
  const file = pageFile(folder, address)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, html)
}

/** The frame of a page, which loses its text and what it said about itself. */
export function frameOf(page: Document): Frame {
  for (const element of elementsNamed(page, 'title', 'meta', 'link'))
    if (isAboutThisPage(element)) removeElement(element)
  const head = theElement(page, 'head')
  // the character set comes first
  const first = elementsNamed(page, 'meta').find(({ attribs }) => 'charset' in attribs)
  if (first) append(first, mark())
  else prependChild(head, mark())
  const [main] = elementsNamed(page, 'main')
  if (!main) throw new Error('A page without <main> came from the framework.')
  replaceElement(main, mark())
  const [start = '', middle = '', end = ''] = formatHtml(page).split(marks)
  return { start, middle, end }
}

/** A page with the frame of another. */
export function framed({ start, middle, end }: Frame, head: Head, main: string): string {
  return `${start}${headOf(head)}${middle}${main}${end}`
}

/** A text as it may stand in HTML, also between quotes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** The lines that say what a page is. */
export function headOf({ title, description, canonical, noindex, forwardTo, tags }: Head): string {
  return [
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(description)}">`,
    canonical && `<link rel="canonical" href="${escaped(canonical)}">`,
    noindex && '<meta name="robots" content="noindex">',
    forwardTo && `<meta http-equiv="refresh" content="0; url=${escaped(forwardTo)}">`,
    tags,
  ]
    .filter(Boolean)
    .join('')
}

const pageFile = (folder: string, address: string) => join(folder, address, 'index.html')

const isAboutThisPage = ({ name, attribs }: Element) =>
  name === 'title' ||
  attribs.name === 'description' ||
  attribs.name === 'robots' ||
  attribs.rel === 'canonical'
