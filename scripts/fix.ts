import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentRoot, today } from '../lib/content'
import { fixContent } from '../lib/content/fixes'
import { readContent } from '../lib/content/read'

/** Writes what can be put right by itself: each change is shown, then written. Says how many there were. */
export async function fix(root = contentRoot(), say: (line: string) => void = console.log): Promise<number> {
  const before = await readContent(root)
  const { content, changes } = fixContent(before, today())
  for (const { file, line, before, after } of changes) {
    say(line === undefined ? `${file}\n  + ${after}` : `${file}:${line}\n  - ${before}\n  + ${after}`)
  }
  for (const source of content.files) {
    const old = before.files.find(({ path }) => path === source.path)
    if (old?.text === source.text) continue
    // The new text replaces the old one in one move, so a file is never half written.
    const path = join(root, source.path)
    await writeFile(`${path}.new`, source.text)
    await rename(`${path}.new`, path)
  }
  return changes.length
}
