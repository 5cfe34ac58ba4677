import type { Image, Link } from 'mdast'
import { toString as plain } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Finding } from '../finding'
import type { Parsed } from '../parse'
import type { Places } from '../places'
import type { SourceText } from '../source-text'
import { didYouMean, mayNameMedicine, nearest, onlyNear } from '../suggest'
import { sectionIds } from './headings'
import { unknownId } from './settings'

/** A link with its place, wherever it stands: in the words or in the details. */
export type Linked = {
  text: SourceText
  at: number
  words: string
  url: string
  urlStart: number | undefined
}

const empty =
  /^(click here|here|click|this|this (page|link|site|article)|read more|more|learn more|link|see here|go here|more info(rmation)?)[.!]?$/i
const schemes = ['claim', 'term', 'https', 'mailto', 'tel', 'sms']
const domain =
  /^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*\.(org|com|net|gov|edu|info|io|uk|nl|de|fr|ca|au|us|eu|int|health|nhs\.uk|mil)(?=[/:?#]|$)/i

/** Every link has words that say where it leads, and leads to something that is there. */
export function checkLinks(parsed: Parsed<unknown>, places: Places): Finding[] {
  const own = new Set(sectionIds(parsed).keys())
  const findings: Finding[] = []
  visit(parsed.tree, 'link', (node) => {
    const linked = linkedFrom(parsed.text, node)
    findings.push(...checkLink(linked, places, own), ...checkWords(linked, node))
  })
  return findings
}

/** What is wrong with the address of one link. `own` are the sections of the page on which it stands. */
export function checkLink(linked: Linked, places: Places, own: ReadonlySet<string>): Finding[] {
  const { url } = linked
  if (!url.trim())
    return [report(linked, 'link-empty', 'This link has no address.', 'Put the address between ( and ).')]
  const [, scheme = '', rest = ''] = url.match(/^([a-z][a-z0-9+.-]*):(.*)$/i) ?? []
  if (scheme && !domain.test(url)) return checkScheme(linked, scheme, rest, places)
  if (url.startsWith('#')) return checkSection(linked, undefined, url.slice(1), own)
  if (/^\/(?![/\\])/.test(url)) return checkAddress(linked, places)
  return [notAnAddress(linked, places)]
}

function checkScheme(linked: Linked, scheme: string, rest: string, places: Places): Finding[] {
  const { url, words } = linked
  if (!rest.replaceAll('/', '').trim() && schemes.includes(scheme)) {
    return [
      report(
        linked,
        'link-empty',
        `Nothing stands after “${scheme}:”, so this link leads nowhere.`,
        `Put the rest of the address after ${scheme}:`,
      ),
    ]
  }
  if (scheme === 'https' && /^\/?[^\s/]+\.[^\s/]+/.test(rest)) {
    return [
      changed(
        linked,
        'link-scheme',
        'There must be two slashes after “https:”.',
        `https://${rest.replace(/^\//, '')}`,
      ),
    ]
  }
  if (scheme === 'claim') return places.claims.has(rest) ? [] : [missingClaim(linked, rest, places)]
  if (scheme === 'term') return places.terms.has(rest) ? [] : [missingTerm(linked, rest, places)]
  if (scheme === 'https' && /^\/\/[^\s/]+\.[^\s/]+/.test(rest)) return []
  if (scheme === 'mailto')
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(rest)
      ? []
      : [
          report(
            linked,
            'link-mail',
            `“${rest}” is not an e-mail address.`,
            'Write it like mailto:name@example.org',
          ),
        ]
  if (scheme === 'tel' || scheme === 'sms') {
    if (/^\+?[\d-]+$/.test(rest)) return []
    const digits = rest.replace(/(?!^\+)\D/g, '')
    return [
      changed(
        linked,
        'link-phone',
        `“${rest}” is not a phone number without spaces.`,
        `${scheme}:${digits || '988'}`,
        digits.length > 2,
      ),
    ]
  }
  if (scheme === 'http')
    return [
      changed(
        linked,
        'link-http',
        'This address starts with http://, but only https:// is safe.',
        `https://${rest.replace(/^\/+/, '')}`,
      ),
    ]
  const lower = scheme.toLowerCase()
  const near = schemes.includes(lower)
    ? lower
    : /^(javascript|vbscript|data|file|blob|about)$/.test(lower)
      ? undefined
      : nearest(scheme, schemes)
  if (near) {
    const body = near === 'https' ? `//${rest.replace(/^\/+/, '')}` : rest.replace(/^\s*\/*/, '')
    return [
      changed(
        linked,
        'link-scheme',
        `An address cannot start with “${scheme}:”. Did you mean “${near}:”?`,
        `${near}:${body}`,
      ),
    ]
  }
  return [
    report(
      linked,
      'link-scheme',
      `“${scheme}:” cannot be used in a link.`,
      `Links start with https://, /, #, ${schemes
        .filter((name) => name !== 'https')
        .map((name) => `${name}:`)
        .join(', ')}. Change [${words}](${shortened(url)}) to one of them.`,
    ),
  ]
}

function missingClaim(linked: Linked, id: string, places: Places): Finding {
  return {
    ...unknownId(linked.text, 'claim', id, idStart(linked, 'claim:'), [...places.claims], linked.at),
    ...withoutEdit(linked, id),
  }
}

function missingTerm(linked: Linked, id: string, places: Places): Finding {
  const near = nearest(id, places.terms)
  const only = onlyNear(id, places.terms)
  const start = idStart(linked, 'term:')
  const edit =
    only && linked.urlStart !== undefined && !mayNameMedicine(id) && !mayNameMedicine(only)
      ? { start, end: start + id.length, text: only }
      : undefined
  return report(
    linked,
    'unknown-term',
    `There is no word “${id}” in the glossary.${didYouMean(near)}`,
    near
      ? `Change it to term:${near}, or add the word to the glossary.`
      : 'Check the name, or add the word to the glossary.',
    edit,
  )
}

const idStart = ({ urlStart, at }: Linked, scheme: string) =>
  urlStart === undefined ? at : urlStart + scheme.length
const withoutEdit = ({ urlStart }: Linked, _id: string) => (urlStart === undefined ? { edit: undefined } : {})

function checkAddress(linked: Linked, places: Places): Finding[] {
  const { url } = linked
  const [path = '', ...rest] = url.split('#')
  const fragment = rest.length ? rest.join('#') : undefined
  const sections = places.addresses.get(path)
  if (sections) return fragment === undefined ? [] : checkSection(linked, path, fragment, sections)
  const end = fragment === undefined ? '' : `#${fragment}`
  const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`
  if (places.addresses.has(other)) {
    const what = path.endsWith('/') ? 'This address must not end with /.' : 'This address must end with /.'
    return [
      changed(linked, 'link-slash', what, `${other}${end}`, true, `Change the address to ${other}${end}`),
    ]
  }
  if (places.pictures.has(path)) return []
  const all = [...places.addresses.keys()]
  const tidy = `/${path
    .replace(/\.(mdx?|html?)$/i, '')
    .replace(/\/index$/, '')
    .replace(/^\/+|\/+$/g, '')}`
  const near = [tidy, `${tidy}/`, path].find((one) => places.addresses.has(one)) ?? nearest(path, all)
  const only = near && (onlyNear(path, all) === near || places.addresses.has(`${tidy}/`))
  return [
    report(
      linked,
      'broken-link',
      `There is no page ${path}.${didYouMean(near, false)}`,
      near ? `Change the address to ${near}${end}` : 'Check the address, or write the page first.',
      only ? urlEdit(linked, `${near}${end}`) : undefined,
    ),
  ]
}

/** A link to a section that is not there names those that are. */
function checkSection(
  linked: Linked,
  path: string | undefined,
  id: string,
  sections: ReadonlySet<string>,
): Finding[] {
  if (sections.has(id)) return []
  const page = path ? `The page ${path}` : 'This page'
  if (!id)
    return [
      report(
        linked,
        'broken-anchor',
        'There is no section name after the #.',
        'Write the name of a section after it, or delete the #.',
        urlEdit(linked, path ?? ''),
      ),
    ]
  const near = nearest(id, sections)
  const only = onlyNear(id, sections)
  const list = [...sections]
  const shown =
    list.length > 20 ? `${list.slice(0, 20).join(', ')} and ${list.length - 20} more` : list.join(', ')
  return [
    report(
      linked,
      'broken-anchor',
      `${page} has no section “${id}”.${didYouMean(near)}`,
      near
        ? `Change the end of the address to #${near}`
        : list.length
          ? `Its sections are: ${shown}.`
          : 'It has no sections. Delete the # and what follows.',
      only ? urlEdit(linked, `${path ?? ''}#${only}`) : undefined,
    ),
  ]
}

/** An address that a browser would look for in the wrong place. */
function notAnAddress(linked: Linked, places: Places): Finding {
  const { url } = linked
  if (domain.test(url) || /^www\./i.test(url) || /^\/\/[^/]+\.[^/]+/.test(url)) {
    return changed(
      linked,
      'link-http',
      'This address has no https:// and would lead to a page that does not exist.',
      `https://${url.replace(/^\/+/, '')}`,
    )
  }
  const scheme = url.match(/^(https?|claim|term|mailto|tel)[;,/. ]+(.+)$/i)
  if (scheme) {
    const name = (scheme[1] ?? '').toLowerCase().replace('http', 'https').replace('httpss', 'https')
    return changed(
      linked,
      'link-scheme',
      `There must be a colon after “${scheme[1]}”.`,
      `${name}:${name === 'https' ? '//' : ''}${scheme[2]}`,
    )
  }
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(url))
    return changed(
      linked,
      'link-mail',
      'An e-mail address in a link needs mailto: before it.',
      `mailto:${url}`,
    )
  const digits = url.replace(/[\s().-]/g, '')
  if (/^\+?\d{3,15}$/.test(digits))
    return changed(linked, 'link-phone', 'A phone number in a link needs tel: before it.', `tel:${digits}`)
  const path = `/${url.replace(/^[./\\]+/, '').replace(/\.(mdx?|html?)(?=#|$)/i, '')}`
  const [page = '', section] = path.split('#')
  const all = [...places.addresses.keys()]
  const found =
    [page, `${page}/`].find((one) => places.addresses.has(one)) ??
    nearest(page.endsWith('/') ? page : `${page}/`, all) ??
    nearest(page, all)
  if (found)
    return changed(
      linked,
      'link-form',
      `“${url}” does not say where it leads: an address inside the site starts with /.`,
      `${found}${section ? `#${section}` : ''}`,
    )
  if (places.claims.has(url))
    return changed(linked, 'link-form', `“${url}” is a claim, so it needs claim: before it.`, `claim:${url}`)
  if (places.terms.has(url))
    return changed(
      linked,
      'link-form',
      `“${url}” is in the glossary, so it needs term: before it.`,
      `term:${url}`,
    )
  return report(
    linked,
    'link-form',
    `“${shortened(url)}” does not say where it leads.`,
    'Start it with / for a page of this site, or with https:// for another site.',
  )
}

function checkWords(linked: Linked, node: Link): Finding[] {
  const { words } = linked
  const picture = node.children.some((child): child is Image => child.type === 'image' && Boolean(child.alt))
  if (!words && !picture && linked.url.trim())
    return [report(linked, 'link-text', 'This link has no words.', 'Write between [ and ] where it leads.')]
  if (!empty.test(words)) return []
  return [
    {
      ...report(
        linked,
        'link-text',
        `The link text “${words}” does not say where it leads.`,
        'Use words such as [how to start therapy](…).',
      ),
      severity: 'look',
    },
  ]
}

function linkedFrom(text: SourceText, node: Link): Linked {
  const at = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? at
  const raw = text.text.slice(at, end)
  const words = plain(node).replaceAll('\u2060', '').trim()
  // A bare www address becomes a link by itself, but an unsafe one.
  if (/^www\./i.test(raw)) return { text, at, words: raw.replace(/^www\./i, ''), url: raw, urlStart: at }
  // The address as written stands at the end; if it is written in another way, no edit is offered.
  const last = raw.lastIndexOf(`](${node.url}`)
  return {
    text,
    at,
    words,
    url: node.url,
    urlStart: node.url && last >= 0 ? at + last + 2 : undefined,
  }
}

function changed(
  linked: Linked,
  rule: string,
  message: string,
  url: string,
  safe = true,
  fix = `Write: [${linked.words}](${url})`,
): Finding {
  return report(linked, rule, message, fix, safe ? urlEdit(linked, url) : undefined)
}

function urlEdit({ urlStart, url }: Linked, text: string) {
  if (urlStart === undefined || mayNameMedicine(url)) return undefined
  return { start: urlStart, end: urlStart + url.length, text }
}

function report(
  { text, at }: Linked,
  rule: string,
  message: string,
  fix: string,
  edit?: { start: number; end: number; text: string },
): Finding {
  return text.finding(rule, at, message, fix, edit ? { edit } : {})
}

const shortened = (words: string) => (words.length > 80 ? `${words.slice(0, 79)}…` : words)
