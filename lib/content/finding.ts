/** What a check has to say about one place in one file, in words for the person who edits it. */
export type Finding = {
  /** as the editor knows it, from the folder of the project: content/en/articles/psychotherapy.mdx */
  file: string
  /** from 1, in the file as the editor shows it */
  line: number
  /** from 1, of the first wrong character */
  column: number
  /** fix: the site is not built. look: the site is built */
  severity: 'fix' | 'look'
  /** short name of the rule, for machines and tests */
  rule: string
  /** one sentence: what is wrong */
  message: string
  /** one sentence: what to do, to be copied */
  fix: string
  /** a change that is safe to offer as a button; offsets count UTF-16 units in the text as read */
  edit?: { start: number; end: number; text: string }
}

/** The findings in the order of the files, and in each file from top to bottom. */
export function inOrder(findings: Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule),
  )
}

/** True if one of the findings must be put right before the site can be built. */
export function stopsTheBuild(findings: Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'fix')
}

/** One finding as the lines that people read in a terminal. */
export function formatFinding({ file, line, column, severity, message, fix }: Finding): string {
  return `${file}:${line}:${column}  ${severity === 'fix' ? 'to fix' : 'to look at'}\n  ${message}\n  ${fix}\n`
}
