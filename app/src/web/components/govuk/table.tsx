import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** One cell; `format: 'numeric'` sets figures to the right. */
export interface TableCell {
  readonly text?: Text
  readonly format?: string
  readonly classes?: string
  readonly colspan?: number
  readonly rowspan?: number
  readonly attributes?: Attributes
}

/** Options of GOV.UK Frontend's table. */
export interface TableProps {
  readonly rows: readonly (readonly TableCell[] | null | false | undefined)[]
  readonly head?: readonly TableCell[]
  readonly caption?: Text
  readonly captionClasses?: string
  readonly firstCellIsHeader?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Rows that are compared column by column. */
export function Table(props: TableProps) {
  return (
    <table class={classNames('govuk-table', props.classes)} {...props.attributes}>
      {props.caption && (
        <caption class={classNames('govuk-table__caption', props.captionClasses)}>{props.caption}</caption>
      )}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map((cell) => (
              <Header {...cell} scope="col" />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows.map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, at) =>
                  at === 0 && props.firstCellIsHeader ? (
                    <Header {...cell} format={undefined} scope="row" />
                  ) : (
                    <Cell {...cell} />
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

function Header({ scope, ...cell }: TableCell & { readonly scope: 'col' | 'row' }) {
  return (
    <th
      scope={scope}
      class={classNames('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      {...cell.attributes}
    >
      {cell.text}
    </th>
  )
}

function Cell(cell: TableCell) {
  return (
    <td
      class={classNames('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      {...cell.attributes}
    >
      {cell.text}
    </td>
  )
}
