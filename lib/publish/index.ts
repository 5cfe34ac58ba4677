import { codes } from './codes'
import { compress } from './compress'
import { enhance } from './enhance'
import { feeds } from './feeds'
import { headers } from './headers'
import { keepPages } from './kept-pages'
import { lean } from './lean'
import { markdown } from './markdown'
import { metadata } from './metadata'
import { notices } from './notices'
import { paper } from './paper'
import { previews } from './previews'
import { search } from './search'
import { sections } from './sections'
import { shortAddresses } from './short-addresses'
import type { Build, Step } from './step'
import { verify } from './verify'

/** The whole way from the framework's pages to the finished site, top to bottom. */
export const steps: Step[] = [
  { name: 'paper', run: paper },
  // the one script of all pages, which lean puts into them
  { name: 'enhance', run: enhance },
  { name: 'lean', run: lean },
  { name: 'kept pages', run: keepPages },
  // every address that was ever given arrives, and every section has a page of its own
  { name: 'notices', run: notices },
  { name: 'sections', run: sections },
  { name: 'short addresses', run: shortAddresses },
  { name: 'codes', run: codes },
  { name: 'previews', run: previews },
  { name: 'metadata', run: metadata },
  { name: 'Markdown', run: markdown },
  { name: 'feeds', run: feeds },
  { name: 'search', run: search },
  { name: 'headers', run: headers },
  { name: 'compress', run: compress },
  // nothing leaves that leads nowhere
  { name: 'verify', run: verify },
]

/** Finishes the folder of pages; each step says how long it took. */
export async function publish(build: Build, say: (line: string) => void): Promise<void> {
  for (const { name, run } of steps) {
    const start = performance.now()
    await run(build)
    say(`  ${name} ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
}
