import { existsSync } from 'node:fs'
import { copyFile, link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { filesIn } from './html'
import type { Build } from './step'

const inBrotli = promisify(brotliCompress)
const inGzip = promisify(gzip)

// As many as keep all processors busy; more only take memory.
const atOnce = 4

/** The files that shrink; pictures and fonts are small already. */
const shrinks = /\.(html|css|js|json|xml|txt|md|svg|wasm|webmanifest)$/

// The best form takes about a second for each megabyte. A site so large that this would be minutes gets the quick form, 15 % larger.
const bestUpTo = 25_000_000
const best = { brotli: 11, level: 9 }
const quick = { brotli: 5, level: 6 }

// Below this a file is one packet in any form.
const worthIt = 1400

/** Puts a brotli and a gzip form beside every file that shrinks and is not small. A file that is the same as in the old site keeps its forms, and its age. */
export async function compress({ folder, old }: Build): Promise<void> {
  const files = await filesIn(folder)
  const texts = files.filter((file) => shrinks.test(file))
  const sizes = await Promise.all(texts.map(async (file) => (await stat(join(folder, file))).size))
  const effort = sizes.reduce((sum, size) => sum + size, 0) > bestUpTo ? quick : best
  const waiting = [...files]
  const worker = async () => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      const bytes = await readFile(join(folder, file))
      if (old && (await isSame(bytes, join(old, file)))) await takeOver(join(old, file), join(folder, file))
      else if (shrinks.test(file) && bytes.length >= worthIt)
        await writeForms(join(folder, file), bytes, effort)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

async function writeForms(file: string, bytes: Buffer, { brotli, level }: typeof best): Promise<void> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotli,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  await writeFile(`${file}.br`, await inBrotli(bytes, { params }))
  await writeFile(`${file}.gz`, await inGzip(bytes, { level }))
}

async function isSame(bytes: Buffer, oldFile: string): Promise<boolean> {
  try {
    const hasForms = !shrinks.test(oldFile) || bytes.length < worthIt || existsSync(`${oldFile}.br`)
    return hasForms && bytes.equals(await readFile(oldFile))
  } catch {
    return false
  }
}

/** An old file takes the place of the same new one with its forms. Its age goes along, so that readers who have it are told that theirs is still good. */
async function takeOver(oldFile: string, file: string): Promise<void> {
  await rm(file)
  for (const end of ['', '.br', '.gz']) if (existsSync(oldFile + end)) await share(oldFile + end, file + end)
}

/** One file with two names for as long as the old site stands; a copy where the new site is made on another disk. */
async function share(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch {
    await copyFile(from, to)
    const { atime, mtime } = await stat(from)
    await utimes(to, atime, mtime)
  }
}
