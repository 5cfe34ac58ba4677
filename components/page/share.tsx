import type { Words } from '@/lib/content'

/** The way to send one part: a link to its own page, which the enhancement script turns into a menu. */
export function Share({
  address,
  code,
  title,
  words,
}: {
  address: string
  /** the code of its short address */
  code: string | undefined
  title: string
  words: Words['share']
}) {
  const [before, after] = words.part.split('{title}')
  return (
    <a className="share" href={address} data-code={code}>
      {words.share}{' '}
      <span className="vh">
        {before}
        <b>{title}</b>
        {after}
      </span>
    </a>
  )
}
