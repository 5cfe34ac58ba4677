import { expect, test } from '@playwright/test'
import type { Document } from 'domhandler'
import { parseHtml } from '../../lib/publish/html'
import { real } from '../../playwright.config'
import { textAt } from '../support/places'
import { lacking, topics } from '../support/topics'

test('the finished site speaks of every topic where it is said to', async ({ request }) => {
  test.setTimeout(120_000)
  const placesOf = ({ places = [], shown = [] }: (typeof topics)[number]) => [...places, ...shown]
  const pages = new Map<string, Document>()
  for (const address of new Set(topics.flatMap(placesOf).map((place) => place.replace(/#.*/, '')))) {
    const answer = await request.get(`${real}${address}`)
    if (answer.ok()) pages.set(address, parseHtml(await answer.text()))
  }
  const found = topics.flatMap((topic) =>
    lacking(topic, placesOf(topic), (place) => {
      const [address = '', id = ''] = place.split('#')
      const page = pages.get(address)
      return page && textAt(page, id)
    }),
  )
  expect(found).toEqual([])
})
