import { distance } from 'fastest-levenshtein'

/** The one candidate that a person probably meant by a word, or undefined. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const found = near(word, candidates)
  return found[0]
}

/** The candidate that a word can only have meant; undefined when none or several are near. */
export function onlyNear(word: string, candidates: Iterable<string>): string | undefined {
  const found = near(word, candidates)
  return found.length === 1 ? found[0] : undefined
}

function near(word: string, candidates: Iterable<string>): string[] {
  const small = word.toLowerCase()
  // A short word has many neighbours, so it may differ by one letter only.
  const limit = word.length < 4 ? 1 : word.length < 8 ? 2 : Math.min(4, Math.floor(word.length / 4))
  const scored: { candidate: string; score: number }[] = []
  for (const candidate of new Set(candidates)) {
    if (Math.abs(candidate.length - word.length) > limit) continue
    const score = distance(small, candidate.toLowerCase())
    if (score <= limit && score < Math.min(candidate.length, word.length)) scored.push({ candidate, score })
  }
  scored.sort((a, b) => a.score - b.score || a.candidate.localeCompare(b.candidate))
  const best = scored[0]
  if (best?.score === 0) return [best.candidate]
  return scored.map(({ candidate }) => candidate)
}

/** “ Did you mean “x”?”, or nothing. */
export function didYouMean(suggestion: string | undefined, quoted = true): string {
  if (!suggestion) return ''
  return quoted ? ` Did you mean “${suggestion}”?` : ` Did you mean ${suggestion}?`
}

const medicineEndings =
  /(ine|pram|pam|lam|done|zole|faxine|pion|ium|proate|trigine|date|lol|sin|clone|pidem|xone|phine|prosate|stat|bital|setron|tidine|prole|tal|dopa)$/

/** True if a word may name a medicine: one wrong letter can make it another one, so no button may change it. */
export function mayNameMedicine(id: string): boolean {
  return id.split(/[^a-z]+/i).some((part) => part.length > 5 && medicineEndings.test(part.toLowerCase()))
}
