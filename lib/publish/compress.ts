import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Build } from '.'
import { filesIn } from './html'

const inBrotli = promisify(brotliCompress)
const inGzip = promisify(gzip)

/** The files that shrink; pictures and fonts are small already. */
const shrinks = /\.(html|css|js|json|xml|txt|md|svg|wasm|webmanifest)$/

// The best form takes about a second for each megabyte. A site so large that this would be minutes gets the quick form, 15 % larger.
const bestUpTo = 25_000_000

/** Puts a brotli and a gzip form beside every file that shrinks. */
export async function compress({ folder }: Build): Promise<void> {
  const files = (await filesIn(folder)).filter((file) => shrinks.test(file))
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file))))
  const size = texts.reduce((sum, { length }) => sum + length, 0)
  const quality = size > bestUpTo ? 5 : 11
  await Promise.all(
    files.map(async (file, index) => {
      const text = texts[index] as Buffer
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      }
      const [brotli, zipped] = await Promise.all([inBrotli(text, { params }), inGzip(text, { level: 9 })])
      await Promise.all([
        writeFile(join(folder, `${file}.br`), brotli),
        writeFile(join(folder, `${file}.gz`), zipped),
      ])
    }),
  )
}
