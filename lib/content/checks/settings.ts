import type { z } from 'zod'
import type { Finding } from '../finding'
import { type Component, shownOpening } from '../grammar/nesting'
import type { Setting } from '../grammar/tag'
import type { Parsed } from '../parse'
import type { Places } from '../places'
import type { SourceText } from '../source-text'
import { didYouMean, mayNameMedicine, nearest, onlyNear } from '../suggest'
import type { ComponentRule, Vocabulary } from '../vocabulary'

const kinds = {
  claim: { rule: 'unknown-claim', list: 'list of claims' },
  comparison: { rule: 'unknown-comparison', list: 'list of comparisons' },
  source: { rule: 'unknown-source', list: 'list of sources' },
} as const

/** Every component has the settings it needs, and what they name exists. */
export function checkSettings(parsed: Parsed<unknown>, places: Places, vocabulary: Vocabulary): Finding[] {
  return parsed.components.flatMap((component) => {
    const rule = vocabulary[component.name]
    if (!rule) return []
    return [
      ...placeOf(parsed.text, component, rule, vocabulary),
      ...settingsOf(parsed.text, component, rule, places),
    ]
  })
}

function placeOf(
  text: SourceText,
  { name, tag, inside }: Component,
  rule: ComponentRule,
  vocabulary: Vocabulary,
): Finding[] {
  if (!rule.inside || inside === rule.inside) return []
  return [
    text.finding(
      'wrong-place',
      tag.start,
      `<${name}> can only be used inside <${rule.inside}>.`,
      `Put ${shownOpening(vocabulary, rule.inside)} above it and </${rule.inside}> below it.`,
    ),
  ]
}

function settingsOf(text: SourceText, component: Component, rule: ComponentRule, places: Places): Finding[] {
  const { name, tag } = component
  const shape = rule.settings.shape as Record<string, z.ZodType>
  const known = Object.keys(shape)
  const findings: Finding[] = []
  const given = new Map<string, Setting>()
  for (const setting of tag.settings) {
    const before = given.get(setting.name)
    if (before) {
      findings.push(
        text.finding(
          'prop-twice',
          setting.start,
          `<${name}> has the setting “${setting.name}” twice.`,
          'Keep one of the two and delete the other.',
        ),
      )
      continue
    }
    given.set(setting.name, setting)
    if (!known.includes(setting.name)) {
      const near = nearest(
        setting.name,
        known.filter((other) => !tag.settings.some((one) => one.name === other)),
      )
      if (near) given.set(near, setting)
      findings.push(unknownSetting(text, name, setting, near, known))
    } else if (!setting.lost) {
      const found = valueFindings(text, name, setting, shape[setting.name], rule, places, tag.settings)
      // Beside another mistake in the same setting a change would not fit.
      findings.push(...(setting.wrong ? found.map(({ edit: _, ...finding }) => finding) : found))
    }
  }
  // After a slip in the same tag nobody can say whether a setting is there.
  const absent = tag.unsure
    ? []
    : known.filter((setting) => !given.has(setting) && !shape[setting]?.safeParse(undefined).success)
  if (absent.length) findings.push(missing(text, component, absent))
  return findings
}

function unknownSetting(
  text: SourceText,
  name: string,
  setting: Setting,
  near: string | undefined,
  known: string[],
): Finding {
  const capitals = near?.toLowerCase() === setting.name.toLowerCase() ? ' Capitals matter.' : ''
  const none = known.length ? `Delete it, or use one of: ${known.join(', ')}.` : 'Delete it.'
  const edit =
    near && onlyNear(setting.name, known) === near && !setting.wrong
      ? { start: setting.start, end: setting.start + setting.name.length, text: near }
      : undefined
  return text.finding(
    'unknown-prop',
    setting.start,
    `<${name}> has no setting “${setting.name}”.${didYouMean(near)}${capitals}`,
    near ? `Write: ${near}="${setting.value}"` : none,
    edit ? { edit } : {},
  )
}

function missing(text: SourceText, { name, tag }: Component, absent: string[]): Finding {
  const add = absent.map((setting) => `${setting}="…"`).join(' ')
  const fix = tag.settings.length
    ? `Add: ${add}`
    : `Write: <${name} ${add}${tag.kind === 'alone' ? ' /' : ''}>`
  const names = absent.map((setting) => `“${setting}”`).join(' and ')
  return text.finding(
    'missing-prop',
    tag.start,
    `<${name}> needs the setting${absent.length > 1 ? 's' : ''} ${names}.`,
    fix,
  )
}

function valueFindings(
  text: SourceText,
  name: string,
  setting: Setting,
  schema: z.ZodType | undefined,
  rule: ComponentRule,
  places: Places,
  all: Setting[],
): Finding[] {
  if (!setting.value.trim()) {
    return [
      text.finding(
        'empty-prop',
        setting.start,
        `The setting “${setting.name}” is empty.`,
        hintOf(schema) || `Write the ${setting.name} between the quotes.`,
      ),
    ]
  }
  const issue = schema?.safeParse(setting.value, { error: () => '' }).error?.issues[0]
  if (issue?.code === 'invalid_value') return [wrongChoice(text, name, setting, issue.values.map(String))]
  if (issue) {
    return [
      text.finding(
        'prop-value',
        setting.start,
        `“${setting.value}” cannot be the ${setting.name} of <${name}>.`,
        issue.message ? `${issue.message}.` : 'Write another one.',
      ),
    ]
  }
  const kind = rule.refersTo?.[setting.name]
  if (!kind)
    return setting.name === 'rows'
      ? rowsOf(text, name, setting, rule, places, all)
      : addressLike(text, setting)
  if (kind === 'picture') return picture(text, setting, places)
  const ids =
    kind === 'claim'
      ? places.claims
      : kind === 'comparison'
        ? places.comparisons.keys()
        : (places.sources ?? [])
  const list = [...ids]
  return list.includes(setting.value)
    ? []
    : [unknownId(text, kind, setting.value, setting.valueStart, list, setting.start)]
}

