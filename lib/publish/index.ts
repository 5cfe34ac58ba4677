import type { Library } from '../content'

/** The folder of pages that is being finished, and the content it was made from. */
export type Build = { folder: string; library: Library }

/** One step of publishing: it changes the files in the folder. */
export type Step = { name: string; run: (build: Build) => Promise<void> }

/** The whole way from the framework's pages to the finished site, top to bottom. */
export const steps: Step[] = []

/** Finishes the folder of pages; each step is named as it starts. */
export async function publish(build: Build, say: (line: string) => void): Promise<void> {
  for (const { name, run } of steps) {
    const start = performance.now()
    await run(build)
    say(`  ${name} ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
}
