/** The language whose pages stand at the root. */
export const rootLanguage = 'en'

/** How many months after its review an article has to be looked at again (content.md: update policy). */
export const reviewMonths = 12

const prefix = (language: string) => (language === rootLanguage ? '/' : `/${language}/`)

/** The address of the article in the file articles/<path>.mdx. */
export function articleAddress(path: string, language = rootLanguage): string {
  return `${prefix(language)}${path}/`
}

/** The address of the comparison in the file comparisons/<name>.mdx. */
export function comparisonAddress(name: string, language = rootLanguage): string {
  return `${prefix(language)}compare/${name}/`
}

/** The place of a section in its article or comparison. */
export function sectionPlace(address: string, id: string): string {
  return `${address}#${id}`
}

/** The page of one section on its own. */
export function sectionAddress(address: string, id: string): string {
  return `${address}${id}/`
}

/** The short, discreet address of a section or an article. */
export function shortAddress(code: string): string {
  return `/s/${code}/`
}

/** Where the picture of the code to scan for a short address is kept. */
export function codePicture(code: string): string {
  return `/codes/${code}.svg`
}

/** Where the words are kept that the enhancement script puts on pages. */
export function wordsFile(language: string): string {
  return `${prefix(language)}words.js`
}

/** Where the words are kept that lead the search to its best guesses. */
export function guessesFile(language: string): string {
  return `${prefix(language)}search/guesses.json`
}

/** The folder of the search program and of what it looks through. */
export const searchFolder = '/pagefind/'

/** Where the preview picture of an article, a comparison or a section is kept. */
export function previewPicture(address: string): string {
  return `/previews/${address === '/' ? 'home' : address.slice(1, -1)}.png`
}

/** The picture of short addresses; it names no topic. */
export const neutralPreview = '/previews/a-page-for-you.png'

/** An article or comparison as plain Markdown. */
export function markdownAddress(address: string): string {
  return `${address.slice(0, -1)}.md`
}

/** The visit sheet with a fragment, which browsers keep to themselves. */
export function visitWith(fragment: string): string {
  return `${pages.visit}#${fragment}`
}

/** The place of a claim on the page of sources. */
export function claimPlace(id: string): string {
  return `${pages.sources}#claim-${id}`
}

/** The place of a reference on the page of sources. */
export function referencePlace(id: string): string {
  return `${pages.sources}#${id}`
}

/** The place of a word in the glossary. */
export function termPlace(id: string): string {
  return `${pages.glossary}#${id}`
}

/** The pages that are made by the program and not by an article. */
export const pages = {
  home: '/',
  compare: '/compare/',
  questions: '/questions/',
  glossary: '/glossary/',
  sources: '/sources/',
  search: '/search/',
  all: '/all/',
  visit: '/my-visit/',
  handout: '/handout/',
  changes: '/changes/',
  feed: '/changes.xml',
} as const
