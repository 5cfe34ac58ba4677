import type { Words } from '@/lib/content'

/** The way to send one part: a link to its own page, which the enhancement script turns into a menu. */
export function Share({ address, title, words }: { address: string; title: string; words: Words['share'] }) {
  return (
    <a className="share" href={address}>
      {words.share}
      <span className="vh">{words.part.replace('{title}', title)}</span>
    </a>
  )
}
