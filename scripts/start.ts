import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { contentRoot } from '../lib/content'
import { recoverFolder } from '../lib/publish/folder'
import { isStale } from '../lib/publish/inputs'
import { siteServer } from '../lib/publish/serve'

const port = Number(process.env.PORT ?? 3000)
const [flag, named] = process.argv.slice(2)
const folder = named ?? process.env.OUT ?? 'out'

await recoverFolder(folder)
if (flag !== '--serve-only' && isStale(folder, contentRoot())) {
  const { status } = spawnSync('npx', ['--no-install', 'tsx', 'scripts/build.ts'], {
    stdio: 'inherit',
    env: { ...process.env, OUT: folder },
  })
  if (status !== 0) process.exit(1)
}
if (!existsSync(folder)) {
  console.error(`There is no site in ${folder}/ yet: build it with “npm run build”.`)
  process.exit(1)
}

// A reader who sends the head of a request very slowly must not keep a place for ever.
const server = createServer(
  { headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384 },
  siteServer(folder),
)
server.on('error', (fault: NodeJS.ErrnoException) => {
  console.error(
    fault.code === 'EADDRINUSE'
      ? `Port ${port} is taken by another program; choose another one, for example: PORT=${port + 1} npm start`
      : `The site could not be served at port ${port}: ${fault.message}.`,
  )
  process.exit(1)
})
server.listen(port, () => console.log(`The site is at http://localhost:${port}`))
