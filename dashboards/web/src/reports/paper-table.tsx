import type { ReportTable } from '@huiyin/schemas/report.ts'
import style from './paper.module.css'
import type { Showing } from './shown.ts'
import { Source } from './source.tsx'

/** A table of the report; each cell that is read from a figure shows it. */
export const PaperTable = ({ name, table, ...showing }: { name: string; table: ReportTable } & Showing) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
  <section className={style.scrolls} aria-label={table.title} tabIndex={0}>
    <table className={style.table}>
      <caption>{table.title}</caption>
      <thead>
        <tr>
          {table.head.map(words => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, r) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a stored table never move
          <tr key={r}>
            {row.map((cell, c) => {
              if (typeof cell === 'string')
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                return <td key={c}>{cell}</td>
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={c} className={cell.as === 'name' ? undefined : style.figure}>
                  <Source name={`${name}.${r}.${c}`} cites={cell.cites} {...showing}>
                    {cell.text}
                  </Source>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
