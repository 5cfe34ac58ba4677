import { monthsAfter } from '../../dates'
import { elements, setting } from '../article'
import {
  type Figure,
  figuresIn,
  fractionsIn,
  type Held,
  heldBy,
  heldInWords,
  holds,
  numbersIn,
} from '../figures'
import type { Finding } from '../finding'
import type { Library } from '../library'
import { once, onceAmong } from '../once'
import type { Passage, PassageLink } from '../passages'
import type { Claim } from '../schema'
import { didYouMean, nearest } from '../suggest'
import { idsIn } from '../yaml'
import { type Checked, findingAt, findingIn, placeOfEntry } from './checked'

/** After so many months somebody looks whether a claim still holds. */
const claimMonths = 24

/** Every treatment figure is held by a claim, and every claim by a source. */
export function checkEvidence(library: Library, documents: Checked[]): Finding[] {
  const held = figuresOfClaims(library)
  return [...documents.flatMap((document) => checkOnce(document, library, held)), ...checkClaims(library)]
}

const checkOnce = onceAmong(
  (document: Checked, library: Library, held: Map<string, Held>) => [
    ...checkFigures(library, held, document),
    ...checkPictures(library, document),
  ],
  (library) => [library.yaml.claims],
)

const heldOnce = once(heldBy)

/** The figures that each claim holds. */
export function figuresOfClaims({ claims }: Library): Map<string, Held> {
  return new Map([...claims].map(([id, claim]) => [id, heldOnce(claim)]))
}

/** The treatment figures of a document that no claim beside them holds. */
export function unsourcedFigures(
  held: Map<string, Held>,
  { passages, document }: Pick<Checked, 'passages' | 'document'>,
): { passage: Passage; figure: Figure }[] {
  // A claim that is missing or wrong has a finding of its own, and might hold anything.
  const claimsOf = new Map<object, (Held | undefined)[]>()
  for (const { scope, links } of passages) {
    claimsOf.set(scope, [...(claimsOf.get(scope) ?? []), ...claimLinks(links).map(({ id }) => held.get(id))])
  }
  return passages.flatMap((passage) =>
    treatmentFigures(passage, isAboutTheSite(document))
      .filter((figure) => !claimLinks(passage.links).some((link) => overlap(figure, link)))
      .filter((figure) => !claimsOf.get(passage.scope)?.some((claim) => !claim || holds(claim, figure)))
      .map((figure) => ({ passage, figure })),
  )
}

function checkFigures(library: Library, held: Map<string, Held>, checked: Checked): Finding[] {
  const { file, passages } = checked
  const missing = unsourcedFigures(held, checked).map(({ passage, figure }) =>
    findingAt(
      file,
      passage.place(figure.from),
      'fix',
      'figure-without-claim',
      `“${figure.text}” has no source: no claim linked in this ${nameOf(passage)} holds it.`,
      whereItStands(library, held, checked, passage, figure),
    ),
  )
  const wrong = passages.flatMap((passage) =>
    claimLinks(passage.links).flatMap((link) => {
      const claim = library.claims.get(link.id)
      const own = held.get(link.id)
      if (!claim || !own) return []
      return wrongIn(passage, link, own).map((figure) =>
        findingAt(
          file,
          passage.place(figure.from),
          'fix',
          'figure-not-in-claim',
          `“${figure.text}” is not in its claim: “${claim.id}” ${says(claim)}.`,
          'Write a figure of the claim, link to the claim that holds this one, or correct the claim in evidence/claims.yaml.',
        ),
      )
    }),
  )
  return [...missing, ...wrong]
}

/** Figures, numbers and words such as “half” in a claim link that the claim does not hold. */
function wrongIn(passage: Passage, link: PassageLink, held: Held): { from: number; text: string }[] {
  const figures = figuresIn(passage.text).filter((figure) => overlap(figure, link))
  const free = (from: number, to: number) => !figures.some((figure) => overlap(figure, { from, to }))
  const linked = passage.text.slice(link.from, link.to)
  const fractions = fractionsIn(linked)
    .map((fraction) => ({ ...fraction, from: link.from + fraction.from, to: link.from + fraction.to }))
    .filter(({ from, to, atom }) => free(from, to) && !held.atoms.has(atom))
  const numbers = [...linked.matchAll(/[$€£]?(?:\d[\d,.]*\d|\d)/g)]
    .map((found) => ({
      from: link.from + found.index,
      to: link.from + found.index + found[0].length,
      text: found[0],
    }))
    .filter(
      ({ from, to, text }) => free(from, to) && !numbersIn(text).every((number) => held.numbers.has(number)),
    )
  return [...figures.filter((figure) => !holds(held, figure)), ...fractions, ...numbers]
}

