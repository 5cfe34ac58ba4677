import type { Finding } from '../../lib/content/finding'

/** How much of a long line is shown round the place. */
const room = 76

/** A finding as the lines that people read in a terminal, with the line it is about. */
export function shown(finding: Finding, text: string | undefined): string {
  const { file, line, column, severity, message, fix } = finding
  const head = `${file}:${line}:${column}  ${severity === 'fix' ? 'to fix' : 'to look at'}`
  return [head, ...marked(text, line, column), `  ${message}`, `  ${fix}`, ''].join('\n')
}

/** The findings as machines read them. */
export function asJson(findings: Finding[]): string {
  const all = findings.map(({ file, line, column, severity, rule, message, fix }) => ({
    file,
    line,
    column,
    severity,
    rule,
    message,
    fix,
  }))
  return JSON.stringify(all, null, 2)
}

/** A finding as GitHub shows it beside the line. */
export function annotation({ file, line, column, severity, message, fix }: Finding): string {
  const value = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const setting = (text: string) => value(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
  return `::${severity === 'fix' ? 'error' : 'warning'} file=${setting(file)},line=${line},col=${column}::${value(`${message} ${fix}`)}`
}

/** How many findings there are, in words. */
export function counted(findings: Finding[]): string {
  const toFix = findings.filter(({ severity }) => severity === 'fix').length
  return `${toFix || 'Nothing'} to fix, ${findings.length - toFix || 'nothing'} to look at.`
}

function marked(text: string | undefined, line: number, column: number): string[] {
  const whole = text?.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)[line - 1]
  if (!whole?.trim()) return []
  const start =
    whole.length <= room ? 0 : Math.max(0, Math.min(column - 1 - Math.floor(room / 3), whole.length - room))
  const part = whole.slice(start, start + room).replaceAll('\t', ' ')
  const [before, after] = [start > 0 ? '…' : '', start + room < whole.length ? '…' : '']
  const margin = `  ${line} | `
  return [
    `${margin}${before}${part}${after}`,
    `${' '.repeat(margin.length + before.length + Math.max(0, column - 1 - start))}^`,
  ]
}
