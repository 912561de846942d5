import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { t } from '../language.ts'
import style from './panel.module.css'

type PanelProps = {
  title: string
  hint?: ReactNode
  /** How much of a row it takes where there is room: of 12. */
  wide: 4 | 6 | 8 | 12
  acts?: ReactNode
  children: ReactNode
}

/** A part of a board under its title. */
export const Panel = ({ title, hint, wide, acts, children }: PanelProps) => (
  <section className={style.panel} data-wide={wide} aria-label={title}>
    <header className={style.head}>
      <h3>{title}</h3>
      {hint && <span className={style.hint}>{hint}</span>}
      <span className={style.acts}>{acts}</span>
    </header>
    {children}
  </section>
)

type Column = { name: string; number?: boolean }
/** `href` leads to the list behind a cell. */
export type Cell = { words: ReactNode; link?: ReactNode }

type ChartPanelProps = Omit<PanelProps, 'acts' | 'children'> & {
  chart: ReactNode
  columns: readonly Column[]
  rows: readonly { key: string; cells: readonly Cell[] }[]
  /** What the table leaves out of sight and a picture needs. */
  onPicture: () => void
  below?: ReactNode
}

/** A chart, and the same in a table for who wants numbers or cannot see the chart. */
export function ChartPanel({ chart, columns, rows, onPicture, below, ...panel }: ChartPanelProps) {
  const [asTable, setAsTable] = useState(false)
  const acts = (
    <>
      {!asTable && (
        <Button size="small" type="text" onClick={onPicture}>
          {t('boards.picture')}
        </Button>
      )}
      <Button size="small" type="text" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
        {t(asTable ? 'boards.as-chart' : 'boards.as-table')}
      </Button>
    </>
  )
  const table = <Table name={panel.title} columns={columns} rows={rows} linked={asTable} />
  return (
    <Panel {...panel} acts={acts}>
      {asTable ? <div className={style.tableBox}>{table}</div> : chart}
      {!asTable && <div className="visually-hidden">{table}</div>}
      {below}
    </Panel>
  )
}

type TableProps = Pick<ChartPanelProps, 'columns' | 'rows'> & { name: string; linked: boolean }

const Table = ({ name, columns, rows, linked }: TableProps) => (
  <table className={style.table}>
    <caption className="visually-hidden">{name}</caption>
    <thead>
      <tr>
        {columns.map(column => (
          <th key={column.name} scope="col" className={column.number ? style.number : undefined}>
            {column.name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, cells }) => (
        <tr key={key}>
          {cells.map(({ words, link }, at) => (
            <td key={columns[at]?.name} className={columns[at]?.number ? style.number : undefined}>
              {linked && link ? link : words}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
