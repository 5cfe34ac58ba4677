import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import type { Build } from '.'
import { speculationRules } from './headers'
import { hashOf } from './html'

const source = 'components/enhance/index.ts'

// Only once a finger or a pointer is on the link: whoever has a bad connection pays for every page they do not read.
const rules = { prefetch: [{ where: { href_matches: '/*' }, eagerness: 'conservative' }] }

/** Writes the one script of all pages, and the file that lets browsers fetch the next page ahead. */
export async function enhance({ folder }: Build): Promise<void> {
  await writeFile(join(folder, speculationRules), JSON.stringify(rules))
  if (!existsSync(source)) return
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    write: false,
  })
  const code = outputFiles[0]?.contents ?? new Uint8Array()
  const file = join(folder, `_next/static/enhance.${hashOf(code)}.js`)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, code)
}
