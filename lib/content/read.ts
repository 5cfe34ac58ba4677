import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Finding } from './finding'

/** A file of the content folder as it was read; its text keeps its line ends and its byte-order mark. */
export type SourceFile = {
  /** from the content folder, with /: en/articles/psychotherapy.mdx */
  path: string
  /** as the editor knows it: content/en/articles/psychotherapy.mdx */
  file: string
  text: string
}

export type ContentFiles = { root: string; files: SourceFile[]; pictures: string[]; findings: Finding[] }

/** All files of the content folder and the names of all pictures in public/, with a finding for each that could not be read. */
export async function readContent(root: string, publicFolder = 'public'): Promise<ContentFiles> {
  const findings: Finding[] = []
  const files: SourceFile[] = []
  const inProject = relative(process.cwd(), root).split(sep).join('/') || '.'
  const shown = inProject.startsWith('..') ? root : inProject
  const show = (path: string) => `${shown}/${path}`
  for (const path of await filesBelow(root, (path, fix) =>
    findings.push(readFinding(show(path), 'file-unreadable', 'This file or folder could not be read.', fix)),
  )) {
    try {
      files.push({ path, file: show(path), text: await readFile(join(root, path), 'utf8') })
    } catch {
      findings.push(
        readFinding(
          show(path),
          'file-unreadable',
          'This file could not be read.',
          'Check that you may open it, or restore it from the last version.',
        ),
      )
    }
  }
  const pictures = (await filesBelow(publicFolder, () => {})).map((path) => `/${path}`)
  return { root: shown, files, pictures, findings }
}

async function filesBelow(
  folder: string,
  onFault: (path: string, fix: string) => void,
  below = '',
): Promise<string[]> {
  let entries: Awaited<ReturnType<typeof entriesOf>>
  try {
    entries = await entriesOf(join(folder, below))
  } catch {
    if (below) onFault(below, 'Check that you may open it.')
    return []
  }
  const found: string[] = []
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
    const path = below ? `${below}/${entry.name}` : entry.name
    if (entry.name.startsWith('.')) continue
    if (entry.isSymbolicLink()) onFault(path, 'It is a link to somewhere else. Put the file itself here.')
    else if (entry.isDirectory()) found.push(...(await filesBelow(folder, onFault, path)))
    else if (entry.isFile()) found.push(path)
  }
  return found
}

const entriesOf = (folder: string) => readdir(folder, { withFileTypes: true })

function readFinding(file: string, rule: string, message: string, fix: string): Finding {
  return { file, line: 1, column: 1, severity: 'fix', rule, message, fix }
}
