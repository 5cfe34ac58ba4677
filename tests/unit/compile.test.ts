import { expect, test } from 'vitest'
import { readLibrary } from '../../lib/content'
import { compile } from '../../lib/content/compile'

/** Compiled code from the first word of the article on; before it stand names that are new each time. */
const body = (code: string) =>
  code
    .slice(code.indexOf('function _createMdxContent'))
    .replace(/[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}/g, '')

test('the tree that was checked and the text it was read from give the same code', async () => {
  const { articles, comparisons } = await readLibrary('tests/fixtures/content')
  for (const { kind, text, tree } of [...articles, ...comparisons]) {
    expect(body(await compile({ kind, text, tree }))).toBe(body(await compile({ kind, text })))
  }
})
