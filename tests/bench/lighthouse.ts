import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { browserPath } from '../support/browser'
import { serve } from '../support/finished-site'

const file = '.build/lighthouse.json'
const categories = ['performance', 'accessibility', 'best-practices', 'seo']

/** What Lighthouse gives a page on a phone, out of 100, in its four subjects; undefined if it could not be run. */
export async function lighthouse(site: string, page: string): Promise<number[] | undefined> {
  const { address, stop } = await serve(site)
  const settings = [
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    `--only-categories=${categories.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ]
  // it brings a hundred packages along, so it is fetched only here
  const run = spawn('npx', ['--yes', 'lighthouse@12.8.2', address + page, ...settings], {
    stdio: 'ignore',
    timeout: 300_000,
    env: { ...process.env, CHROME_PATH: browserPath() },
  })
  const status = await new Promise((done) => run.on('close', done))
  await stop()
  if (status !== 0) return undefined
  const found = JSON.parse(readFileSync(file, 'utf8')).categories
  return categories.map((name) => Math.round(found[name].score * 100))
}
