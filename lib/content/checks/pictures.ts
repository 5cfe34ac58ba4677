import { visit } from 'unist-util-visit'
import type { Finding } from '../finding'
import type { Parsed } from '../parse'
import type { Places } from '../places'
import { missingPicture } from './settings'

/** Every picture is there and has a description for people who cannot see it. */
export function checkPictures(parsed: Parsed<unknown>, places: Places): Finding[] {
  const findings: Finding[] = []
  const { text } = parsed
  visit(parsed.tree, 'image', (node) => {
    const at = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? at
    if (!node.alt?.trim()) {
      findings.push(
        text.finding(
          'image-alt',
          at,
          'This picture has no description for people who cannot see it.',
          'Write what it shows between [ and ].',
        ),
      )
    } else if (/^[\w-]+\.(png|jpe?g|gif|webp|svg|avif)$/i.test(node.alt.trim())) {
      findings.push(
        text.finding(
          'image-alt',
          at,
          `“${node.alt.trim()}” is the name of a file, not a description of the picture.`,
          'Write what it shows between [ and ].',
        ),
      )
    }
    if (!node.url.trim())
      findings.push(
        text.finding(
          'image-missing',
          at,
          'This picture has no address.',
          'Put the address between ( and ), for example /pictures/talking.png',
        ),
      )
    else if (!places.pictures.has(node.url)) {
      const last = text.text.slice(at, end).lastIndexOf(`](${node.url}`)
      findings.push(missingPicture(text, at, node.url, places, last < 0 ? undefined : at + last + 2))
    }
  })
  return findings
}
