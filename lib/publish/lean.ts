import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Document, type Element, isComment, isTag } from 'domhandler'
import { appendChild, prepend, removeElement, textContent } from 'domutils'
import {
  elementsNamed,
  factsOf,
  filesIn,
  formatHtml,
  hashOf,
  newElement,
  parseHtml,
  theElement,
} from './html'
import { type ClientComponents, clientComponents, drawnComponents, isFrame } from './references'
import type { Build } from './step'

/** Where files stand whose name changes with what they hold. */
export const hashed = '/_next/static/'

// The framework writes the page for missing addresses three times; servers ask for 404.html.
const copies = ['404', '_not-found']

/** Takes the framework off every page on which it has nothing to do, and the files that nobody needs any more. */
export async function lean({ folder }: Build, frameworkFolder = '.next'): Promise<void> {
  for (const copy of copies) await rm(join(folder, copy), { recursive: true, force: true })
  const components = await clientComponents(frameworkFolder)
  const files = await filesIn(folder)
  const additions = () => headAdditions(files)
  const kept = new Map<string, string>()
  for (const file of files.filter((file) => file.endsWith('.html'))) {
    const html = await readFile(join(folder, file), 'utf8')
    const page = parseHtml(html)
    if (needsRuntime(page, components)) {
      kept.set(file, html)
      await writeFile(join(folder, file), await withoutInlineScripts(page, folder, additions()))
    } else await writeFile(join(folder, file), leanPage(page, file, additions()))
  }
  await removeUnused(folder, files, kept)
}

/** True if a client component of ours, or one of the framework's that does something, is drawn on the page. */
export function needsRuntime(page: Document, components: ClientComponents): boolean {
  return drawnComponents(flightOf(page)).some((number) => {
    const source = components.get(number)
    // a component that nobody knows may be ours
    return !source || !isFrame(source)
  })
}

/** The text of a page without the framework, which says and links exactly what the page did. */
export function leanPage(page: Document, name: string, additions: Element[] = []): string {
  const before = factsOf(page)
  for (const element of elementsNamed(page, 'script', 'link')) {
    if (element.name === 'script' || isForScripts(element)) removeElement(element)
    delete element.attribs['data-precedence']
  }
  removeLeftovers(page)
  addToHead(page, additions)
  const html = formatHtml(page)
  const after = factsOf(parseHtml(html))
  for (const fact of ['text', 'ids', 'links', 'metadata'] as const) {
    if (String(before[fact]) !== String(after[fact]))
      throw new Error(
        `${name} would lose some of its ${fact} without the framework, so the site was not finished.`,
      )
  }
  return html
}

/** The text of a page whose inline scripts stand in a file, so that no policy has to allow them. */
async function withoutInlineScripts(page: Document, folder: string, additions: Element[]): Promise<string> {
  const inline = elementsNamed(page, 'script').filter(
    ({ attribs }) => attribs.src === undefined && (attribs.type ?? 'text/javascript') === 'text/javascript',
  )
  const code = inline.map((script) => textContent(script)).join(';\n')
  inline.forEach(removeElement)
  const address = `${hashed}page.${hashOf(code)}.js`
  await mkdir(dirname(join(folder, address)), { recursive: true })
  await writeFile(join(folder, address), code)
  addToHead(page, [...additions, newElement('script', { src: address, defer: '' })])
  return formatHtml(page)
}

/** The flight data of a page: what the framework would draw it from a second time. */
function flightOf(page: Document): string {
  return elementsNamed(page, 'script')
    .map((script) => /^self\.__next_f\.push\((\[1,.*\])\)$/s.exec(textContent(script))?.[1])
    .map((push) => (push ? JSON.parse(push)[1] : ''))
    .join('')
}

const isForScripts = ({ attribs: { rel, as } }: Element) =>
  rel === 'preconnect' || rel === 'modulepreload' || (rel === 'preload' && as === 'script')

/** React's marks are comments, and an empty hidden box stands at the start of the body. */
function removeLeftovers(page: Document): void {
  const comments: Document['children'] = []
  const collect = (node: Document | Element) => {
    for (const child of node.children) {
      if (isComment(child)) comments.push(child)
      else if (isTag(child)) collect(child)
    }
  }
  collect(page)
  comments.forEach(removeElement)
  for (const child of theElement(page, 'body').children) {
    if (isTag(child) && child.name === 'div' && 'hidden' in child.attribs && child.children.length === 0)
      removeElement(child)
  }
}

/** What every page gets: the font before the style sheet asks for it, but not in its way, and the one small script. */
function headAdditions(files: string[]): Element[] {
  const address = (pattern: RegExp) => files.filter((file) => pattern.test(file)).map((file) => `/${file}`)
  return [
    ...address(/^_next\/static\/media\/.*\.woff2$/).map((href) =>
      newElement('link', {
        rel: 'preload',
        href,
        as: 'font',
        type: 'font/woff2',
        crossorigin: '',
        fetchpriority: 'low',
      }),
    ),
    ...address(/^_next\/static\/enhance\..*\.js$/).map((src) => newElement('script', { src, defer: '' })),
  ]
}

function addToHead(page: Document, additions: Element[]): void {
  const head = theElement(page, 'head')
  const style = elementsNamed(page, 'link').find(({ attribs }) => attribs.rel === 'stylesheet')
  for (const addition of additions) {
    if (addition.name === 'link' && style) prepend(style, addition)
    else appendChild(head, addition)
  }
}

/** Payloads for the framework go with the pages that asked for them, chunks when no page and no other chunk names them. */
async function removeUnused(folder: string, files: string[], kept: Map<string, string>): Promise<void> {
  const keptFolders = new Set([...kept.keys()].map(dirname))
  const chunks = new Map<string, string>()
  for (const file of files) {
    const payload = /(^|\/)(index|__next\..*)\.txt$/.test(file) && !keptFolders.has(dirname(file))
    const chunk = file.startsWith('_next/static/') && file.endsWith('.js') && !file.includes('/enhance.')
    if (payload) await rm(join(folder, file))
    if (chunk) chunks.set(file, await readFile(join(folder, file), 'utf8'))
  }
  const used = new Set<string>()
  const texts = [...kept.values()]
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const [file, code] of chunks) {
      if (used.has(file) || !text.includes(file.slice('_next/static/'.length))) continue
      used.add(file)
      texts.push(code)
    }
  }
  for (const file of chunks.keys()) if (!used.has(file)) await rm(join(folder, file))
}
