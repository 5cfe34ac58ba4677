'use client'

import { useState } from 'react'
import { inWords } from '@/lib/dates'
import { editPage } from '@/lib/studio/addresses'
import type { Row } from '@/lib/studio/overview'
import { fill } from '@/lib/words'
import { NewArticle } from './new-article.client'
import { words } from './words'

type Show = 'all' | 'withFindings' | keyof typeof words.list.reviewShow

/** All that can be edited, with what is to be done, to be searched and filtered. */
export function List({ rows, groups }: { rows: Row[]; groups: readonly string[] }) {
  const [find, setFind] = useState('')
  const [show, setShow] = useState<Show>('all')
  const shown = rows.filter(
    (row) =>
      isShown(row, show) && `${row.title} ${row.path}`.toLowerCase().includes(find.trim().toLowerCase()),
  )
  const { columns } = words.list
  return (
    <main id="main" className="studio">
      <h1>{words.list.title}</h1>
      <p>{words.list.lead}</p>
      <div className="bar">
        <label>
          {words.list.find}{' '}
          <input type="search" value={find} onChange={(event) => setFind(event.target.value)} />
        </label>
        <label>
          {words.list.show}{' '}
          <select value={show} onChange={(event) => setShow(event.target.value as Show)}>
            <option value="all">{words.list.all}</option>
            <option value="withFindings">{words.list.withFindings}</option>
            {Object.entries(words.list.reviewShow).map(([state, name]) => (
              <option key={state} value={state}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <NewArticle groups={groups} />
      </div>
      <p aria-live="polite">{fill(words.list.count, { n: shown.length, all: rows.length })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.title}</th>
            <th scope="col" className="kind">
              {columns.kind}
            </th>
            <th scope="col">{columns.findings}</th>
            <th scope="col">{columns.review}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.path}>
              <th scope="row">
                <a href={editPage(row.path)}>{row.title}</a>
              </th>
              <td className="kind">{words.list.kinds[row.kind]}</td>
              <td>{toDo(row)}</td>
              <td>
                {row.review &&
                  fill(words.list.review[row.review.state], { date: inWords(row.review.due, 'en', 'short') })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}

function isShown(row: Row, show: Show): boolean {
  if (show === 'all') return true
  return show === 'withFindings' ? row.toFix > 0 : row.review?.state === show
}

function toDo({ toFix, toLookAt }: Row) {
  const parts = [
    toFix > 0 && <b key="fix">{fill(words.findings.toFix, { n: toFix })}</b>,
    toLookAt > 0 && fill(words.findings.toLookAt, { n: toLookAt }),
  ].filter(Boolean)
  return parts.length ? parts.flatMap((part, index) => (index ? [', ', part] : [part])) : words.list.nothing
}
