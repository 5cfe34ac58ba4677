import { spawn } from 'node:child_process'
import { studio } from '../lib/studio/addresses'
import { startDevelopment } from './next-dev'

startDevelopment(process.env.PORT ?? '3000', (address) => {
  const studioAddress = `${address}${studio.list}`
  console.log(`\nThe studio is at ${studioAddress} on this computer only. Ctrl+C stops it.\n`)
  if (!process.argv.includes('--no-open')) openInBrowser(studioAddress)
})

function openInBrowser(address: string): void {
  const [program, ...settings] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open']
  const browser = spawn(program ?? '', [...settings, address], { stdio: 'ignore', detached: true })
  // without a browser to open, the line above says where to go
  browser.on('error', () => {})
  browser.unref()
}
