import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Who builds: the build itself, and the framework it has started. */
type Holder = { build: number; framework?: number }

/** Takes the one right to build, and gives what hands it back; undefined if another build has it. A build that was killed has lost it. */
export function takeLock(
  file: string,
): { tell: (framework: number) => void; release: () => void } | undefined {
  mkdirSync(dirname(file), { recursive: true })
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ build: process.pid }), { flag: 'wx' })
      return {
        tell: (framework) => writeFileSync(file, JSON.stringify({ build: process.pid, framework })),
        release: () => rmSync(file, { force: true }),
      }
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
      const holder = readHolder(file)
      if (holder && isAlive(holder.build)) return undefined
      if (holder?.framework) endOrphan(holder.framework)
      rmSync(file, { force: true })
    }
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Ends the framework that a killed build has left behind, so that it does not write into the next one. */
function endOrphan(id: number): void {
  try {
    // the number may have gone to another program since
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(id)], { encoding: 'utf8' })
    if (/next/.test(command)) process.kill(-id, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}
