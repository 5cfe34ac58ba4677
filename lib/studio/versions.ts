import { sep } from 'node:path'
import { committedText, git } from '../git'
import { Refused } from './paths'

/** A file that differs from the last version that was kept. */
export type Changed = { path: string; what: 'new' | 'changed' | 'gone' }

/** The files of a folder that differ from the last version kept, or nothing when versions are not kept here. */
export async function changedFiles(folder: string): Promise<Changed[] | undefined> {
  const answer = await git(
    folder,
    'status',
    '--porcelain=v1',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--',
    '.',
  ).catch(() => undefined)
  if (answer === undefined) return undefined
  const prefix = (await git(folder, 'rev-parse', '--show-prefix')).trim()
  return answer
    .split('\0')
    .filter(Boolean)
    .map((line) => ({
      path: line.slice(3 + prefix.length),
      what: line.startsWith('??') ? 'new' : line.slice(0, 2).includes('D') ? 'gone' : 'changed',
    }))
}

/** The text of a file as it was last kept. */
export const keptText = committedText

/** Keeps the named files as a version, with who did it and a sentence on what is new. Nothing leaves this computer. */
export async function keepVersion(
  folder: string,
  { paths, name, sentence }: { paths: string[]; name: string; sentence: string },
): Promise<void> {
  const who = name.replace(/[<>\n\r]/g, '').trim()
  const what = sentence.replace(/\s+/g, ' ').trim()
  if (!who || !what) throw new Refused('Write your name and a sentence on what is new.')
  const changed = new Set((await changedFiles(folder))?.map(({ path }) => path))
  const chosen = paths.filter((path) => changed.has(path))
  if (!chosen.length) throw new Refused('Nothing has changed since the last version.')
  // git takes the name of a file for a pattern unless it is told not to
  const files = chosen.map((path) => `:(literal)${path.split(sep).join('/')}`)
  const email = `${
    who
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '.')
      .replace(/^\.|\.$/g, '') || 'staff'
  }@localhost`
  await git(folder, 'add', '--', ...files).catch(refuse)
  const person = ['-c', `user.name=${who}`, '-c', `user.email=${email}`, '-c', 'commit.gpgsign=false']
  await git(
    folder,
    ...person,
    'commit',
    '--quiet',
    `--author=${who} <${email}>`,
    `--message=${what}`,
    '--only',
    '--',
    ...files,
  ).catch(refuse)
}

function refuse(): never {
  throw new Refused(
    'The version could not be kept. Your text is saved all the same; ask the person who looks after the site.',
  )
}
