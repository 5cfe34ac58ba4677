import type { Finding } from '../finding'
import { idFrom } from './settings'

/** A file by its path from the content folder, and by the name the editor knows. */
export type Named = { path: string; file: string }

const copy =
  /^(?:~\$(.+)|(?:copy of )(.+?)(\.\w+)|(.+?)(?: ?\(\d+\)| - copy(?: \(\d+\))?|[ _-]copy(?: ?\d+)?|_?conflict.*|~)(\.\w+)~?)$/i
const own = /(^|\/)[a-z]{2}\/(articles|comparisons)\//

/** Every file has a name that the site sees, and that can be an address. */
export function checkFileNames(files: Named[]): Finding[] {
  const findings: Finding[] = []
  const first = new Map<string, string>()
  for (const { path } of files) {
    const key = path.toLowerCase()
    if (!first.has(key) || path === key) first.set(key, path)
  }
  for (const { path, file } of files) {
    const found = wrongName(path, files, first.get(path.toLowerCase()) ?? path)
    if (found) findings.push({ file, line: 1, column: 1, severity: 'fix', ...found })
  }
  return findings
}

function wrongName(
  path: string,
  files: Named[],
  first: string,
): Pick<Finding, 'rule' | 'message' | 'fix'> | undefined {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const name = path.slice(folder.length)
  const inside = own.test(`/${path}`) || !path.includes('/')
  const copied = name.match(copy)
  if (copied) {
    const original = copied[1] ?? `${(copied[2] ?? copied[4] ?? '').trim()}${copied[3] ?? copied[5] ?? ''}`
    if (copied[1] || /^[\w .-]+$/.test(original)) {
      return {
        rule: 'name-copy',
        message: `This looks like a copy of ${original}.`,
        fix: 'Delete it or give it its own name.',
      }
    }
  }
  const hidden = name.match(/^(.+\.(?:mdx|ya?ml))\.(txt|bak|docx?|rtf|html?|tmp|old)$/i)
  if (hidden) {
    return {
      rule: 'name-hidden',
      message: `This file is called ${name}, so the site does not see it.`,
      fix: `Rename it to ${hidden[1]} (Windows may hide the last part: turn on “File name extensions”).`,
    }
  }
  if (first !== path && files.some((other) => other.path === first)) {
    return { rule: 'name-twice', message: 'Two files would get the same address.', fix: 'Keep one.' }
  }
  const ending = name.slice(name.lastIndexOf('.') + 1)
  const base = name.slice(0, Math.max(0, name.lastIndexOf('.'))) || name
  if (/\.yml$/i.test(name))
    return { rule: 'name-ending', message: 'Lists must end in .yaml.', fix: `Rename it to ${base}.yaml.` }
  if (!inside || !/^(mdx?|txt|docx?|rtf|html?|markdown)$/i.test(ending)) return oddFolder(folder)
  if (ending !== 'mdx') {
    if (/^readme$/i.test(base)) return undefined
    return {
      rule: 'name-ending',
      message: 'Pages must end in .mdx.',
      fix: /^docx?|rtf$/i.test(ending)
        ? `Make a new page called ${idFrom(base)}.mdx and paste the text into it.`
        : `Rename it to ${idFrom(base)}.mdx.`,
    }
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(base)) {
    return {
      rule: 'name-letters',
      message:
        'The file name becomes the address of the page, so it can have only small letters, digits and dashes.',
      fix: idFrom(base)
        ? `Rename it to ${idFrom(base)}.mdx.`
        : 'Give it another name, for example therapy-options.mdx.',
    }
  }
  return oddFolder(folder)
}

function oddFolder(folder: string): Pick<Finding, 'rule' | 'message' | 'fix'> | undefined {
  const odd = own.test(`/${folder}`)
    ? folder.split('/').find((part) => part && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part))
    : undefined
  if (!odd) return undefined
  return {
    rule: 'name-letters',
    message: `The folder “${odd}” becomes part of the address, so it can have only small letters, digits and dashes.`,
    fix: `Rename it to ${idFrom(odd) || 'conditions'}.`,
  }
}
