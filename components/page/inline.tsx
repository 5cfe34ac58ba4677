import type { Inline } from '@/lib/content'
import type { ArticleContext } from '../article/context'
import { ClaimLink, TermLink } from '../article/links'
import { together } from '../article/together'

type Context = Pick<ArticleContext, 'noteNumber' | 'words'>

/** A line of text with its links. */
export function InlineText({ pieces, context }: { pieces: Inline[]; context: Context }) {
  const nodes = pieces.map((piece, index) => {
    // the pieces of a line never change places, so their place is their key
    const key = index
    if (piece.type === 'text') return piece.value
    const children = inside(piece.children, context)
    switch (piece.type) {
      case 'strong':
        return <strong key={key}>{children}</strong>
      case 'emphasis':
        return <em key={key}>{children}</em>
      case 'claim':
        return (
          <ClaimLink key={key} id={piece.id} context={context}>
            {children}
          </ClaimLink>
        )
      case 'term':
        return (
          <TermLink key={key} id={piece.id}>
            {children}
          </TermLink>
        )
      default:
        return (
          <a key={key} href={piece.address}>
            {children}
          </a>
        )
    }
  })
  return together(nodes)
}

/** What stands in a piece: mostly plain words. */
function inside(pieces: Inline[], context: Context) {
  const [first] = pieces
  return first?.type === 'text' && pieces.length === 1 ? (
    first.value
  ) : (
    <InlineText pieces={pieces} context={context} />
  )
}
