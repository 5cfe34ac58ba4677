import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

type Import = { from: string; to: string; typeOnly: boolean }

const root = join(import.meta.dirname, '../..')
const rooms = ['lib', 'components', 'app', 'scripts']

const imports: Import[] = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => importsOf(join(room, file))),
)

function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8')
  return [...text.matchAll(/(?:^|\n)(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'/g)].map(
    ([, type, target = '']) => ({
      from,
      to: target.startsWith('@/')
        ? target.slice(2)
        : target.startsWith('.')
          ? relative(root, join(root, dirname(from), target))
          : target,
      typeOnly: Boolean(type),
    }),
  )
}

const broken = (wrong: (one: Import) => boolean) =>
  imports.filter(wrong).map(({ from, to }) => `${from} → ${to}`)
const inRoom = (room: string) => (path: string) => path === room || path.startsWith(`${room}/`)
const isLib = inRoom('lib')
const isComponents = inRoom('components')
const isApp = inRoom('app')

test('the rules see the imports', () => {
  expect(imports.length).toBeGreaterThan(50)
})

test('lib knows nothing of components, pages or React', () => {
  expect(
    broken(
      ({ from, to }) => isLib(from) && (isComponents(to) || isApp(to) || /^(react|next)(\/|$)/.test(to)),
    ),
  ).toEqual([])
})

test('components take types, the vocabulary and the top of lib; everything else comes by props', () => {
  const topOfLib = (to: string) => /^lib\/[^/]+$/.test(to) && to !== 'lib/content' && to !== 'lib/publish'
  // the studio runs in the browser and does part of its work there
  const ofStudio = ({ from, to }: Import) =>
    from.startsWith('components/studio/') && to.startsWith('lib/studio/')
  const allowed = (one: Import) =>
    one.typeOnly || !isLib(one.to) || topOfLib(one.to) || one.to === 'lib/content/vocabulary' || ofStudio(one)
  expect(broken((one) => isComponents(one.from) && (isApp(one.to) || !allowed(one)))).toEqual([])
})

test('pages come to the content through its door', () => {
  expect(broken(({ from, to, typeOnly }) => isApp(from) && !typeOnly && /^lib\/content\/./.test(to))).toEqual(
    [],
  )
})

test('the registry draws on the server only', () => {
  expect(broken(({ from, to }) => from.startsWith('components/article/') && to.endsWith('.client'))).toEqual(
    [],
  )
})

test('inside the content layer the words flow one way: read, parse, article, library, checks, compile, view, door', () => {
  const steps = [
    ...['finding', 'read', 'parse', 'article', 'library', 'checks', 'build-library', 'compile', 'view'],
    'index',
  ]
  const step = (path: string) =>
    steps.indexOf((path.slice('lib/content/'.length).split('/')[0] ?? '').replace(/\.ts$/, ''))
  const inContent = (path: string) => path.startsWith('lib/content/')
  expect(
    broken(({ from, to }) => inContent(from) && inContent(to) && step(from) >= 0 && step(to) > step(from)),
  ).toEqual([])
})

test('no file imports itself by way of others, not even a type', () => {
  const files = new Set(imports.map(({ from }) => from))
  const fileOf = (path: string) =>
    [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((file) => files.has(file)) ?? ''
  const next = (file: string) =>
    imports
      .filter(({ from }) => from === file)
      .map(({ to }) => fileOf(to))
      .filter(Boolean)
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const walk = (file: string, way: string[]) => {
    if (state.get(file) === 'open') circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
    if (state.has(file)) return
    state.set(file, 'open')
    for (const other of next(file)) walk(other, [...way, file])
    state.set(file, 'done')
  }
  for (const file of files) walk(file, [])
  expect(circles).toEqual([])
})
