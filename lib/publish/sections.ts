import { type ChildNode, cloneNode, type Element, isTag, type Document as Page, Text } from 'domhandler'
import { getElementsByTagName, textContent } from 'domutils'
import { codePicture, sectionAddress, sectionPlace, shortAddress } from '../addresses'
import {
  codesByPage,
  type Document,
  documentsOf,
  type Library,
  lastChange,
  reviewDue,
  type Section,
  sectionSummary,
} from '../content'
import { inWords } from '../dates'
import { fill } from '../words'
import { escaped, framed, frameOf, readPage, writePage } from './frame'
import { formatNodes } from './html'
import { tagsOf } from './metadata'
import type { Build } from './step'

/** A finished page with what its sections are cut from. */
type Cut = {
  library: Library
  document: Document
  byId: Map<string, Element>
  sign: string
  codes: Map<string, string>
}

/** Cuts the page of each section, question and row from the finished page of its article or comparison. */
export async function sections({ folder, library }: Build): Promise<void> {
  const codes = codesByPage(library)
  for (const document of documentsOf(library)) {
    const page = await readPage(folder, document.address)
    const cut: Cut = { library, document, byId: elementsById(page), sign: signOf(page), codes }
    const mains = document.sections.map((section) => mainOf(cut, section))
    const frame = frameOf(page)
    await Promise.all(
      document.sections.map((section, index) => {
        const address = sectionAddress(document.address, section.id)
        const said = {
          title: `${section.title} · ${document.details.title}`,
          description: sectionSummary(document, section),
        }
        const head = {
          ...said,
          canonical: new URL(sectionPlace(document.address, section.id), library.clinic.site).href,
          tags: tagsOf(library, address, said),
        }
        return writePage(folder, address, framed(frame, head, mains[index] ?? ''))
      }),
    )
  }
}

function mainOf(cut: Cut, section: Section): string {
  const { library, document, byId, sign } = cut
  const nodes = contentOf(cut, section)
  const notes = notesOf(nodes, byId)
  prepare(nodes, document.address)
  prepare(notes, document.address)
  number(nodes, notes)
  const { words } = library
  return [
    '<main id="main" class="book one">',
    `<header class="opening">${sign}<p>${escaped(words.section.part)} <a class="go" href="${document.address}">${escaped(document.details.title)}</a></p>`,
    `<h1>${escaped(section.title)}</h1></header>`,
    `<article class="text">${formatNodes(nodes)}${review(library, document, section)}${sourcesOf(cut, notes)}</article>`,
    `<section class="send">${whereNext(cut, section)}${send(cut, section)}</section>`,
    notes.length
      ? `<section class="notes" aria-label="${escaped(words.article.notes)}">${formatNodes(notes)}</section>`
      : '',
    '</main>',
  ].join('')
}

/** Copies of what a section holds, without its heading. */
function contentOf({ byId, document }: Cut, { kind, id }: Section): ChildNode[] {
  const place = byId.get(id)
  const home = place && closest(place, { section: 'section', question: 'details', row: 'tr' }[kind])
  if (!home)
    throw new Error(
      `The section “${id}” is not on the page ${document.address}, so the site was not finished.`,
    )
  if (kind === 'row')
    return home.children
      .filter((cell): cell is Element => isTag(cell) && cell.name === 'td')
      .flatMap(cellContent)
  return home.children.filter((child) => !isHeading(child)).map((child) => cloneNode(child, true))
}

/** The heading of a section with what belongs to it: the old places before it, the question of an answer, the way to this page. */
function isHeading(node: ChildNode): boolean {
  if (!isTag(node)) return false
  const { name, attribs, children } = node
  const onlyChild = children.length === 1 ? children[0] : undefined
  return (
    attribs.class === 'top' ||
    name === 'summary' ||
    (name === 'span' && children.length === 0) ||
    (onlyChild !== undefined && isTag(onlyChild) && onlyChild.attribs.class === 'share')
  )
}

/** A cell of a comparison: the name of its option becomes a heading. */
function cellContent(cell: Element): ChildNode[] {
  return cell.children.map((child) => {
    const copy = cloneNode(child, true)
    if (isTag(copy) && copy.attribs.class === 'who') {
      copy.name = 'h2'
      delete copy.attribs['aria-hidden']
    }
    return copy
  })
}

/** Copies of the notes that some text opens, and of those that these open, in the order of their first use. */
function notesOf(nodes: ChildNode[], byId: Map<string, Element>): Element[] {
  const ids = new Set<string>()
  const found: Element[] = []
  const visit = (all: ChildNode[]) => {
    for (const id of elements(all).flatMap(({ attribs }) =>
      attribs.popovertargetaction ? [] : (attribs.popovertarget ?? []),
    )) {
      const note = byId.get(id)
      if (!note || ids.has(id)) continue
      ids.add(id)
      found.push(cloneNode(note, true))
      visit([note])
    }
  }
  visit(nodes)
  return found
}

