import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react'

const before = /[(“‘"]$/
const after = /^[.,;:!?)”’"%]+/
const phone = /(\b1-\d{3}-\d{3}-\d{4}\b)/

/** A line in which the links that open a note hold their brackets, commas and full stops, and “9 of 100” holds together: browsers would break the line between them. Numbers to call can be called. */
export function together(children: ReactNode): ReactNode {
  const pieces = Children.toArray(children)
  return pieces.map((piece, index) => {
    const [previous, next] = [pieces[index - 1], pieces[index + 1]]
    if (opensNote(piece))
      return cloneElement(piece, { opening: found(previous, before), closing: found(next, after) })
    if (typeof piece !== 'string') return piece
    const text = whole(
      piece.replace(opensNote(previous) ? after : '', '').replace(opensNote(next) ? before : '', ''),
    )
    const parts = text.split(phone)
    return parts.length === 1
      ? text
      : parts.map((part, n) =>
          n % 2 ? (
            <a className={hold(part)} href={`tel:${part}`} key={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )
  })
}

/** A text in which “9 of 100” does not break. */
export const whole = (text: string) => text.replace(/(\d) of (\d)/g, '$1\u00a0of\u00a0$2')

/** Holds words on one line; with very large letters a long word may let go of its number and full stop, so that it does not run out of the page. */
export const hold = (end: ReactNode) =>
  typeof end === 'string' && end.length < 8 ? 'together' : 'together long'

const found = (piece: ReactNode, pattern: RegExp) =>
  typeof piece === 'string' ? piece.match(pattern)?.[0] : undefined

type NoteLink = ReactElement<{ id: string; opening?: string | undefined; closing?: string | undefined }>

/** The links to claims and terms are the only components inside a line that are known by an id. */
function opensNote(piece: ReactNode): piece is NoteLink {
  return (
    isValidElement<{ id?: string }>(piece) && typeof piece.type === 'function' && piece.props.id !== undefined
  )
}
