import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Who builds: the build itself, and the framework it has started. */
type Holder = { build: number; framework?: number }

/** Takes the one right to build, and gives what hands it back; undefined if another build has it. A build that was killed has lost it. */
export function takeLock(
  file: string,
): { tell: (framework: number) => void; release: () => void } | undefined {
  mkdirSync(dirname(file), { recursive: true })
  // written beside and then put in place, so that nobody ever reads half a lock
  const own = `${file}-${process.pid}`
  const write = (holder: Holder) => writeFileSync(own, JSON.stringify(holder))
  for (;;) {
    try {
      write({ build: process.pid })
      linkSync(own, file)
      rmSync(own)
      return {
        tell: (framework) => {
          write({ build: process.pid, framework })
          renameSync(own, file)
        },
        release: () => rmSync(file, { force: true }),
      }
    } catch (fault) {
      rmSync(own, { force: true })
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
    if (/\bnext build\b/.test(command)) process.kill(-id, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}
