import { expect, test } from 'vitest'
import { bestGuesses, type Guesses, isCrisis, tellingPart } from '@/lib/search'

const guesses: Guesses = {
  entries: [
    { words: ['wind', 'windy day', 'strong wind at sea'], to: [0] },
    { words: ['breezaline', 'side effects of breezaline'], to: [1, 0] },
    { words: ['nap', 'sea or nap'], to: [2] },
    { words: ['drowning', 'i want to sink'], to: [2], crisis: true },
  ],
  places: ['/wind/', '/breezaline/', '/rest/'].map((address) => ({ address, title: address })),
  crisis: ['sink yoursel'],
}
const found = (query: string) => bestGuesses(query, guesses).map(({ address }) => address)

test('what an entry says leads to its places, the best first', () => {
  expect(found('Breezaline')).toEqual(['/breezaline/', '/wind/'])
})

test('capitals, accents, apostrophes and signs make no difference', () => {
  expect(found('WÍND?!')).toEqual(['/wind/'])
  expect(found("windy' day")).toEqual(['/wind/'])
})

test('a slip or two in a long word is forgiven, in a short word it is not', () => {
  expect(found('brezalin')).toEqual(['/breezaline/', '/wind/'])
  expect(found('nab')).toEqual([])
})

test('the word that few entries have counts more than the words round it', () => {
  expect(found('can i take a nap in the wind at sea')[0]).toBe('/rest/')
})

test('the beginning of an entry is enough while somebody types', () => {
  expect(found('bree')).toEqual(['/breezaline/', '/wind/'])
})

test('an empty query and a foreign one lead nowhere', () => {
  expect(found(' ')).toEqual([])
  expect(found('zeppelin')).toEqual([])
})

test('small words that tell nothing are not looked for, unless there are no others', () => {
  expect(tellingPart("I can't nap at sea")).toBe('nap sea')
  expect(tellingPart('How are you?')).toBe('How are you?')
})

test('words of danger are seen in any sentence and with a slip', () => {
  for (const query of ['drowning', 'am I drownning?', 'sometimes i want to sink', 'how to sink yourself'])
    expect(isCrisis(query, guesses), query).toBe(true)
  for (const query of ['wind', 'the ship did sail', '']) expect(isCrisis(query, guesses), query).toBe(false)
})
