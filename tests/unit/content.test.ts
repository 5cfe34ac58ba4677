import { expect, test } from 'vitest'
import { readLibrary } from '../../lib/content'
import { formatFinding } from '../../lib/content/finding'

test('the real content has no finding to fix', async () => {
  const { findings } = await readLibrary('content')
  expect(findings.filter(({ severity }) => severity === 'fix').map(formatFinding)).toEqual([])
})
