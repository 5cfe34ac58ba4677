import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compile } from './compile'
import { documentsOf } from './ledger'
import type { Library } from './library'

// As many as keep esbuild busy; more only take memory.
const atOnce = 8

/** The compiled code of all articles and comparisons, by address. What was compiled before from the same text by the same program is taken from a folder. */
export async function allCodes(
  library: Library,
  folder: string,
  program: string,
): Promise<Map<string, string>> {
  await mkdir(folder, { recursive: true })
  const kept = new Set(await readdir(folder))
  const used = new Set<string>()
  const codes = new Map<string, string>()
  const waiting = documentsOf(library)
  const worker = async () => {
    for (let document = waiting.pop(); document; document = waiting.pop()) {
      const name = createHash('sha256').update(`${program}\n${document.kind}\n${document.text}`).digest('hex')
      const code = kept.has(name) ? await readFile(join(folder, name), 'utf8') : await compile(document)
      if (!kept.has(name)) await writeFile(join(folder, name), code)
      used.add(name)
      codes.set(document.address, code)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  for (const name of kept) if (!used.has(name)) await rm(join(folder, name))
  return codes
}
