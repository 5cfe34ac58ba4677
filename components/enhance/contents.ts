/** Closes the sheet of contents once a link of it has been followed, so that it does not cover the place. */
export function closeContents(page: Document): void {
  const contents = page.getElementById('contents')
  contents?.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a') && contents.matches(':popover-open')) contents.hidePopover()
  })
}
