import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder that is edited: a copy of the made-up library, in a repository of its own. */
export const edited = '.build/edited'
export const content = join(edited, 'content')
export const seaAir = 'en/articles/sea-air.mdx'

/** The library as it was before anybody edited it. */
export function makeEdited(): void {
  rmSync(edited, { recursive: true, force: true })
  mkdirSync(edited, { recursive: true })
  cpSync('tests/fixtures/content', content, { recursive: true })
  git('init', '--quiet')
  keepAll()
}

/** Puts the library back as it was; the folder itself stays, because it is watched. */
export function resetEdited(): void {
  git('reset', '--quiet', '--hard', 'first')
  git('clean', '--quiet', '-fd')
}

/** What git answers in the edited folder. */
export function git(...settings: string[]): string {
  return execFileSync(
    'git',
    ['-C', edited, '-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...settings],
    {
      encoding: 'utf8',
    },
  )
}

function keepAll(): void {
  git('add', '.')
  git('commit', '--quiet', '-m', 'First')
  git('tag', 'first')
}

export const read = (path: string) => readFileSync(join(content, path), 'utf8')
export const remove = (path: string) => rmSync(join(content, path))
export const write = (path: string, text: string) => writeFileSync(join(content, path), text)
