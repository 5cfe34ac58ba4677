import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { hashOf } from './html'
import { hashed } from './lean'

/** Writes a script with all it needs under a name that changes with it; its address comes back. */
export async function writeScript(folder: string, name: string, source: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    write: false,
  })
  const code = outputFiles[0]?.contents ?? new Uint8Array()
  const address = `${hashed}${name}.${hashOf(code)}.js`
  await mkdir(dirname(join(folder, address)), { recursive: true })
  await writeFile(join(folder, address), code)
  return address
}