/** What the vocabulary says to write in a setting. */
function hintOf(schema: z.ZodType | undefined): string {
  const hint = schema?.safeParse('', { error: () => '' }).error?.issues[0]?.message
  return hint ? `${hint}.` : ''
}

/** The id of a question becomes an address. */
function addressLike(text: SourceText, setting: Setting): Finding[] {
  if (setting.name !== 'id' || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(setting.value)) return []
  const better = idFrom(setting.value)
  const edit = better ? { edit: { start: setting.valueStart, end: setting.end - 1, text: better } } : {}
  return [
    text.finding(
      'id-letters',
      setting.start,
      `“${setting.value}” becomes an address, so it can have only small letters, digits and dashes.`,
      `Write: id="${better || 'side-effects'}"`,
      edit,
    ),
  ]
}

/** An id made of the letters of some words. */
export function idFrom(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

function wrongChoice(text: SourceText, name: string, setting: Setting, choices: string[]): Finding {
  const near = nearest(setting.value, choices)
  const only = onlyNear(setting.value, choices)
  return text.finding(
    'prop-value',
    setting.start,
    `“${setting.value}” ${setting.name === 'kind' ? `is not a kind of <${name}>` : `cannot stand in the setting “${setting.name}” of <${name}>`}.${didYouMean(near)}`,
    `Use one of: ${choices.join(', ')}.`,
    only ? { edit: { start: setting.valueStart, end: setting.end - 1, text: only } } : {},
  )
}

function rowsOf(
  text: SourceText,
  name: string,
  setting: Setting,
  rule: ComponentRule,
  places: Places,
  all: Setting[],
): Finding[] {
  const of = all.find((other) => rule.refersTo?.[other.name] === 'comparison')?.value ?? ''
  const rows = places.comparisons.get(of)
  if (!rows) return []
  const findings: Finding[] = []
  let at = setting.valueStart
  for (const part of setting.value.split(',')) {
    const row = part.trim()
    const start = at + part.length - part.trimStart().length
    if (row && !rows.has(row)) {
      const near = nearest(row, rows)
      const only = onlyNear(row, rows)
      findings.push(
        text.finding(
          'unknown-row',
          start,
          `The comparison “${of}” has no row “${row}”.${didYouMean(near)}`,
          `Use any of its rows: ${[...rows].join(', ')}.`,
          only ? { edit: { start, end: start + row.length, text: only } } : {},
        ),
      )
    }
    at += part.length + 1
  }
  if (!setting.value.replace(/[,\s]/g, ''))
    findings.push(
      text.finding(
        'empty-prop',
        setting.start,
        `<${name}> names no row.`,
        'Write the names of rows, or delete the setting.',
      ),
    )
  return findings
}

function picture(text: SourceText, setting: Setting, places: Places): Finding[] {
  if (places.pictures.has(setting.value)) return []
  return [missingPicture(text, setting.start, setting.value, places, setting.valueStart)]
}

/** A finding on a picture that is not there. */
export function missingPicture(
  text: SourceText,
  at: number,
  address: string,
  places: Places,
  addressStart?: number,
): Finding {
  if (/^(https?:)?\/\//i.test(address) || /^[a-z][a-z0-9+.-]*:/i.test(address)) {
    return text.finding(
      'image-address',
      at,
      'A picture from another site cannot be shown: it would tell that site who reads the page.',
      'Save the picture in public/pictures and write its address here, for example /pictures/talking.png',
    )
  }
  const only = onlyNear(address, places.pictures)
  const folder = /^\/([^/]+)\//.exec(address)?.[1]
  return text.finding(
    'image-missing',
    at,
    `There is no picture ${address}.`,
    `Check the name, or add the picture to public${folder ? `/${folder}` : ''}.`,
    only && addressStart !== undefined
      ? { edit: { start: addressStart, end: addressStart + address.length, text: only } }
      : {},
  )
}

/** A finding on a claim, comparison or source that is not in its list. */
export function unknownId(
  text: SourceText,
  kind: keyof typeof kinds,
  id: string,
  idStart: number,
  ids: string[],
  at = idStart,
): Finding {
  const { rule, list } = kinds[kind]
  const near = nearest(id, ids)
  const only = onlyNear(id, ids)
  const edit =
    only && !mayNameMedicine(id) && !mayNameMedicine(only)
      ? { start: idStart, end: idStart + id.length, text: only }
      : undefined
  return text.finding(
    rule,
    at,
    `There is no ${kind} called “${id}” in the ${list}.${didYouMean(near)}`,
    near
      ? `Change it to ${near}, or add the ${kind} to the list.`
      : `Check the name, or add the ${kind} to the list.`,
    edit ? { edit } : {},
  )
}
