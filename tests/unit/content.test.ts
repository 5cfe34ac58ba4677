import { expect, test } from 'vitest'
import { formatFinding } from '../../lib/content/finding'
import { readLibrary } from '../../lib/content'

test('the real content has no finding to fix', async () => {
  const { findings } = await readLibrary('content')
  expect(findings.filter(({ severity }) => severity === 'fix').map(formatFinding)).toEqual([])
})
