import { spawn } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { contentRoot, readLibrary } from '../lib/content'
import { allCodes } from '../lib/content/codes'
import { formatFinding, stopsTheBuild } from '../lib/content/finding'
import { writeShelf } from '../lib/content/shelf'
import { publish } from '../lib/publish'
import { recoverFolder, replaceFolder } from '../lib/publish/folder'
import { builtFrom, hashOfInputs, hashOfProgram } from '../lib/publish/inputs'
import { nameOfPage, pagesToDraw, viewsOf } from '../lib/publish/kept-pages'
import { takeLock } from '../lib/publish/lock'

const out = process.env.OUT ?? 'out'
const pages = '.build/pages'
const shelf = resolve('.build/shelf')
// one for each site that is built here, so that the made-up one does not push out the real one
const cache = join('.build/cache', basename(out))

let framework: number | undefined
const lock = takeLock('.build/lock')
if (!lock) stop('Another build is at work in this folder; wait for it to end, then try again.')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stop(`The build was ended. The last finished site is still in ${out}/.`))

try {
  await recoverFolder(out)
  const inputs = hashOfInputs(contentRoot())
  const library = await readLibrary()
  if (stopsTheBuild(library.findings)) {
    const toFix = library.findings.filter(({ severity }) => severity === 'fix')
    console.error(toFix.map(formatFinding).join('\n'))
    stop(`${toFix.length} to fix. The site was not built; the last finished one is still in ${out}/.`)
  }
  const program = hashOfProgram()
  const codes = await allCodes(library, join(cache, 'codes'), program)
  const views = await viewsOf(library, codes)
  const names = new Map([...views].map(([address, view]) => [address, nameOfPage(view, program)]))
  const kept = { folder: join(cache, 'pages'), names }
  const toDraw = pagesToDraw(kept)
  await writeShelf(shelf, {
    library,
    codes,
    views: new Map([...views].filter(([address]) => toDraw.has(address))),
  })
  await rm(pages, { recursive: true, force: true })
  await drawPages(program)
  await publish({ folder: pages, library, kept, old: out }, console.log)
  await replaceFolder(pages, out)
  await writeFile(builtFrom(out), inputs)
  lock.release()
} catch (fault) {
  stop(`${(fault as Error).message}\nThe site was not built; the last finished one is still in ${out}/.`)
}

/** Lets the framework draw the pages; it gets a group of its own, so that all of it can be ended. */
function drawPages(program: string): Promise<void> {
  const next = spawn('npx', ['--no-install', 'next', 'build'], {
    stdio: 'inherit',
    detached: true,
    env: {
      ...process.env,
      PAGES_FOLDER: pages,
      SHELF: shelf,
      PROGRAM: program,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  framework = next.pid
  if (framework) lock?.tell(framework)
  return new Promise((done, failed) => {
    next.on('error', failed)
    next.on('exit', (code) => {
      framework = undefined
      if (code === 0) done()
      else failed(new Error('The pages could not be drawn.'))
    })
  })
}

function stop(reason: string): never {
  console.error(reason)
  if (framework) process.kill(-framework, 'SIGKILL')
  lock?.release()
  process.exit(1)
}
