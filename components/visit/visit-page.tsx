import type { ReactNode } from 'react'
import { articleAddress } from '@/lib/addresses'
import type { VisitView } from '@/lib/content'
import { GetHelp } from '../article/boxes'
import { contextOf } from '../page/context'
import { InlineText } from '../page/inline'
import { Notes } from '../page/notes'
import { RowCells } from './row-cells'
import { Sheet } from './sheet.client'

/** The page of the visit sheet. */
export function VisitPage({ view }: { view: VisitView }) {
  const words = view.words.visit
  const context = contextOf(view)
  const rows: { id: string; title: string; cells: ReactNode }[] = view.rows.map(({ id, title }) => ({
    id,
    title,
    cells: <RowCells view={view} row={id} />,
  }))
  return (
    <main id="main">
      <header className="opening">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <p>
          {words.noChoice} <a href={articleAddress('choosing')}>{words.howToChoose}</a>.
        </p>
      </header>
      <Sheet
        form={view.form}
        words={words}
        rows={rows}
        safety={
          <GetHelp context={context} urgency="now">
            <ul>
              {view.signs.map((pieces, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the signs never change places
                <li key={index}>
                  <InlineText pieces={pieces} context={context} />
                </li>
              ))}
            </ul>
          </GetHelp>
        }
      />
      <Notes view={view} />
    </main>
  )
}
