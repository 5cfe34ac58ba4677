/** Closes the sheet of contents once a link of it has been followed or the focus has left it, so that it does not cover the place. */
export function closeContents(page: Document): void {
  const contents = page.getElementById('contents')
  if (!contents) return
  const close = () => contents.matches(':popover-open') && contents.hidePopover()
  contents.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a')) close()
  })
  contents.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !contents.contains(relatedTarget as Node)) close()
  })
}
