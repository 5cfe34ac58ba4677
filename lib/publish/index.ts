import type { Library } from '../content'
import { compress } from './compress'
import { enhance } from './enhance'
import { headers } from './headers'
import { lean } from './lean'

/** The folder of pages that is being finished, and the content it was made from. */
export type Build = { folder: string; library: Library }

/** One step of publishing: it changes the files in the folder. */
export type Step = { name: string; run: (build: Build) => Promise<void> }

/** The whole way from the framework's pages to the finished site, top to bottom. */
export const steps: Step[] = [
  // the one script of all pages, which lean puts into them
  { name: 'enhance', run: enhance },
  { name: 'lean', run: lean },
  { name: 'headers', run: headers },
  { name: 'compress', run: compress },
]

/** Finishes the folder of pages; each step says how long it took. */
export async function publish(build: Build, say: (line: string) => void): Promise<void> {
  for (const { name, run } of steps) {
    const start = performance.now()
    await run(build)
    say(`  ${name} ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
}
