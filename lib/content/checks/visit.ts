import type { Finding } from '../finding'
import type { Library } from '../library'

/** What the visit sheet names is there: its comparison and the row of each statement. */
export function checkVisit({ visit, comparisons, yaml }: Library): Finding[] {
  const finding = (path: (string | number)[], rule: string, message: string, fix: string): Finding => ({
    file: yaml.visit.source.file,
    ...yaml.visit.place(...path),
    severity: 'fix',
    rule,
    message,
    fix,
  })
  // A sheet that could not be read has its own finding.
  if (visit.statements.length === 0) return []
  const comparison = comparisons.find(({ path }) => path === visit.comparison)
  if (!comparison) {
    const names = comparisons.map(({ path }) => path).join(', ')
    return [
      finding(
        ['comparison'],
        'visit-comparison',
        `There is no comparison “${visit.comparison}”.`,
        `Write one of these: ${names}.`,
      ),
    ]
  }
  const rows = comparison.sections.map(({ id }) => id)
  return visit.statements.flatMap(({ id, row }, index) => [
    ...(rows.includes(row)
      ? []
      : [
          finding(
            ['statements', index, 'row'],
            'visit-row',
            `“${visit.comparison}” has no row “${row}”.`,
            `Its rows are: ${rows.join(', ')}.`,
          ),
        ]),
    ...(visit.statements.findIndex((other) => other.id === id) < index
      ? [
          finding(
            ['statements', index, 'id'],
            'visit-id',
            `Two statements have the id “${id}”.`,
            'Give one of them another id.',
          ),
        ]
      : []),
  ])
}