function treatmentFigures({ kind, name, text, label }: Passage, aboutTheSite: boolean): Figure[] {
  if (kind === 'detail' && (name === 'changes' || name === 'alsoKnownAs')) return []
  // In a heading or a caption, and on pages about the site, a time names a stretch and is no result.
  const times = kind !== 'heading' && name !== 'caption' && !aboutTheSite
  // “One visit” or “two weeks” is most often plain talk; as a result it is written in digits.
  return figuresIn(text, { times }).filter(
    (figure) => figure.from >= label && /\d|half|third|quarter|fifth| in | out of /i.test(figure.text),
  )
}

/** Only claims of this page are named: another claim may hold the same number by chance. */
function whereItStands(
  library: Library,
  held: Map<string, Held>,
  checked: Checked,
  passage: Passage,
  figure: Figure,
): string {
  if (cannotLink(passage))
    return `Say it without the number, and give the figure in the text: a ${nameOf(passage)} holds no claim.`
  const beside = checked.passages
    .filter(({ scope }) => scope === passage.scope)
    .flatMap(({ links }) => claimLinks(links).flatMap(({ id }) => library.claims.get(id) ?? []))
  if (beside.length) {
    const others = [...new Set(beside)].map((claim) => `“${claim.id}” ${says(claim)}`).join('; ')
    return `Write a figure that a claim here holds (${others}), or link this one to its own claim: [${figure.text}](claim:…).`
  }
  const onPage = (checked.document?.claims ?? []).filter((id) => holds(held.get(id) ?? heldByNone, figure))
  const hint = onPage.length
    ? ` On this page, ${onPage.map((id) => `“${id}”`).join(' and ')} ${onPage.length > 1 ? 'hold' : 'holds'} it.`
    : ''
  return `Link it to the claim it comes from, [${figure.text}](claim:…), or say it without the number.${hint}`
}

const cannotLink = ({ kind, name }: Passage) =>
  kind === 'setting' || kind === 'heading' || name === 'title' || name === 'options'

/** A picture of people needs both sides of 100. */
function checkPictures(library: Library, { file, parsed }: Checked): Finding[] {
  return elements(parsed.tree, 'People').flatMap((picture) => {
    const claim = library.claims.get(setting(picture, 'claim'))
    if (!claim) return []
    const { with: treated, without, per } = claim.numbers ?? {}
    if (treated !== undefined && without !== undefined && per === 100) return []
    const place = picture.position?.start ?? { line: 1, column: 1 }
    return findingAt(
      file,
      place,
      'fix',
      'picture-numbers',
      `The picture cannot be drawn: “${claim.id}” ${says(claim)}, but a picture needs people with and without the treatment, each of 100.`,
      'Name a claim that has “with” and “without” and “per: 100”, or delete the picture.',
    )
  })
}

function checkClaims(library: Library): Finding[] {
  const limit = monthsAfter(library.today, -claimMonths)
  const references = new Set(idsIn(library.yaml.references))
  return [...library.claims.values()].flatMap((claim) => {
    const at = (...path: (string | number)[]) => placeOfEntry(library.yaml.claims, claim.id, ...path)
    const unknown = claim.references.flatMap((id, index) =>
      references.has(id)
        ? []
        : findingIn(
            library,
            'claims',
            at('references', index),
            'fix',
            'unknown-reference',
            `The claim “${claim.id}” names the source “${id}”, which is not in evidence/references.yaml.${didYouMean(nearest(id, references))}`,
            'Change the name, or add the source to evidence/references.yaml.',
          ),
    )
    if (claim.checked >= limit) return unknown
    const old = findingIn(
      library,
      'claims',
      at('checked'),
      'look',
      'claim-old',
      `The claim “${claim.id}” was last checked on ${claim.checked}, more than two years ago.`,
      'Look for newer evidence, then write the day of the check.',
    )
    return [...unknown, old]
  })
}

function says(claim: Claim): string {
  const figures = heldInWords(claim)
  return figures ? `says ${figures}` : 'holds no figure'
}

function nameOf({ kind, name, scope, cell }: Passage): string {
  if (kind === 'heading') return 'heading'
  if (kind === 'setting') return name
  if (kind === 'detail') return name === 'keyPoints' ? 'key point' : name
  if (cell) return 'cell'
  return 'type' in scope && scope.type === 'listItem' ? 'list item' : 'paragraph'
}

const claimLinks = (links: PassageLink[]) =>
  links.flatMap((link) => (link.target.type === 'claim' ? [{ ...link, id: link.target.id }] : []))

const heldByNone: Held = { atoms: new Set(), numbers: new Set(), bare: new Set() }

const overlap = (a: { from: number; to: number }, b: { from: number; to: number }) =>
  a.from < b.to && b.from < a.to

/** Pages such as “How we write” state times of their own, for example when a page is looked at again. */
const isAboutTheSite = (document: Checked['document']) =>
  document?.kind === 'article' && document.details.group === 'site'
