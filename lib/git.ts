import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What git answers, run in a folder; it fails when there is no git or no repository. */
export async function git(folder: string, ...settings: string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', folder, ...settings], { maxBuffer: 50_000_000 })
  return stdout
}

/** The text of a file in the last commit, if the folder is in a repository and the file in its last commit. */
export async function committedText(folder: string, path: string): Promise<string | undefined> {
  return git(folder, 'show', `HEAD:./${path}`).catch(() => undefined)
}
