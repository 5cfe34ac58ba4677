import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import ipdas from '../ipdas.json'

const items = [...ipdas.qualifying, ...ipdas.certification, ...ipdas.quality]

/** True if an address leads to a file of the content that has a section with that id; the visit sheet has six parts. */
function isThere(place: string): boolean {
  const [address = '', id = ''] = place.split('#')
  if (address === '/my-visit/') return /^part-[1-6]$/.test(id)
  const path = address.replace(/^\/|\/$/g, '')
  const file = path.startsWith('compare/')
    ? `content/en/comparisons/${path.slice('compare/'.length)}.mdx`
    : `content/en/articles/${path}.mdx`
  return existsSync(file) && readFileSync(file, 'utf8').includes(`{/* #${id} `)
}

test('every place at which an item of the standard for decision aids is met is there', () => {
  expect(items.flatMap(({ places }) => places).filter((place) => !isThere(place))).toEqual([])
})

test('every item has a place and a reason', () => {
  expect(items.filter(({ places, reason }) => places.length === 0 || !reason).map(({ id }) => id)).toEqual([])
})

test('all six qualifying items are met, and every certification item scores 3 or 4', () => {
  expect(ipdas.qualifying.map(({ score }) => score)).toEqual(Array(6).fill('yes'))
  expect(ipdas.certification.filter(({ score }) => Number(score) < 3)).toEqual([])
  expect(ipdas.certification).toHaveLength(6)
})
