import type { ReportRow } from '../../lib/content/report'

const heads = ['address', 'words', 'min', 'grade', 'neutral', 'longest', 'claims', 'unsourced', 'review']

/** The report as a table, with a line for all pages together. */
export function reportTable(rows: ReportRow[]): string {
  const sum = (of: (row: ReportRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const most = (of: (row: ReportRow) => number) => Math.max(0, ...rows.map(of))
  const reviewed = rows.filter(({ review }) => review === 'reviewed' || review === 'due').length
  const cells = [
    heads,
    ...rows.map((row) => [
      row.address,
      ...[row.words, row.minutes].map(String),
      ...[row.grade, row.neutralGrade].map(inGrades),
      ...[row.longest, row.claims, row.unsourced].map(String),
      row.review,
    ]),
    [
      `${rows.length} pages`,
      ...[sum(({ words }) => words), sum(({ minutes }) => minutes)].map(String),
      `≤ ${inGrades(most(({ grade }) => grade))}`,
      `≤ ${inGrades(most(({ neutralGrade }) => neutralGrade))}`,
      `≤ ${most(({ longest }) => longest)}`,
      '',
      String(sum(({ unsourced }) => unsourced)),
      `${reviewed} reviewed`,
    ],
  ]
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const isText = (column: number) => column === 0 || column === heads.length - 1
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  const lines = cells.map(line)
  return [lines[0], rule, ...lines.slice(1, -1), rule, lines.at(-1), ''].join('\n')
}

const inGrades = (grade: number) => (Number.isFinite(grade) ? grade.toFixed(1) : '–')
