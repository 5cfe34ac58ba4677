import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { sectionAddress } from '../addresses'
import { headerRules, redirectsOf } from './headers'
import { filesIn } from './html'
import type { Build } from './step'

/** What a page names: its ids, what it links to and loads, its own address and picture on the web, and what the policy would refuse. */
type Named = { ids: Set<string>; links: string[]; own: string[]; refused: string[] }

/** Goes through the finished folder; stops the build when a link, a promised address, a picture or a rule leads nowhere. */
export async function verify({ folder, library }: Build): Promise<void> {
  const faults = await faultsOf(folder, library)
  if (faults.length === 0) return
  const shown = faults.slice(0, 20).join('\n')
  throw new Error(
    `${shown}\n${faults.length} ${faults.length === 1 ? 'address leads' : 'addresses lead'} nowhere, or something is not allowed.`,
  )
}

/** Everything of a finished folder that leads nowhere, and everything that its own policy would refuse, each as a sentence. */
export async function faultsOf(folder: string, library: Build['library']): Promise<string[]> {
  const files = new Set((await filesIn(folder)).map((file) => `/${file}`))
  const pages = new Map<string, Named>()
  for (const file of files) {
    if (file.endsWith('.html'))
      pages.set(addressOf(file), namedIn(await readFile(join(folder, file), 'utf8')))
  }
  const redirects = new Set(redirectsOf(library).map(({ from }) => from))
  const missing = (link: string, from: string): string | undefined => {
    const { pathname, hash } = new URL(link, `${site}${from}`)
    const path = decodeURIComponent(pathname)
    const page = pages.get(path)
    if (!page) return files.has(path) || redirects.has(path) ? undefined : `${path}, which is not there.`
    const id = decodeURIComponent(hash.slice(1))
    return !id || page.ids.has(id) ? undefined : `${path}#${id}, but the page has no place of this name.`
  }
  // the same few addresses stand on every page, so each is looked up once
  const known = new Map<string, string | undefined>()
  const fault = (link: string, from: string): string[] => {
    const name = link.startsWith('/') ? link : `${from} ${link}`
    if (!known.has(name)) known.set(name, missing(link, from))
    const what = known.get(name)
    return what ? [`${from} leads to ${what}`] : []
  }
  return [
    ...[...pages].flatMap(([address, { links, own, refused }]) => [
      ...links.filter(isInside).flatMap((link) => fault(link, address)),
      ...own.map((link) => link.replace(library.clinic.site, '')).flatMap((link) => fault(link, address)),
      ...refused.map((what) => `${address} holds ${what}, which the policy of the site does not let run.`),
    ]),
    ...promises(library.published).flatMap((address) =>
      fault(address, '/').map((sentence) => sentence.replace(/^\/ leads/, 'The ledger of addresses leads')),
    ),
    ...headerRules.flatMap(({ under }) =>
      [...files].some((file) => file.startsWith(under))
        ? []
        : [`A rule for headers names ${under}, but there is no such file.`],
    ),
  ]
}

// stands for this site, wherever it will be served
const site = 'https://this.site'

const isInside = (link: string) => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(link)

const addressOf = (file: string) => file.replace(/(^|\/)index\.html$/, '$1')

/** All addresses and places that the ledger promises. */
function promises({ addresses }: Build['library']['published']): string[] {
  return addresses
    .filter(({ removed, moved }) => !removed && !moved)
    .flatMap(({ address, sections = {} }) => [
      address,
      ...Object.entries(sections).flatMap(([id, { removed, moved, code }]) =>
        // what has no code is a place only, and has no page
        removed || moved ? [] : [`${address}#${id}`, ...(code ? [sectionAddress(address, id)] : [])],
      ),
    ])
}

function namedIn(html: string): Named {
  const named: Named = { ids: new Set(), links: [], own: [], refused: [] }
  const parser = new Parser({
    onopentag(name, attributes) {
      const { id, href, src, property, content, popovertarget, rel, type = 'text/javascript' } = attributes
      if (id) named.ids.add(id)
      if (popovertarget) named.links.push(`#${popovertarget}`)
      if (rel === 'canonical' && href) named.own.push(href)
      else for (const link of [href, src]) if (link !== undefined) named.links.push(link)
      if (property === 'og:image' && content) named.own.push(content)
      if (name === 'script' && src === undefined && !type.endsWith('+json'))
        named.refused.push('a script without a file')
      if (name === 'style' || 'style' in attributes) named.refused.push('style outside the style sheet')
      for (const attribute in attributes) if (attribute.startsWith('on')) named.refused.push(`“${attribute}”`)
    },
  })
  parser.end(html)
  return named
}
