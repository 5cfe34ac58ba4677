import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'

/** Starts the site for editing, for this computer only; calls back once the first of some pages can be seen, and goes on to make the others ready. Further words, such as --webpack, go to the framework. */
export function startDevelopment(port: string, pages: string[], ready: (address: string) => void): void {
  const program = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const more = process.argv.slice(2).filter((word) => word !== '--no-open')
  // other computers in the network must not reach it: it can write files
  const next = spawn(process.execPath, [program, 'dev', '-H', 'localhost', '-p', port, ...more], {
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  })
  let served = false
  next.stdout.on('data', (words: Buffer) => {
    process.stdout.write(words)
    if (served || !words.includes('Ready in')) return
    served = true
    console.log('\nReading all texts. This takes up to half a minute …')
    void warm(`http://localhost:${port}`)
  })
  // a page is built when it is first asked for, and the first of all reads the whole content
  const warm = async (address: string) => {
    for (const [index, page] of pages.entries()) {
      await fetch(address + page).catch(() => {})
      if (index === 0) ready(address)
    }
  }
  next.on('exit', (code) => {
    process.exitCode = code ?? 0
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => next.kill(signal))
}
