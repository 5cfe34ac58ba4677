import { drawnPage } from '@/lib/studio/addresses'
import type { Faulty } from '@/lib/studio/faulty'

/** A page as it is drawn now. */
export type Drawn = { html: string; title?: string | undefined; faulty: Faulty[] }

/** What the framework has made of the page. It goes on believing that this is on the screen, so it is kept as it was. */
let original: ChildNode[] | undefined
let turn = 0

/** Shows the page as it is drawn now and leaves what is the same untouched, with what is open, marked and scrolled in it; nothing when there is a newer drawing already. A page that cannot be drawn alone is left to the framework. */
export async function redraw(
  asked: Parameters<typeof drawnPage>[0],
  refresh: () => void,
): Promise<Drawn | undefined> {
  turn += 1
  const mine = turn
  const answer = await fetch(drawnPage(asked), { redirect: 'manual' }).catch(() => undefined)
  const drawn: Drawn | undefined = answer?.ok ? await answer.json() : undefined
  if (mine !== turn) return undefined
  const page = document.querySelector('.page')
  if (!drawn || !page) {
    if (original) page?.replaceChildren(...original)
    original = undefined
    refresh()
    return undefined
  }
  const fresh = document.createElement('template')
  fresh.innerHTML = drawn.html
  if (!original) {
    original = [...page.childNodes]
    page.replaceChildren(...original.map((child) => child.cloneNode(true)))
  }
  if (fresh.content.firstChild) settle(page, fresh.content.firstChild)
  if (drawn.title) document.title = drawn.title
  return drawn
}

/** What the reader of a page has set, and no drawing knows. */
const own = ['open', 'data-here']

/** Makes a part of the page the same as a fresh one. */
function settle(shown: ChildNode, fresh: ChildNode): void {
  if (shown.isEqualNode(fresh)) return
  if (!(shown instanceof Element && fresh instanceof Element) || shown.nodeName !== fresh.nodeName) {
    shown.replaceWith(fresh)
    return
  }
  for (const { name, value } of fresh.attributes)
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value)
  for (const { name } of [...shown.attributes])
    if (!fresh.hasAttribute(name) && !own.includes(name)) shown.removeAttribute(name)
  const [before, now] = [[...shown.childNodes], [...fresh.childNodes]]
  while (before[0] && now[0] && before[0].isEqualNode(now[0])) {
    before.shift()
    now.shift()
  }
  let after: ChildNode | null = null
  for (let last = before.at(-1); last && now.at(-1)?.isEqualNode(last); last = before.at(-1)) {
    after = last
    before.pop()
    now.pop()
  }
  for (const [index, child] of now.entries()) {
    const old = before[index]
    if (old) settle(old, child)
    else shown.insertBefore(child, after)
  }
  for (const gone of before.slice(now.length)) gone.remove()
}
