import { guessesFile, searchFolder } from '@/lib/addresses'
import type { Words } from '@/lib/content'
import { bestGuesses, type Guesses, isCrisis, type Place, tellingPart } from '@/lib/search'
import { fill } from '@/lib/words'

/** The part of the search program that we use. */
type Pagefind = {
  debouncedSearch: (query: string) => Promise<{ results: { data: () => Promise<Found> }[] } | null>
}
type Found = { url: string; excerpt: string; meta: { title: string; part?: string } }

const most = 8

const page = document
const box = element('search')
const words: Words['search'] = JSON.parse(box.dataset.words ?? '')
const field = element('query') as HTMLInputElement
const results = element('results')
const crisis = element('crisis')

field.form?.addEventListener('submit', (event) => {
  event.preventDefault()
  search()
})
field.addEventListener('input', search)

// A link may bring a query along. It is kept beside the address and not in it, so that the way back finds it and the list of visited pages does not show it.
const { pathname, search: asked, hash } = location
field.value = history.state?.query ?? new URLSearchParams(asked || hash.slice(1)).get('q') ?? ''
if (field.value) search()

async function search(): Promise<void> {
  const query = field.value.trim()
  history.replaceState({ query }, '', pathname)
  if (!query) {
    crisis.hidden = true
    results.replaceChildren()
    return
  }
  results.ariaBusy = 'true'
  try {
    const guesses = await theGuesses()
    if (query !== field.value.trim()) return
    crisis.hidden = !isCrisis(query, guesses)
    const guessed = bestGuesses(query, guesses)
    // who may be in danger needs the line and what is meant, not each page with one of the words
    if (!crisis.hidden) return show(query, guessed, [])
    const found = await (await thePagefind()).debouncedSearch(tellingPart(query))
    // whoever types on gets what they typed last
    if (!found || query !== field.value.trim()) return
    const all = await Promise.all(found.results.slice(0, most).map(({ data }) => data()))
    show(
      query,
      guessed,
      all.filter(({ url }) => !guessed.some(({ address }) => address === url)),
    )
  } catch {
    results.ariaBusy = 'false'
    results.replaceChildren(paragraph(words.failed))
  }
}

function show(query: string, guessed: Place[], found: Found[]): void {
  results.ariaBusy = 'false'
  const more = found.length === 1 ? words.foundOne : fill(words.found, { n: found.length })
  results.replaceChildren(
    ...(guessed.length
      ? list(
          words.guesses,
          guessed.map((place) => result(place, place.summary)),
        )
      : []),
    ...(found.length
      ? list(
          guessed.length ? more : words.title,
          found.map(({ url, excerpt, meta }) => result({ address: url, ...meta }, marked(excerpt))),
        )
      : []),
    ...(guessed.length || found.length
      ? []
      : [paragraph(fill(words.none, { query })), paragraph(words.noneHelp)]),
  )
}

function list(title: string, items: Element[]): Element[] {
  const heading = page.createElement('h2')
  const list = page.createElement('ol')
  heading.textContent = title
  list.append(...items)
  return [heading, list]
}

function result({ address, title, part }: Place, summary: string | Node | undefined): Element {
  const item = page.createElement('li')
  const link = page.createElement('a')
  link.href = address
  link.textContent = title
  item.append(link)
  if (part) item.append(paragraph(part))
  if (summary) item.append(paragraph(summary))
  return item
}

/** The excerpt comes as HTML from our own index: words, and marks round those that were looked for. Where it begins or ends within a sentence, dots say so. */
function marked(excerpt: string): Node {
  const template = page.createElement('template')
  template.innerHTML = excerpt
  const { content } = template
  const text = content.textContent?.trim() ?? ''
  if (/^\p{Ll}/u.test(text)) content.prepend('… ')
  if (!/[.?!]$/.test(text)) content.append(' …')
  return content
}

function paragraph(content: string | Node): Element {
  const paragraph = page.createElement('p')
  paragraph.append(content)
  return paragraph
}

let guesses: Promise<Guesses> | undefined
function theGuesses(): Promise<Guesses> {
  guesses ??= fetch(guessesFile(page.documentElement.lang)).then((answer) => answer.json())
  return guesses
}

let pagefind: Promise<Pagefind> | undefined
function thePagefind(): Promise<Pagefind> {
  pagefind ??= import(`${searchFolder}pagefind.js`)
  return pagefind
}

function element(id: string): HTMLElement {
  return page.getElementById(id) as HTMLElement
}
