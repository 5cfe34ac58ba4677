import type { ElementType, ReactNode } from 'react'
import type { VisitView } from '@/lib/content'
import type { Form } from '@/lib/visit'
import { evaluate } from '../article/body'
import { registry } from '../article/registry'
import { Sign } from '../frame/signs'
import { contextOf } from '../page/context'

/** What each way means in one row of the comparison: the same cells, with their claims, one under the other. */
export function RowCells({ view, row }: { view: VisitView; row: string }) {
  const shown = view.comparisons.get(view.comparison.path)
  if (!shown) return null
  const Content = evaluate(shown.code) as (props: { components: Record<string, ElementType> }) => ReactNode
  return (
    <>
      <ul className="cells">
        <Content components={only(row, view)} />
      </ul>
      <p className="note">{view.words.comparison.caution}</p>
    </>
  )
}

const only = (row: string, view: VisitView): Record<string, ElementType> => ({
  ...registry(contextOf(view)),
  Row: ({ id, children }) => id === row && children,
  Cell: (props) => <Cell options={view.form.options} {...props} />,
})

function Cell({
  option,
  options,
  children,
}: {
  option: string
  options: Form['options']
  children?: ReactNode
}) {
  const { name, way } = options.find(({ id }) => id === option) ?? { name: option }
  return (
    <li>
      <p className="who">
        {way && <Sign way={way} />} <b>{name}</b>
      </p>
      {children}
    </li>
  )
}
