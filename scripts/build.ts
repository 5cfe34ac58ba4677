import { spawn } from 'node:child_process'
import { rename, rm } from 'node:fs/promises'
import { readLibrary } from '../lib/content'
import { formatFinding, stopsTheBuild } from '../lib/content/finding'
import { publish } from '../lib/publish'

const pages = '.build/pages'

const library = await readLibrary()
const toFix = library.findings.filter(({ severity }) => severity === 'fix')
if (stopsTheBuild(library.findings)) {
  console.error(toFix.map(formatFinding).join('\n'))
  console.error(`${toFix.length} to fix. The site was not built; the last finished one is still in out/.`)
  process.exit(1)
}
await rm(pages, { recursive: true, force: true })
await framework()
await publish({ folder: pages, library }, console.log)
// The finished folder replaces the old one in one move, so out/ is whole at every moment.
await rm('.build/old', { recursive: true, force: true })
await rename('out', '.build/old').catch(() => {})
await rename(pages, 'out')

function framework(): Promise<void> {
  const next = spawn('npx', ['next', 'build'], {
    stdio: 'inherit',
    env: { ...process.env, PAGES_FOLDER: pages, NEXT_TELEMETRY_DISABLED: '1' },
  })
  return new Promise((done, failed) => next.on('exit', (code) => (code === 0 ? done() : failed(new Error('The pages could not be built.')))))
}
