import { expect, test } from 'vitest'
import { buildLibrary } from '../../lib/content/build-library'
import { readContent } from '../../lib/content/read'
import { feed, forLanguageModels, sitemap } from '../../lib/publish/feeds'
import { markdownOf } from '../../lib/publish/markdown'
import { tagsOf } from '../../lib/publish/metadata'
import { structuredData, type Thing } from '../../lib/publish/structured-data'

const library = buildLibrary(await readContent('tests/fixtures/content'), '2026-11-21')
const site = 'https://harbour.example'

const thing = (things: Thing[], type: string) => things.find((one) => one['@type'] === type)

test('an article that a clinician has reviewed says who and when, and its questions have answers', () => {
  const things = structuredData(library, '/sea-air/', 'Sea air')
  expect(thing(things, 'MedicalWebPage')).toMatchObject({
    '@id': `${site}/sea-air/`,
    name: 'Sea air',
    datePublished: '2026-10-01',
    dateModified: '2026-10-10',
    lastReviewed: '2026-10-20',
    reviewedBy: { '@type': 'Person', name: 'Ada Shore' },
  })
  expect(thing(things, 'FAQPage')?.mainEntity).toMatchObject([
    {
      '@type': 'Question',
      name: 'What happens when it rains?',
      acceptedAnswer: { '@type': 'Answer', text: 'You sit on the beach under a roof.' },
    },
    { '@type': 'Question', name: 'Can I take the dog along?' },
  ])
})

test('an article that nobody has reviewed claims no review', () => {
  const page = thing(structuredData(library, '/rest-cure/', 'The rest cure'), 'MedicalWebPage')
  expect(page).not.toHaveProperty('lastReviewed')
  expect(page).not.toHaveProperty('reviewedBy')
})

test('the way to a row of a comparison is told step by step', () => {
  const trail = thing(structuredData(library, '/compare/ways-to-rest/side-effects/', ''), 'BreadcrumbList')
  expect(trail?.itemListElement).toMatchObject([
    { position: 1, item: `${site}/` },
    { position: 2, item: `${site}/compare/` },
    { position: 3, item: `${site}/compare/ways-to-rest/`, name: 'Sea air or rest' },
    { position: 4, item: `${site}/compare/ways-to-rest/side-effects/`, name: 'What harm can it do?' },
  ])
})

test('the page of all questions holds every answer', () => {
  expect(thing(structuredData(library, '/questions/', 'Questions'), 'FAQPage')?.mainEntity).toHaveLength(3)
})

test('data in a page cannot end its own element', () => {
  const article = library.articles.find(({ address }) => address === '/sea-air/')
  if (!article) throw new Error('The made-up library has lost its article.')
  const bad = {
    ...library,
    articles: [{ ...article, details: { ...article.details, title: '</script><b>' } }],
  }
  const tags = tagsOf(bad, '/sea-air/', { title: '</script><b>', description: '"' })
  expect(tags.match(/<\/script>/g)).toHaveLength(1)
  expect(tags).not.toContain('<b>')
})

test('a short address shows neither topic nor name of the site', () => {
  const tags = tagsOf(library, '/s/k72j/', {
    title: 'A page for you',
    description: 'Someone sent you a page to read.',
    noindex: true,
  })
  expect(tags).toContain(`content="${site}/previews/a-page-for-you.png"`)
  expect(tags).not.toMatch(/therapy|medic|sea-air|ld\+json/i)
})

test('the map of the site has every article with the day it last changed', () => {
  expect(sitemap(library, ['/'])).toContain(
    `<url><loc>${site}/sea-air/</loc><lastmod>2026-10-10</lastmod></url>`,
  )
})

test('the feed tells the newest change first, by section, and no two entries have one id', () => {
  const text = feed(library)
  expect(text.match(/<summary>[^<]*/g)?.[0]).toBe('<summary>The part on harms is new.')
  const ids = text.match(/<entry><id>[^<]*/g) ?? []
  expect(new Set(ids).size).toBe(ids.length)
})

test('the list for language models names each article as Markdown', () => {
  expect(forLanguageModels(library)).toContain(
    `- [Sea air](${site}/sea-air.md): What sea air is, what it can do, and where it falls short.`,
  )
})

test('an article as Markdown has its words and sources, and nothing of our own form', () => {
  const article = library.articles.find(({ address }) => address === '/sea-air/')
  const text = article ? markdownOf(library, article) : ''
  expect(text).toMatch(/^# Sea air\n/)
  expect(text).toContain('people slept better after 6 weeks')
  expect(text).toContain('[^sea-air-sleep]: In a made-up study')
  expect(text).toContain('### What happens when it rains?')
  expect(text).toContain('call 900')
  expect(text).not.toMatch(/claim:|term:|\{\/\*|<[A-Z]|&#x20;/)
})
