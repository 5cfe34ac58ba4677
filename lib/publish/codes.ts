import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { encode } from 'uqr'
import { codePicture, shortAddress } from '../addresses'
import { pastPlaces } from '../content'
import type { Build } from './step'

/** Draws the picture of each short address that was ever given. */
export async function codes({ folder, library }: Build): Promise<void> {
  await mkdir(dirname(join(folder, codePicture('x'))), { recursive: true })
  await Promise.all(
    pastPlaces(library).flatMap(({ code }) =>
      code
        ? [
            writeFile(
              join(folder, codePicture(code)),
              drawCode(new URL(shortAddress(code), library.clinic.site).href),
            ),
          ]
        : [],
    ),
  )
}

/** A code to scan: black squares on white, with the white rim of four that scanners ask for. */
export function drawCode(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .map((row, y) => {
      const runs = row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g)
      return [...runs].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`).join('')
    })
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
}
