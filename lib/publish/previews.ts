import { existsSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { textContent } from 'domutils'
import sharp from 'sharp'
import { neutralPreview, pages, previewPicture, sectionAddress } from '../addresses'
import { documentsOf } from '../content'
import { readPage } from './frame'
import { elementsNamed, formatNodes, hashOf } from './html'
import { lettersOf, linesOf, type Stamp, widthOf } from './lettering'
import { pngOf, rowLength } from './png'
import type { Build } from './step'

/** What a preview picture shows. */
export type Card = { file: string; title: string; above?: string; way?: string | undefined; foot: string }

export const previewSize = { width: 1200, height: 630 }
const { width, height } = previewSize
const text = { x: 312, y: 64, width: 828, height: 430 }

const ways = ['therapy', 'medicine', 'both', 'waiting']
const inks = { paper: [251, 248, 239], ink: [20, 39, 27], therapy: [19, 104, 132], medicine: [194, 118, 0] }

// a picture that was drawn by an earlier version is drawn again
const version = '3'
const cache = '.build/cache/previews'

/** Draws a picture for each article, comparison and section, and for each page of the program. What is as it was is taken from the last time. */
export async function previews({ folder, library }: Build): Promise<void> {
  const sprite = formatNodes(elementsNamed(await readPage(folder, pages.home), 'svg').slice(0, 1))
  const bases = new Map<string, Promise<Uint8Array>>()
  const baseOf = (way = '') => {
    const base = bases.get(way) ?? drawBase(sprite, way)
    bases.set(way, base)
    return base
  }
  await mkdir(cache, { recursive: true })
  const waiting = await cardsOf({ folder, library })
  const work = async () => {
    for (let card = waiting.pop(); card; card = waiting.pop()) {
      const kept = join(cache, `${hashOf(version, sprite, JSON.stringify({ ...card, file: '' }))}.png`)
      if (!existsSync(kept)) await writeFile(kept, await drawCard(card, await baseOf(card.way)))
      const file = join(folder, card.file)
      await mkdir(dirname(file), { recursive: true })
      await copyFile(kept, file)
    }
  }
  await Promise.all(Array.from({ length: 4 }, work))
}

async function cardsOf({ folder, library }: Build): Promise<Card[]> {
  const foot = library.words.site.name
  const cards: Card[] = [{ file: neutralPreview, title: library.words.short.title, way: 'none', foot: '' }]
  for (const { address, details, sections } of documentsOf(library)) {
    const way = 'way' in details ? details.way : undefined
    const above = `${library.words.section.part} ${details.title}`
    cards.push({ file: previewPicture(address), title: details.title, way, foot })
    for (const { id, title } of sections)
      cards.push({ file: previewPicture(sectionAddress(address, id)), title, above, way, foot })
  }
  for (const address of Object.values(pages)) {
    if (!existsSync(join(folder, address, 'index.html'))) continue
    const [title] = elementsNamed(await readPage(folder, address), 'title')
    const [own = foot] = (title ? textContent(title) : foot).split(' · ')
    cards.push({ file: previewPicture(address), title: own, foot: own === foot ? '' : foot })
  }
  return cards
}

/** The picture of a card as PNG: its words on a ground that all cards of its way share. */
async function drawCard({ title, above, foot }: Card, base: Uint8Array): Promise<Buffer> {
  const size =
    [104, 92, 80, 70, 60, 52, 44].find(
      (size) => linesOf(title, size, text.width).length * size * 1.08 <= text.height - 60,
    ) ?? 36
  const start = above ? 130 : 96
  const lines = [
    above ? lettersOf(fitted(above, 36), 36, text.x, 96) : [],
    ...linesOf(title, size, text.width).map((line, index) =>
      lettersOf(line, size, text.x, start + size * (0.8 + index * 1.08)),
    ),
    foot ? lettersOf(fitted(foot, 36), 36, text.x, 572) : [],
  ]
  const rows = base.slice()
  for (const letters of await Promise.all(lines)) {
    for (const { stamp, x, y } of letters) print(stamp, x, y, rows)
  }
  return pngOf(rows, width, height, palette)
}

/** Puts a letter on the ground. The first eight colours are the steps from ink to paper, so the darker of two dots is the lower number. */
function print(
  { left, top, width: across, height: down, dots }: Stamp,
  x: number,
  y: number,
  rows: Uint8Array,
) {
  let at = 0
  for (let row = y + top; row < y + top + down; row++) {
    const start = row * rowLength(width) + 1
    for (let column = x + left; column < x + left + across; column++) {
      const dot = (dots[at++] as number) >> 5
      const byte = start + (column >> 1)
      const now = rows[byte] as number
      if (column & 1) {
        if (dot < (now & 15)) rows[byte] = (now & 240) | dot
      } else if (dot < now >> 4) rows[byte] = (dot << 4) | (now & 15)
    }
  }
}

/** A line that is cut after a word if it is too long. */
function fitted(line: string, size: number): string {
  if (widthOf(line, size) <= text.width) return line
  const shorter = line.replace(/…$/, '').replace(/\s+\S*$/, '')
  return shorter === line ? line : fitted(`${shorter}…`, size)
}

/** The ground of the cards of one way: paper, the bound edge and the sign. */
async function drawBase(sprite: string, way: string): Promise<Uint8Array> {
  const signs = ways.includes(way)
    ? [[way, 84, 64, 184] as const]
    : way === 'none'
      ? []
      : ways.map((one, index) => [one, 84 + (index % 2) * 96, 64 + Math.floor(index / 2) * 96, 84] as const)
  const edge =
    way === 'none'
      ? ''
      : Array.from({ length: 16 }, (_, n) =>
          use(ways.includes(way) ? way : (ways[n >> 2] ?? ''), 6, 6 + n * 39.4, 27),
        ).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style>${styles}</style>${sprite}<path fill="#fbf8ef" d="M0 0h${width}v${height}H0z"/>${edge}${signs.map(([name, x, y, size]) => use(name, x, y, size)).join('')}</svg>`
  const colours = new Uint32Array((await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer()).buffer)
  const rows = new Uint8Array(rowLength(width) * height)
  let at = 0
  for (let y = 0; y < height; y++)
    for (let x = 1; x < rowLength(width); x++)
      rows[y * rowLength(width) + x] =
        (nearestInk(colours[at++] as number) << 4) | nearestInk(colours[at++] as number)
  return rows
}

const use = (sign: string, x: number, y: number, size: number) =>
  `<use href="#sign-${sign}" x="${x}" y="${y}" width="${size}" height="${size}"/>`

// The twelve marks of waiting are set by the length of the circle, which the program that draws does not divide by itself.
const styles = `.i-t{fill:rgb(${inks.therapy})}.i-m{fill:rgb(${inks.medicine})}.i-k{fill:rgb(${inks.ink})}.i-w{fill:none;stroke:rgb(${inks.ink});stroke-width:6.6;stroke-linecap:round;stroke-dasharray:0 9.739}`

/** Eight steps from ink to paper, then four from each of the others. */
const palette: number[][] = [
  ...steps(inks.ink, 8),
  ...steps(inks.therapy, 5).slice(0, 4),
  ...steps(inks.medicine, 5).slice(0, 4),
]

function steps(from: number[], count: number): number[][] {
  return Array.from({ length: count }, (_, n) =>
    from.map((value, index) => Math.round(value + (((inks.paper[index] ?? 0) - value) * n) / (count - 1))),
  )
}

const known = new Map<number, number>()
let last = { colour: -1, number: 0 }

/** The number of the colour of the palette that is nearest to a colour, given as the machine holds its four bytes. */
function nearestInk(colour: number): number {
  // most points are like the one before
  if (colour === last.colour) return last.number
  const number = known.get(colour) ?? nearestTo(colour & 255, (colour >> 8) & 255, (colour >> 16) & 255)
  known.set(colour, number)
  last = { colour, number }
  return number
}

function nearestTo(red: number, green: number, blue: number): number {
  const distances = palette.map(
    ([r = 0, g = 0, b = 0]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2,
  )
  return distances.indexOf(Math.min(...distances))
}
