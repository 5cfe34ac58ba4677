import type { Answers } from '@/lib/visit'

/** The answers that the fields of a form hold now, in the order of the names. */
export function answersIn(form: HTMLFormElement, names: Iterable<string>): Answers {
  const entries = new FormData(form)
  const answers: Answers = {}
  for (const name of names) {
    const value = entries.get(name)
    if (typeof value === 'string' && value.trim()) answers[name] = value
  }
  return answers
}

/** Puts answers in the fields of a form, empties all others and opens what would hide a mark. */
export function putIn(form: HTMLFormElement, answers: Answers): void {
  for (const element of form.elements) {
    if (element instanceof HTMLTextAreaElement) element.value = answers[element.name] ?? ''
    if (!(element instanceof HTMLInputElement)) continue
    if (element.type === 'text') element.value = answers[element.name] ?? ''
    else element.checked = answers[element.name] === element.value
  }
  for (const details of form.querySelectorAll('details'))
    if (details.querySelector(':checked')) details.open = true
}
