import type { Library } from '../content'

/** The folder of pages that is being finished, the content it was made from, the pages that are kept from the last time, and the old site. */
export type Build = { folder: string; library: Library; kept?: KeptPages; old?: string }

/** Where finished pages are kept, and under which name the page of each article is, by its address. */
export type KeptPages = { folder: string; names: Map<string, string> }

/** One step of publishing: it changes the files in the folder. */
export type Step = { name: string; run: (build: Build) => Promise<void> }
