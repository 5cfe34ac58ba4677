/** A text that is not saved yet, with the version of the file it was made from. */
export type KeptDraft = { text: string; from: string; at: string }

const keyOf = (path: string) => `studio-draft:${path}`

/** Keeps a text on this computer, where a reload, a crash of the browser or of the server does not reach it. */
export function keepDraft(path: string, draft: KeptDraft): void {
  localStorage.setItem(keyOf(path), JSON.stringify(draft))
}

/** The text that was kept for a file, if there is one. */
export function keptDraft(path: string): KeptDraft | undefined {
  try {
    return JSON.parse(localStorage.getItem(keyOf(path)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Forgets the text that was kept for a file. */
export function dropDraft(path: string): void {
  localStorage.removeItem(keyOf(path))
}
