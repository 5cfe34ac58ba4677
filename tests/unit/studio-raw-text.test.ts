import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference, fileText, firstLineOfWords, formOf, shownText } from '@/lib/studio/raw-text'

const piece = fc.constantFrom('a', 'é', '🌊', ' ', '\n', '\r\n', '\r', '\uFEFF', '\u2028')

test('a text that nobody has changed is written as it was read, whatever its line ends', () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      const form = formOf(text)
      expect(fileText(shownText(text, form), form)).toBe(text)
    }),
    { numRuns: 500 },
  )
})

test('a new line ends as the others do', () => {
  const text = '\uFEFFa\r\nb\r\n'
  const form = formOf(text)
  expect(fileText(`${shownText(text, form)}c\n`, form)).toBe('\uFEFFa\r\nb\r\nc\r\n')
})

test('the stretch in which two texts differ makes one out of the other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const { from, to, insert } = difference(before, after)
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['Words.\n', 1],
  ['---\ntitle: Sea air\n---\n\n## Calm\n', 5],
  ['\uFEFF---\r\ntitle: Sea air\r\n---\r\nCalm.\r\n', 4],
  ['---\ntitle: Sea air\n', 1],
  ['Words.\n\n---\n\nMore.\n\n---\n', 1],
])('the words of %j begin in line %d', (text, line) => {
  expect(firstLineOfWords(text)).toBe(line)
})
