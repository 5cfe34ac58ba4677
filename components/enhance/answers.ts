/** Moves focus to the question whose answer a link has opened, and opens it where browsers do not. */
export function goToAnswers(page: Document): void {
  const go = () => {
    const answer = page.getElementById(location.hash.slice(1))?.closest('details')
    if (!answer) return
    answer.open = true
    answer.querySelector('summary')?.focus()
  }
  addEventListener('hashchange', go)
  // browsers take the focus away once more when they go to the place, right after the page has loaded
  addEventListener('load', () => setTimeout(go))
}
