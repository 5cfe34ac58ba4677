import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { hashOf } from './html'

// What draws and finishes the pages.
const program = [
  'app',
  'components',
  'lib',
  'public/fonts',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
]

/** A short text that changes when anything changes from which the site is built. */
export function hashOfInputs(contentRoot: string): string {
  return hashOf(hashOfProgram(), ...[contentRoot, 'public', 'scripts'].filter(existsSync).flatMap(pieces))
}

/** A short text that changes when the program changes that builds the site. */
export function hashOfProgram(): string {
  return hashOf(process.version, ...program.filter(existsSync).flatMap(pieces))
}

function pieces(path: string): (string | Uint8Array)[] {
  if (!statSync(path).isDirectory()) return [path, readFileSync(path)]
  return readdirSync(path)
    .sort()
    .flatMap((name) => pieces(join(path, name)))
}

/** The file that keeps from what the site in a folder was built. */
export function builtFrom(folder: string): string {
  return join('.build', `${basename(folder)}.inputs`)
}

/** True if the site in a folder is missing, or was built from something else than what is there now. */
export function isStale(folder: string, contentRoot: string): boolean {
  return (
    !existsSync(folder) ||
    !existsSync(builtFrom(folder)) ||
    readFileSync(builtFrom(folder), 'utf8') !== hashOfInputs(contentRoot)
  )
}
