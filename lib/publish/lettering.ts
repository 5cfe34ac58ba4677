import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font, type Glyph } from 'fontkit'
import sharp from 'sharp'

/** A letter as dots, to be put into pictures again and again: how light each dot is, from 0 (ink) to 255, and where it begins, seen from the point at which the letter is set. */
export type Stamp = { left: number; top: number; width: number; height: number; dots: Uint8Array }

/** A word as letters, in units of the font. */
type Word = { letters: { glyph: Glyph; x: number; y: number }[]; width: number }

// The face of the site in one weight: the program that reads fonts cannot vary one that is packed for browsers.
const file = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2'

let font: Font | undefined
const words = new Map<string, Word>()
const stamps = new Map<string, Promise<Stamp>>()

/** The lines into which a text falls at a size; a word that is wider than the line is broken. */
export function linesOf(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).flatMap((word) => pieces(word, size, width))) {
    const longer = line ? `${line} ${word}` : word
    if (line && widthOf(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}

/** The width of a line of text at a size. */
export function widthOf(line: string, size: number): number {
  const all = line.split(' ').map((word) => wordOf(word).width)
  return all.reduce((sum, width) => sum + space() + width, -space()) * scale(size)
}

/** The letters of a line of text at a size, and the whole dots at which they are set. */
export async function lettersOf(
  line: string,
  size: number,
  x: number,
  y: number,
): Promise<{ stamp: Stamp; x: number; y: number }[]> {
  let at = 0
  const letters = line.split(' ').flatMap((text) => {
    const word = wordOf(text)
    const start = at
    at += word.width + space()
    return word.letters.map((letter) => ({ ...letter, x: start + letter.x }))
  })
  return Promise.all(
    letters.map(async (letter) => ({
      stamp: await stampOf(letter.glyph, size),
      x: Math.round(x + letter.x * scale(size)),
      y: Math.round(y - letter.y * scale(size)),
    })),
  )
}

function pieces(word: string, size: number, width: number): string[] {
  if (wordOf(word).width * scale(size) <= width) return [word]
  const half = Math.ceil(word.length / 2)
  return [...pieces(word.slice(0, half), size, width), ...pieces(word.slice(half), size, width)]
}

function wordOf(text: string): Word {
  const known = words.get(text)
  if (known) return known
  const { glyphs, positions, advanceWidth } = face().layout(text)
  let at = 0
  const letters = glyphs.map((glyph, index) => {
    const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {}
    const letter = { glyph, x: at + xOffset, y: yOffset }
    at += xAdvance
    return letter
  })
  const word = { letters: letters.filter(({ glyph }) => glyph.path.commands.length > 0), width: advanceWidth }
  words.set(text, word)
  return word
}

function stampOf(glyph: Glyph, size: number): Promise<Stamp> {
  const name = `${size} ${glyph.id}`
  const stamp = stamps.get(name) ?? cutStamp(glyph, size)
  stamps.set(name, stamp)
  return stamp
}

async function cutStamp({ bbox, path }: Glyph, size: number): Promise<Stamp> {
  const by = scale(size)
  const [left, top] = [Math.floor(bbox.minX * by), Math.floor(-bbox.maxY * by)]
  const [width, height] = [Math.ceil(bbox.maxX * by) - left, Math.ceil(-bbox.minY * by) - top]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}"><path fill="#fff" d="M${left} ${top}h${width}v${height}h-${width}z"/><path transform="scale(${by} ${-by})" d="${path.toSVG()}"/></svg>`
  // black on white, so one channel says it all
  const dots = await sharp(Buffer.from(svg)).extractChannel(0).raw().toBuffer()
  return { left, top, width, height, dots }
}

function face(): Font {
  font ??= create(readFileSync(createRequire(import.meta.url).resolve(file))) as Font
  return font
}

const scale = (size: number) => size / face().unitsPerEm
const space = () => wordOf(' ').width
