import { stat } from 'node:fs/promises'
import sharp from 'sharp'
import { writeWhole } from './files'
import { picturePlace, Refused, slugFrom } from './paths'

/** A picture larger than this is a mistake, or a film. */
const mostBytes = 25_000_000
/** Wider than any column on a sharp screen. */
const widest = 1600
/** The formats by their names in the program that reads them, with the endings of their files. */
const kinds = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif', heif: 'avif' } as const

/** Puts a picture among the pictures and says its address. What a camera writes into it, such as the place, is left out. */
export async function addPicture(
  publicFolder: string,
  bytes: Uint8Array,
  description: string,
): Promise<string> {
  if (description.trim().length < 3)
    throw new Refused('Say what the picture shows, for people who cannot see it.')
  if (bytes.length > mostBytes) throw new Refused('This picture is too large. Make it smaller than 25 MB.')
  const picture = sharp(bytes, { limitInputPixels: 100_000_000 })
  const format = (await picture.metadata().catch(() => undefined))?.format
  if (!format || !isKnown(format))
    throw new Refused('This is not a picture the site can show. Use PNG, JPEG, WebP, GIF or AVIF.')
  const clean = await picture
    .rotate()
    .resize({ width: widest, withoutEnlargement: true })
    .toFormat(format === 'heif' ? 'avif' : format)
    .toBuffer()
    .catch(() => {
      throw new Refused('This picture is damaged. Try to save it again in the program it comes from.')
    })
  const name = slugFrom(description).slice(0, 40).replace(/-$/, '') || 'picture'
  for (let number = 1; ; number++) {
    const file = `${name}${number > 1 ? `-${number}` : ''}.${kinds[format]}`
    const place = await picturePlace(publicFolder, file)
    if (await stat(place).catch(() => undefined)) continue
    await writeWhole(place, clean)
    return `/pictures/${file}`
  }
}

const isKnown = (format: string): format is keyof typeof kinds => Object.hasOwn(kinds, format)
