import { cellsOf, type Section } from '../article'
import type { Finding } from '../finding'
import { wordsOf } from '../reading'
import { didYouMean, nearest } from '../suggest'
import { type Checked, findingAt } from './checked'

/** In every row of a comparison each option has its say, in the same order and at about the same length. */
export function checkBalance(documents: Checked[]): Finding[] {
  return documents.flatMap(({ file, document, broken }) => {
    if (broken || document?.kind !== 'comparison') return []
    return document.sections.flatMap((row) => checkRow(file, row, document.details.options))
  })
}

function checkRow(file: string, row: Section, options: { id: string; name: string }[]): Finding[] {
  const cells = cellsOf(row)
  const ids = options.map(({ id }) => id)
  const findings: Finding[] = []
  const add = (
    place: { line: number; column: number },
    severity: Finding['severity'],
    rule: string,
    message: string,
    fix: string,
  ) => findings.push(findingAt(file, place, severity, rule, message, fix))

  const loose = row.children.find((child) => child.type !== 'heading' && child.type !== 'mdxFlowExpression')
  if (loose && row.children.indexOf(loose) < row.children.findIndex(({ type }) => type === 'heading')) {
    add(
      loose.position?.start ?? row,
      'fix',
      'cell-outside',
      'This text stands above the first option of the row, so nobody would see it.',
      `Put it under an option, for example under ### ${ids[0]}.`,
    )
  }
  const meant = new Set(cells.map(({ option }) => (ids.includes(option) ? option : nearest(option, ids))))
  for (const cell of cells) {
    if (!ids.includes(cell.option)) {
      add(
        cell,
        'fix',
        'option-unknown',
        `“${cell.option}” is not an option of this comparison.${didYouMean(nearest(cell.option, ids))}`,
        `Use one of: ${ids.join(', ')}.`,
      )
    } else if (cells.find(({ option }) => option === cell.option) !== cell) {
      add(
        cell,
        'fix',
        'option-twice',
        `The option “${cell.option}” stands twice in the row “${row.title}”.`,
        'Keep one of the two.',
      )
    } else if (!cell.text.trim()) {
      add(
        cell,
        'fix',
        'cell-empty',
        `The row “${row.title}” says nothing about “${cell.option}”.`,
        'Write it below this line, or say that it is not known.',
      )
    }
  }
  for (const { id, name } of options) {
    if (meant.has(id)) continue
    add(
      row,
      'fix',
      'cell-missing',
      `The row “${row.title}” leaves out “${name}”.`,
      `Add a line ### ${id} and write under it what is known.`,
    )
  }
  const given = cells
    .map(({ option }) => option)
    .filter((option, index, all) => ids.includes(option) && all.indexOf(option) === index)
  const inOrder = ids.filter((id) => given.includes(id))
  if (given.join() !== inOrder.join()) {
    add(
      row,
      'look',
      'option-order',
      `The options of the row “${row.title}” are in another order than at the top of the file.`,
      `Put them in this order: ${inOrder.join(', ')}.`,
    )
  }
  const counted = cells
    .map((cell) => ({ cell, words: wordsOf(cell.text).length }))
    .filter(({ words }) => words > 0)
  const most = counted.reduce((a, b) => (b.words > a.words ? b : a), counted[0] ?? none)
  const least = counted.reduce((a, b) => (b.words < a.words ? b : a), counted[0] ?? none)
  if (most.words > 2 * least.words && least.words > 0) {
    add(
      most.cell,
      'look',
      'cell-length',
      `In the row “${row.title}”, “${most.cell.option}” has ${most.words} words and “${least.cell.option}” only ${least.words}.`,
      'Give each option about the same room.',
    )
  }
  return findings
}

const none = { cell: { option: '', line: 1, column: 1, children: [], text: '' }, words: 0 }
