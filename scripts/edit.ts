import { spawn } from 'node:child_process'
import { actionAddress, drawnPage, editPage, previewPage, studio } from '../lib/studio/addresses'
import { startDevelopment } from './next-dev'

const anArticle = 'en/articles/about.mdx'
const pages = [
  studio.list,
  editPage(anArticle),
  previewPage(anArticle),
  drawnPage({ file: anArticle }),
  actionAddress('check'),
]

startDevelopment(process.env.PORT ?? '3000', pages, (address) => {
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
