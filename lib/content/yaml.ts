import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Finding } from './finding'
import type { SourceFile } from './read'

type Path = (string | number)[]

/** A YAML text with the place of everything in it. */
export type Yaml = {
  source: SourceFile
  value: unknown
  place: (...path: Path) => { line: number; column: number }
  findings: Finding[]
}

/** A YAML text taken apart. `linesBefore` is the number of lines of the file that stand above the text. */
export function parseYaml(source: SourceFile, linesBefore = 0): Yaml {
  const counter = new LineCounter()
  const document = parseDocument(source.text, { lineCounter: counter, schema: 'core' })
  const findings = document.errors.map((error): Finding => {
    const at = counter.linePos(error.pos[0])
    return { file: source.file, line: at.line + linesBefore, column: at.col, severity: 'fix', rule: 'yaml', message: error.message, fix: 'Put it right.' }
  })
  const place = (...path: Path) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined
      if (node?.range) {
        const at = counter.linePos(node.range[0])
        return { line: at.line + linesBefore, column: at.col }
      }
    }
    return { line: 1 + linesBefore, column: 1 }
  }
  let value: unknown
  try {
    value = findings.length ? undefined : document.toJS()
  } catch {
    value = undefined
  }
  return { source, value, place, findings }
}

/** The value of a YAML text if it is what the schema asks for, else findings that say what to write. */
export function validate<T>(schema: z.ZodType<T>, yaml: Yaml): { value: T | undefined; findings: Finding[] } {
  if (yaml.findings.length) return { value: undefined, findings: [] }
  const result = schema.safeParse(yaml.value)
  if (result.success) return { value: result.data, findings: [] }
  return {
    value: undefined,
    findings: result.error.issues.map((issue) => ({
      file: yaml.source.file,
      ...yaml.place(...(issue.path as Path)),
      severity: 'fix',
      rule: 'details',
      message: issue.message,
      fix: 'Put it right.',
    })),
  }
}
