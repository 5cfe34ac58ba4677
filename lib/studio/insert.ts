import { z } from 'zod'
import { idFrom } from '../content/checks/settings'
import type { ComponentRule } from '../content/vocabulary'

/** A setting of a component as a form asks for it. */
export type Setting = {
  name: string
  needed: boolean
  choices?: string[]
  hint: string
  refersTo?: string
  /** nobody has to write it: the address of a question is made from its words */
  made: boolean
}

/** The settings of a component, in their order. */
export function settingsOf({ settings, refersTo }: ComponentRule): Setting[] {
  const shape = z.toJSONSchema(settings, { io: 'input' })
  return Object.entries(shape.properties ?? {}).map(([name, property]) => {
    const choices = typeof property === 'object' ? property.enum?.map(String) : undefined
    const missing = settings.safeParse({}).error?.issues.find(({ path }) => path[0] === name)
    const asked = settings.safeParse({ [name]: ' ' }).error?.issues.find(({ path }) => path[0] === name)
    return {
      name,
      needed: Boolean(missing),
      made: name === 'id' && 'question' in settings.shape,
      ...(choices && { choices }),
      // a form has no quotes to write between
      hint: choices ? '' : (asked?.message ?? '').replace(' between the quotes', ''),
      ...(refersTo?.[name] && { refersTo: refersTo[name] }),
    }
  })
}

/** A component as it stands in a text: with these settings, round the given words or round those of its example. */
export function componentText(
  name: string,
  rule: ComponentRule,
  settings: Record<string, string>,
  inside?: string,
): string {
  const written = settingsOf(rule)
    .map(({ name, made }) => [
      name,
      settingText(settings[name] ?? (made ? idFrom(settings.question ?? '') : '')),
    ])
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
  if (rule.holds === 'none') return `<${name}${written} />`
  const example = rule.example.slice(rule.example.indexOf('>') + 1, rule.example.lastIndexOf('</')).trim()
  return `<${name}${written}>\n\n${inside?.trim() || example}\n\n</${name}>`
}

/** A text as it may stand between the straight quotes of a setting. */
export function settingText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(/"/g, '”')
}
