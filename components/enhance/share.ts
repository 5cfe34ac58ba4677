import { codePicture, shortAddress } from '@/lib/addresses'
import { fill } from '@/lib/words'
import { type EnhanceWords, wordsOf } from './words'

/** Lets each way to send a section open a menu. The link stays one: in a new tab, or when the menu cannot open, it leads to the page of the section. */
export function openShareMenus(page: Document): void {
  if (!HTMLElement.prototype.showPopover) return
  for (const link of page.querySelectorAll('a.share')) link.ariaHasPopup = 'dialog'
  page.addEventListener('click', async (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.share')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const words = await wordsOf(page).catch(() => location.assign(link.href))
    if (words) open(page, link, words.share)
  })
}

function open(page: Document, link: HTMLAnchorElement, words: EnhanceWords['share']): void {
  const { code } = link.dataset
  const part = link.querySelector('.vh')?.textContent ?? ''
  const title = link.querySelector('b')?.textContent ?? ''
  const menu = page.createElement('div')
  const close = page.createElement('button')
  const said = page.createElement('p')

  const named = <Name extends 'a' | 'button'>(name: Name, text: string) => {
    const item = page.createElement(name)
    const [seen = '', heard = ''] = fill(text, { part }).split(/[[\]]/)
    const hidden = page.createElement('span')
    hidden.className = 'vh'
    hidden.textContent = heard
    item.className = 'item'
    item.append(seen, hidden)
    menu.append(item)
    return item
  }
  const leads = (text: string, address: string) => {
    named('a', text).href = address
  }
  const does = (text: string, act: () => void) => {
    named('button', text).onclick = act
  }
  const copies = (text: string, address: string) =>
    does(text, async () => {
      const sentence = await navigator.clipboard.writeText(address).then(
        () => words.copied,
        () => words.copyFailed,
      )
      said.textContent = fill(sentence, { address })
    })

  close.className = 'do quiet'
  close.textContent = words.close
  close.onclick = () => menu.hidePopover()
  said.role = 'status'
  menu.append(close, link.textContent ?? '')
  copies(words.copy, link.href)
  if (navigator.share) does(words.send, () => navigator.share({ title, url: link.href }).catch(() => {}))
  const [subject, body] = [title, link.href].map(encodeURIComponent)
  leads(words.mail, `mailto:?subject=${subject}&body=${body}`)
  leads(words.text, `sms:?&body=${body}`)
  if (code) {
    copies(words.discreet, new URL(shortAddress(code), link.href).href)
    does(words.code, () => {
      const picture = page.createElement('img')
      picture.className = 'qr'
      picture.src = codePicture(code)
      picture.alt = fill(words.scan, { part })
      said.replaceChildren(picture)
    })
  }
  leads(words.open, link.href)
  menu.append(said)

  menu.popover = 'auto'
  menu.className = 'know menu'
  menu.role = 'dialog'
  menu.ariaLabel = link.textContent
  menu.addEventListener('toggle', ({ newState }) => newState === 'closed' && menu.remove())
  link.after(menu)
  // focus goes back to what had it when the menu opened; not every browser gives it to a link that is clicked
  link.focus()
  menu.showPopover({ source: link })
  menu.querySelector<HTMLElement>('.item')?.focus()
}
