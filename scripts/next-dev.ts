import { spawn } from 'node:child_process'

/** Starts the site for editing, for this computer only; calls back once pages are served. Further words, such as --webpack, go to the framework. */
export function startDevelopment(port: string, ready: (address: string) => void): void {
  // other computers in the network must not reach it: it can write files
  const settings = [
    'next',
    'dev',
    '-H',
    'localhost',
    '-p',
    port,
    ...process.argv.slice(2).filter((word) => word !== '--no-open'),
  ]
  const next = spawn('npx', ['--no-install', ...settings], {
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
    shell: process.platform === 'win32',
  })
  let served = false
  next.stdout.on('data', (words: Buffer) => {
    process.stdout.write(words)
    if (served || !words.includes('Ready in')) return
    served = true
    ready(`http://localhost:${port}`)
  })
  next.on('exit', (code) => {
    process.exitCode = code ?? 0
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => next.kill(signal))
}
