import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { textContent } from 'domutils'
import { elementsNamed, filesIn, hashOf, parseHtml } from './html'
import type { Build } from './step'

/**
 * Puts the crisis line of the pages at the foot of every printed sheet. The foot of a sheet can hold only what a style
 * sheet says, so the words of the clinic are put into it, and its name changes with them.
 */
export async function paper({ folder }: Build): Promise<void> {
  const files = await filesIn(folder)
  const home = parseHtml(await readFile(join(folder, 'index.html'), 'utf8'))
  const line = elementsNamed(home, 'p').find(({ attribs }) => attribs.class === 'crisis')
  const words = line ? textContent(line).replace(/\s+/g, ' ').trim() : ''
  const foot = `@media print{@page{@bottom-left{content:${JSON.stringify(words)}}}}`
  const renamed = await Promise.all(
    files.filter((file) => file.endsWith('.css')).map((file) => withFoot(folder, file, foot)),
  )
  for (const file of files.filter((file) => file.endsWith('.html'))) {
    const html = await readFile(join(folder, file), 'utf8')
    await writeFile(
      join(folder, file),
      renamed.reduce((text, [before, after]) => text.replaceAll(before, after), html),
    )
  }
}

async function withFoot(folder: string, file: string, foot: string): Promise<[string, string]> {
  const style = (await readFile(join(folder, file), 'utf8')) + foot
  const after = file.replace(/[^/]+$/, `${hashOf(style)}.css`)
  await writeFile(join(folder, after), style)
  await rm(join(folder, file))
  return [file, after]
}
