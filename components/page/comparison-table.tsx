import type { ElementType, ReactNode } from 'react'
import type { ComparisonDetails, Way, Words } from '@/lib/content'
import { OldPlaces } from '../article/part'
import { Sign } from '../frame/signs'

/** The sign of an option, where the signs tell the options apart. */
const signOf = (options: ComparisonDetails['options'], way: Way | undefined) =>
  way && new Set(options.map((option) => option.way)).size > 1 && <Sign way={way} />

type Props = {
  details: ComparisonDetails
  /** the compiled comparison; it is given the components for its rows and cells */
  content: (props: { components: Record<string, ElementType> }) => ReactNode
  /** components for what stands in the cells */
  components: object
  /** ids of the rows to show; all when empty */
  rows?: string[]
  /** the way to send a row */
  share: (id: string, title: string) => ReactNode
  /** rows get their ids only where the comparison is at home, so that no id stands twice on a page */
  home: boolean
  words: Words
}

/** Said aloud, because browsers forget what a table is when the rules for narrow screens make a list of it. */
const role = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  rowheader: { role: 'rowheader' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const

/** A comparison: a table where there is room, a list of questions with labelled answers where there is not; always a table to a screen reader. */
export function ComparisonTable({
  details,
  content: Content,
  components,
  rows = [],
  share,
  home,
  words,
}: Props) {
  const { options } = details
  const Row = ({
    id,
    oldIds,
    title,
    children,
  }: {
    id: string
    oldIds?: string
    title: string
    children?: ReactNode
  }) =>
    (rows.length === 0 || rows.includes(id)) && (
      <tr {...role.row}>
        <th {...role.rowheader} scope="row">
          <span>
            <OldPlaces ids={home ? oldIds : undefined} />
            <span id={home ? id : undefined} className="row-title" tabIndex={home ? -1 : undefined}>
              {title}
            </span>
            {share(id, title)}
          </span>
        </th>
        {children}
      </tr>
    )
  const Cell = ({ option, children }: { option: string; children?: ReactNode }) => {
    const { name, way } = options.find(({ id }) => id === option) ?? { name: option }
    return (
      <td {...role.cell}>
        <p className="who">
          {signOf(options, way)} <b>{name}</b>
        </p>
        {children}
      </td>
    )
  }
  return (
    <table {...role.table} className={home ? 'compare wide' : 'compare'}>
      <caption className="vh">{details.title}</caption>
      <thead {...role.rowgroup}>
        <tr {...role.row}>
          <td {...role.cell}>
            <span className="vh">{words.comparison.question}</span>
          </td>
          {options.map(({ id, name, way }) => (
            <th key={id} {...role.columnheader} scope="col">
              <b>
                {signOf(options, way)} {name}
              </b>
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...role.rowgroup}>
        <Content components={{ ...components, Row, Cell } as Record<string, ElementType>} />
      </tbody>
    </table>
  )
}

/** Boxes that hide and show the options of the one comparison on a page, without script. */
export function ShowOptions({ details, words }: { details: ComparisonDetails; words: Words['comparison'] }) {
  return (
    <fieldset className="show">
      <legend>{words.show}</legend>
      {details.options.map(({ id, name, way }, index) => (
        <label key={id}>
          <input type="checkbox" id={`show-${index + 1}`} defaultChecked /> {signOf(details.options, way)}{' '}
          {name}
        </label>
      ))}
      <p className="none">{words.showOne}</p>
    </fieldset>
  )
}
