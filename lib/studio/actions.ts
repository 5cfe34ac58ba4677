import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { articleAddress } from '../addresses'
import { contentRoot, getLibrary, today } from '../content'
import { fixContent } from '../content/fixes'
import { type ContentFiles, readContent } from '../content/read'
import { groups } from '../content/schema'
import { checkDraft, forgetDraft } from './drafts'
import { readVersion, saveVersion, writeWhole } from './files'
import { articlePath, newArticle, withRemoved, withRenamed } from './moves'
import { Refused, slugFrom, textPlace, withoutLinks } from './paths'
import { addPicture } from './pictures'
import { shelves } from './shelves'
import { changedFiles, keepVersion, keptText } from './versions'

const line = z.string().trim().min(1).max(500)
const path = z.string().max(300)
const text = z.string().max(3_000_000)

/** Everything the studio can ask for; each takes one thing and gives one thing back. */
export const actions = {
  /** the text of a file, and how it was when it was last kept */
  read: action(z.strictObject({ path }), async ({ path }) => {
    const version = await readVersion(await textPlace(contentRoot(), path))
    if (!version) throw new Refused('This file is not there any more. Go back to the list.')
    return version
  }),

  check: action(z.strictObject({ path, text }), async ({ path, text }) => {
    await textPlace(contentRoot(), path)
    return checkDraft(path, text)
  }),

  save: action(z.strictObject({ path, text, from: z.string().nullable() }), async ({ path, text, from }) =>
    saveVersion(await textPlace(contentRoot(), path), text, from ?? undefined),
  ),

  shelves: action(z.strictObject({}), shelves),

  /** what differs from the version kept last */
  changes: action(z.strictObject({ path }), async ({ path }) => {
    await textPlace(contentRoot(), path)
    return { kept: await keptText(contentRoot(), path), files: await changedFiles(contentRoot()) }
  }),

  keep: action(z.strictObject({ paths: z.array(path), name: line, sentence: line }), async (version) => {
    await keepVersion(contentRoot(), version)
    return {}
  }),

  picture: action(
    z.strictObject({ bytes: z.base64(), description: z.string().max(500) }),
    async ({ bytes, description }) => ({
      address: await addPicture('public', Buffer.from(bytes, 'base64'), description),
    }),
  ),

  create: action(z.strictObject({ title: line, group: z.enum(groups) }), async ({ title, group }) => {
    const to = articlePath(slugFrom(title))
    await mustBeFree(to)
    const { articles } = await getLibrary()
    const order =
      Math.max(
        0,
        ...articles.filter(({ details }) => details.group === group).map(({ details }) => details.order),
      ) + 1
    const result = await saveVersion(
      await textPlace(contentRoot(), to),
      newArticle({ title, group, order, today: today() }),
      undefined,
    )
    if ('conflict' in result)
      throw new Refused('There is a page with this address already. Choose another title.')
    return { path: to }
  }),

  /** writes new addresses down, and what else is safe to put right with them, as “npm run check -- --fix” does */
  record: action(z.strictObject({}), async () => {
    const before = await readContent(contentRoot())
    await write(before, fixContent(before, today()).content)
    return {}
  }),

  rename: action(z.strictObject({ path, name: line }), async ({ path, name }) => {
    const to = articlePath(name.split('/').map(slugFrom).filter(Boolean).join('/'))
    await textPlace(contentRoot(), path)
    await mustBeFree(to)
    const before = await readContent(contentRoot())
    await write(before, withRenamed(before, path, to))
    forgetDraft(path)
    return { path: to }
  }),

  remove: action(
    z.strictObject({
      path,
      farewell: z.union([
        z.strictObject({ to: z.string().startsWith('/') }),
        z.strictObject({ reason: line }),
      ]),
    }),
    async ({ path, farewell }) => {
      await textPlace(contentRoot(), path)
      const before = await readContent(contentRoot())
      await write(before, withRemoved(before, path, farewell))
      forgetDraft(path)
      return {}
    },
  ),
}

export type Actions = typeof actions

function action<Input, Output>(
  shape: z.ZodType<Input>,
  run: (input: Input) => Promise<Output>,
): (input: unknown) => Promise<Output> {
  return async (input) => {
    const asked = shape.safeParse(input)
    if (!asked.success)
      throw new Refused('Something that is needed is missing or too long. Fill in every field and try again.')
    return run(asked.data)
  }
}

async function mustBeFree(path: string): Promise<void> {
  const { articles, comparisons } = await getLibrary()
  const address = articleAddress(path.slice('en/articles/'.length, -'.mdx'.length))
  if (address === '//') throw new Refused('Write a title with at least one letter or digit.')
  if (reserved.test(address)) throw new Refused('This address belongs to the program. Choose another one.')
  const sections = [...articles, ...comparisons].flatMap((document) => [
    document.address,
    ...document.sections.map(({ id }) => `${document.address}${id}/`),
  ])
  if (sections.includes(address))
    throw new Refused('There is a page with this address already. Choose another one.')
}

/** Addresses under which the program puts its own pages. */
const reserved =
  /^\/(compare|questions|glossary|sources|search|all|my-visit|handout|changes|s|codes|previews|pictures|fonts|studio|pagefind)\//

/** Writes what has changed; a text that goes is put aside, not thrown away. */
async function write(before: ContentFiles, after: ContentFiles): Promise<void> {
  const old = new Map(before.files.map((file) => [file.path, file.text]))
  for (const { path, text } of after.files) {
    if (old.get(path) !== text) await writeWhole(await withoutLinks(contentRoot(), path), Buffer.from(text))
  }
  const now = new Set(after.files.map(({ path }) => path))
  for (const [path, text] of old) {
    if (now.has(path)) continue
    const aside = join('.build', 'removed')
    await mkdir(aside, { recursive: true })
    await writeWhole(join(aside, `${Date.now()}-${basename(path)}`), Buffer.from(text))
    await rm(await withoutLinks(contentRoot(), path))
  }
}
