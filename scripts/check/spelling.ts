import { type CSpellUserSettings, spellCheckDocument } from 'cspell-lib'
import type { Finding } from '../../lib/content/finding'
import { inOrder } from '../../lib/content/finding'
import type { Library } from '../../lib/content/library'
import { linePassage, type Passage, passagesOf } from '../../lib/content/passages'
import type { Yaml } from '../../lib/content/yaml'

type Text = { file: string; passage: Passage }

/** Words that no dictionary knows, with like ones. A like word may be another medicine, so none is ever put in by itself. */
export async function misspelt(library: Library): Promise<Finding[]> {
  const texts = textsOf(library)
  const starts: number[] = []
  let all = ''
  for (const { passage } of texts) {
    starts.push(all.length)
    all += `${passage.text.replaceAll('’', "'")}\n`
  }
  const { issues } = await spellCheckDocument(
    { uri: 'stdin:///content.txt', text: all, languageId: 'plaintext', locale: 'en-US' },
    { noConfigSearch: true, generateSuggestions: true },
    settings(library),
  )
  return inOrder(
    issues.flatMap(({ text: word, offset, suggestions = [] }) => {
      const index = starts.findLastIndex((start) => start <= offset)
      const [found, start] = [texts[index], starts[index]]
      if (!found || start === undefined) return []
      const like = suggestions.slice(0, 4).join(', ')
      return {
        file: found.file,
        ...found.passage.place(offset - start),
        severity: 'look' as const,
        rule: 'spelling',
        message: `“${word}” is not in the dictionary.`,
        fix: `${like ? `Did you mean ${like}? ` : ''}If it is right, add it to “dictionary” in en/words.yaml.`,
      }
    }),
  )
}

function settings({ wordLists: { dictionary, abbreviations, neutral } }: Library): CSpellUserSettings {
  return {
    // The words of programmers, which come by default, would hide mistakes in an article.
    loadDefaultConfiguration: false,
    import: ['@cspell/dict-en_us/cspell-ext.json', '@cspell/dict-medicalterms/cspell-ext.json'],
    dictionaries: ['en_us', 'medicalterms'],
    words: [...dictionary, ...abbreviations, ...neutral],
    ignoreRegExpList: [webAddress, shortForm],
    maxNumberOfProblems: 1000,
    maxDuplicateProblems: 1000,
  }
}

/** Web addresses without https:// in running text. */
const webAddress = /[\w-]+(?:\.[\w-]+)+(?:\/[\w./-]*)?/g
/** Abbreviations have a rule of their own. */
const shortForm = /\b[A-Z]{2,}(?:-[A-Z0-9]+)*s?(?:'s)?\b/g

/** All words that readers see. What people type into the search may be misspelt, so it is left out. */
function textsOf({ articles, comparisons, yaml }: Library): Text[] {
  return [
    ...[...articles, ...comparisons].flatMap((document) =>
      passagesOf(document, document.kind).map((passage) => ({ file: document.file, passage })),
    ),
    ...linesOf(yaml.terms, ['term', 'long', 'meaning']),
    ...linesOf(yaml.claims, [
      'statement',
      'population',
      'timeframe',
      'certaintyNote',
      'caveat',
      'measure',
      'treatment',
      'comparator',
    ]),
    ...linesOf(yaml.clinic, ['funding', 'services', 'when']),
    ...linesOf(yaml.words),
    ...linesOf(yaml.visit, ['statement', 'signs']),
  ]
}

/** The texts under these names, wherever they stand in a YAML file; without names, all of them. */
function linesOf(yaml: Yaml, names?: string[]): Text[] {
  const { text, source } = yaml
  if (!text) return []
  const walk = (value: unknown, path: (string | number)[], wanted: boolean): Text[] => {
    if (typeof value === 'string')
      return wanted
        ? [{ file: source.file, passage: linePassage(String(path.at(-1)), value, text, yaml.place(...path)) }]
        : []
    if (Array.isArray(value)) return value.flatMap((entry, index) => walk(entry, [...path, index], wanted))
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, entry]) =>
      walk(entry, [...path, key], !names || names.includes(key)),
    )
  }
  return walk(yaml.value, [], !names)
}
