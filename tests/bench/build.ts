import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What a build has cost: processor seconds of all its processes, seconds on the clock, and the most memory they held together, in megabytes. */
export type Cost = { cpu: number; wall: number; memory: number }

/** Builds a site and measures all that it takes; what it says is shown only when it fails. */
export async function measuredBuild(contentRoot: string, out: string): Promise<Cost> {
  const start = performance.now()
  const build = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/build.ts'], {
    env: { ...process.env, CONTENT_ROOT: contentRoot, OUT: out },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [build.stdout, build.stderr]) {
    stream.on('data', (text) => {
      said += text
    })
  }
  const seconds = new Map<number, number>()
  let memory = 0
  const look = () => {
    const family = familyOf(build.pid ?? 0)
    for (const { id, cpu } of family) seconds.set(id, cpu)
    memory = Math.max(
      memory,
      family.reduce((sum, { id }) => sum + memoryOf(id), 0),
    )
  }
  const watch = setInterval(look, 250)
  const code = await new Promise((done) => build.on('close', done))
  clearInterval(watch)
  if (code !== 0) throw new Error(`A build for the bench failed:\n${said}`)
  return {
    cpu: [...seconds.values()].reduce((sum, one) => sum + one, 0),
    wall: (performance.now() - start) / 1000,
    memory,
  }
}

type Member = { id: number; parent: number; cpu: number }

/** A process and all that it has started, as Linux knows them. */
function familyOf(root: number): Member[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => memberOf(Number(name)))
  const family = new Set([root])
  for (let size = 0; size !== family.size; ) {
    size = family.size
    for (const { id, parent } of all) if (family.has(parent)) family.add(id)
  }
  return all.filter(({ id }) => family.has(id))
}

function memberOf(id: number): Member[] {
  try {
    // the fields stand after the name, which is in brackets: parent second, times in hundredths of a second
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? []
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]]
    return [{ id, parent, cpu: (user + system) / 100 }]
  } catch {
    // it has ended since it was listed
    return []
  }
}

/** The memory of a process in megabytes; what it shares with others is counted in parts. */
function memoryOf(id: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1000
  } catch {
    return 0
  }
}
