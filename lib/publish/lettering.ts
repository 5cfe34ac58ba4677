import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font, type Glyph } from 'fontkit'

// The face of the site in one weight: the program that reads fonts cannot vary one that is packed for browsers.
const file = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2'

let font: Font | undefined
const words = new Map<string, number>()
const shapes = new Map<number, string>()

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
  return (
    (sum([...line.split(' ')].map(wordWidth)) + (line.split(' ').length - 1) * wordWidth(' ')) * scale(size)
  )
}

/** A line of text as shapes, so that it looks the same wherever it is drawn. */
export function lettersOf(line: string, size: number, x: number, y: number): string {
  const { glyphs, positions } = face().layout(line)
  let at = x
  return glyphs
    .map((glyph, index) => {
      const { xOffset = 0, xAdvance = 0 } = positions[index] ?? {}
      const left = at + xOffset * scale(size)
      at += xAdvance * scale(size)
      return `<path transform="matrix(${scale(size)} 0 0 ${-scale(size)} ${left.toFixed(2)} ${y})" d="${shapeOf(glyph)}"/>`
    })
    .join('')
}

function pieces(word: string, size: number, width: number): string[] {
  if (wordWidth(word) * scale(size) <= width) return [word]
  const half = Math.ceil(word.length / 2)
  return [...pieces(word.slice(0, half), size, width), ...pieces(word.slice(half), size, width)]
}

function wordWidth(word: string): number {
  const known = words.get(word) ?? face().layout(word).advanceWidth
  words.set(word, known)
  return known
}

function shapeOf(glyph: Glyph): string {
  const known = shapes.get(glyph.id) ?? glyph.path.toSVG()
  shapes.set(glyph.id, known)
  return known
}

function face(): Font {
  font ??= create(readFileSync(createRequire(import.meta.url).resolve(file))) as Font
  return font
}

const scale = (size: number) => size / face().unitsPerEm
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
