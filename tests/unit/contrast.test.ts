import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('app/globals.css', 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

const grounds = ['paper', 'leaf', 'therapy-tint', 'medicine-tint', 'plain-tint', 'mark']
const texts: Record<string, string[]> = {
  ink: grounds,
  soft: grounds,
  visited: grounds,
  // the heads of care cards and the buttons
  paper: ['ink', 'alarm'],
  alarm: ['paper', 'leaf'],
}
/** Signs and marks are no text; three to one is enough for them. */
const shapes: Record<string, string[]> = {
  therapy: grounds.filter((name) => name !== 'mark'),
  medicine: ['paper', 'leaf', 'medicine-tint', 'plain-tint'],
}
/** A hairline that carries no meaning. */
const quiet = ['line']

for (const scheme of ['light', 'dark'] as const) {
  test.each(pairs(texts))(`in ${scheme}, text in %s on %s stands out seven to one`, (text, ground) => {
    expect(contrast(colour(text, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(7)
  })
  test.each(pairs(shapes))(`in ${scheme}, shapes in %s on %s stand out three to one`, (shape, ground) => {
    expect(contrast(colour(shape, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(3)
  })
}

test('every colour is a token, and every token is measured here', () => {
  expect([...tokens.keys()].sort()).toEqual(
    [...new Set([...grounds, ...Object.keys(texts), ...Object.keys(shapes), ...quiet])].sort(),
  )
  const outside = css.replace(/@theme[^}]*\}/, '').match(/#[\da-f]{3,8}\b(?=[ ;,)])/gi) ?? []
  // the shade behind an open note, and the white a code needs to be scanned
  expect(outside.filter((value) => !['#0006', '#fff'].includes(value))).toEqual([])
})

test('white on black is twenty-one to one', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
})

function pairs(table: Record<string, string[]>): [string, string][] {
  return Object.entries(table).flatMap(([first, seconds]) =>
    seconds.map((second): [string, string] => [first, second]),
  )
}

function colour(name: string, scheme: 'light' | 'dark'): string {
  return tokens.get(name)?.[scheme] ?? expect.fail(`there is no colour called “${name}”`)
}

/** The contrast of two colours as WCAG defines it. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
