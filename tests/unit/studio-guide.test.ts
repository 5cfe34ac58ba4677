import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { vocabulary } from '@/lib/content/vocabulary'
import { fieldTables, withTables } from '@/lib/studio/guide'

const guide = readFileSync('content/README.md', 'utf8')

test('the guide says what the program knows; if this fails, run “npx tsx scripts/guide.ts”', () => {
  expect(withTables(guide)).toBe(guide)
})

test('the guide shows every building block with its example', () => {
  for (const [name, { example }] of Object.entries(vocabulary)) expect(guide, name).toContain(example)
})

test.each(fieldTables)('the examples for “$name” are right, and none is forgotten', ({ fields, schema }) => {
  const written = parse(
    Object.values(fields)
      .map(([, example]) => example)
      .join('\n'),
  )
  expect(schema.safeParse(written).error?.issues).toBeUndefined()
  const known = z.toJSONSchema(schema, { unrepresentable: 'any' }).properties ?? {}
  expect(Object.keys(fields).sort()).toEqual(Object.keys(known).sort())
  for (const [name, [, example]] of Object.entries(fields)) expect(example).toMatch(new RegExp(`^${name}: `))
})

test('the guide speaks to staff: no word of how the site is programmed', () => {
  // names of files and what is typed stand in backquotes
  const own = guide.slice(0, guide.indexOf('<!--')).replace(/`[^`]*`/g, '')
  expect(own).not.toMatch(
    /\b(code|MDX|JSX|YAML|component|repository|commit|deploy|framework|server-side|React|Next\.js|syntax)\b/i,
  )
  expect(own.split(/\s+/).length).toBeLessThan(650)
})
