import { expect, test } from 'vitest'
import { readLibrary } from '../../lib/content'
import { formatFinding } from '../../lib/content/finding'
import { misspelt } from '../../scripts/check/spelling'
import { aLibrary } from '../support/library'

// The dictionaries are large and take some seconds to load.
const slowly = { timeout: 60_000 }

test(
  'a misspelt word is named with its place and with like words, and is never changed',
  slowly,
  async () => {
    const text =
      'Ask [your](claim:rest-helps) perscriber about fluoxatine, not fluoxetine. See sea.example/airr and CBT.'
    const found = await misspelt(aLibrary({ articles: { 'sea-air': text } }))
    const inArticle = found.filter(({ file }) => file.endsWith('sea-air.mdx'))
    expect(inArticle.map(({ line, column, message, edit }) => ({ line, column, message, edit }))).toEqual([
      { line: 11, column: 30, message: '“perscriber” is not in the dictionary.', edit: undefined },
      { line: 11, column: 47, message: '“fluoxatine” is not in the dictionary.', edit: undefined },
    ])
    expect(inArticle.map(({ fix }) => fix).join(' ')).toMatch(/prescriber.*fluoxetine/)
  },
)

test('own words are in the word list', slowly, async () => {
  const words =
    'avoid: []\nabbreviations: []\nneutral: []\ndictionary: [perscriber]\nstopping: []\nsuicide: []\n'
  const found = await misspelt(
    aLibrary({
      articles: { 'sea-air': "A Perscriber. The perscriber's." },
      files: { 'en/words.yaml': words },
    }),
  )
  expect(found.filter(({ file }) => file.endsWith('sea-air.mdx'))).toEqual([])
})

test('the real content is spelt right', slowly, async () => {
  expect((await misspelt(await readLibrary('content'))).map(formatFinding)).toEqual([])
})