/** Links to places of the article lead to the article, unless the place has come along; headings move up below the one title. */
function prepare(nodes: ChildNode[], address: string): void {
  const all = elements(nodes)
  const here = new Set(all.flatMap(({ attribs }) => attribs.id ?? []))
  for (const { name, attribs } of all) {
    const id = name === 'a' && attribs.href?.startsWith('#') ? attribs.href.slice(1) : undefined
    if (id && !here.has(id)) attribs.href = sectionPlace(address, id)
    if (name === 'h3' || name === 'h4') attribs['aria-level'] = name === 'h3' ? '2' : '3'
  }
}

/** The numbers of the notes start from 1 on each page. */
function number(nodes: ChildNode[], notes: Element[]): void {
  const claims = notes.map(({ attribs }) => attribs.id ?? '').filter((id) => id.startsWith('know-'))
  const write = (element: Element | undefined, id: string) => {
    if (element)
      element.children = [new Text(textContent(element).replace(/\d+/, String(claims.indexOf(id) + 1)))]
  }
  for (const { name, attribs, children } of elements([...nodes, ...notes])) {
    if (name === 'button' && attribs.class === 'claim')
      write(getElementsByTagName('sup', children)[0], attribs.popovertarget ?? '')
  }
  for (const note of notes)
    write(
      elements([note]).find(({ attribs }) => attribs.class === 'paper-number'),
      note.attribs.id ?? '',
    )
}

/** Who has checked the page, until when, and when this part of it last changed. */
function review({ people, words, language }: Library, document: Document, section: Section): string {
  const { reviewed, written } = document.details
  const person = reviewed && people.get(reviewed.by)
  const due = reviewDue(document)
  const { on, what } = lastChange(document, section.id)
  const checked =
    reviewed && person
      ? fill(words.section.reviewed, {
          name: [person.name, person.credentials].filter(Boolean).join(', '),
          date: inWords(reviewed.on, language),
        })
      : words.section.unreviewed
  return [
    `<p class="note"><b>${escaped(checked)}</b> ${escaped(fill(words.section.written, { date: inWords(written, language) }))}`,
    ` ${escaped(words.section.checkAgain)} <time datetime="${due}" data-due="">${escaped(inWords(due, language))}</time>.`,
    ` ${escaped(fill(words.section.changed, { date: inWords(on, language) }))}${what ? ` ${escaped(what)}` : ''}</p>`,
  ].join('')
}

/** The sources of the notes, and no others. */
function sourcesOf({ library, byId }: Cut, notes: Element[]): string {
  const claims = notes.flatMap(
    ({ attribs }) => library.claims.get((attribs.id ?? '').replace(/^know-/, '')) ?? [],
  )
  const items = [...new Set(claims.flatMap(({ references }) => references))].flatMap(
    (id) => byId.get(`source-${id}`) ?? [],
  )
  if (items.length === 0) return ''
  return `<section class="part sources-part"><h2>${escaped(library.words.article.sources)}</h2><ul class="sources">${formatNodes(items.map((item) => cloneNode(item, true)))}</ul></section>`
}

function whereNext({ library: { words }, document }: Cut, section: Section): string {
  const at = document.sections.indexOf(section)
  const [before, after] = [document.sections[at - 1], document.sections[at + 1]]
  const links: [string, string][] = [
    [document.address, fill(words.section.whole, { title: document.details.title })],
  ]
  if (before)
    links.push([
      sectionAddress(document.address, before.id),
      fill(words.section.before, { title: before.title }),
    ])
  if (after)
    links.push([
      sectionAddress(document.address, after.id),
      fill(words.section.after, { title: after.title }),
    ])
  const items = links.map(
    ([address, text]) => `<li><a class="go" href="${address}">${escaped(text)}</a></li>`,
  )
  return `<nav aria-label="${escaped(words.section.nav)}"><ul>${items.join('')}</ul></nav>`
}

function send({ library: { words, clinic }, document, codes }: Cut, { id }: Section): string {
  const code = codes.get(sectionAddress(document.address, id))
  if (!code) return ''
  const printed = `${new URL(clinic.site).host}${shortAddress(code)}`
  return [
    `<section aria-labelledby="send"><h2 id="send">${escaped(words.section.send)}</h2>`,
    `<img class="qr" src="${codePicture(code)}" alt="${escaped(words.section.scan)}" width="128" height="128">`,
    `<p><b>${escaped(printed)}</b></p><p class="note">${escaped(words.section.discreet)}</p></section>`,
  ].join('')
}

function elementsById(page: Page): Map<string, Element> {
  return new Map(
    elements(page.children).flatMap((element): [string, Element][] =>
      element.attribs.id ? [[element.attribs.id, element]] : [],
    ),
  )
}

/** The sign at the opening of a page, if it has one. */
function signOf(page: Page): string {
  const opening = elements(page.children).find(
    ({ name, attribs }) => name === 'header' && attribs.class?.split(' ').includes('opening'),
  )
  const sign = opening?.children.find((child) => isTag(child) && child.attribs.class === 'sign')
  return sign ? formatNodes([sign]) : ''
}

const elements = (nodes: ChildNode[]): Element[] => getElementsByTagName('*', nodes, true)

function closest(element: Element, name: string): Element | undefined {
  for (let at: Element | null = element; at; at = at.parent && isTag(at.parent) ? at.parent : null)
    if (at.name === name) return at
  return undefined
}
