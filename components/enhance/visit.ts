import { visitWith } from '@/lib/addresses'
import { fragmentAsking, questionId } from '@/lib/visit'

/** Makes the boxes of the questions for a visit ones to mark, with a link that takes the marked ones to the sheet. Nothing is kept: the link itself holds them. */
export function addToMyVisit(page: Document): void {
  for (const list of page.querySelectorAll<HTMLElement>('.ask')) {
    const line = list.querySelector<HTMLElement>('.take')
    const link = line?.querySelector('a')
    if (!line || !link) continue
    for (const question of list.querySelectorAll('li')) question.replaceChildren(marking(page, question))
    const plain = link.href
    list.addEventListener('change', () => {
      const marked = [...list.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)
      link.href = marked.length > 0 ? visitWith(fragmentAsking(marked)) : plain
    })
    line.hidden = false
  }
}

function marking(page: Document, question: Element): Element {
  const label = page.createElement('label')
  const box = page.createElement('input')
  box.type = 'checkbox'
  box.autocomplete = 'off'
  box.value = questionId(wordsOf(question))
  label.append(box, ' ', ...question.childNodes)
  return label
}

/** The words of a question as the article has them, without the marks that lead to notes. */
function wordsOf(question: Element): string {
  const copy = question.cloneNode(true) as Element
  for (const mark of copy.querySelectorAll('sup, .vh')) mark.remove()
  return copy.textContent ?? ''
}
