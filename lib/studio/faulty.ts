import { type Finding, getLibrary } from '../content'

/** A file with mistakes; the page made from it, or nothing if it is a list that many pages share; and whether that page shows it as it is. */
export type Faulty = { path: string; address?: string; drawn: boolean; findings: Finding[] }

/** The files that have something to fix. */
export async function faultyFiles(): Promise<Faulty[]> {
  const { findings, articles, comparisons, root, stale = [] } = await getLibrary()
  const toFix = findings.filter(({ severity }) => severity === 'fix')
  return [...new Set(toFix.map(({ file }) => file))].map((file) => {
    const document = [...articles, ...comparisons].find((candidate) => candidate.file === file)
    return {
      path: file.slice(root.length + 1),
      ...(document && { address: document.address }),
      drawn: !stale.includes(file),
      findings: toFix.filter((finding) => finding.file === file),
    }
  })
}
