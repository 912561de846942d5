import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { ChangeList } from './change-list.tsx'
import style from './house.module.css'
import type { Effect } from './kind.ts'
import { changesOf } from './shape/changes.ts'
import type { Shape } from './shape/shape.ts'

type PanelProps = { shape: Shape; before: unknown; value: unknown; effect: Effect; now: number }

/** What would become other, and what that would do. */
export function PreviewPanel({ shape, before, value, effect: { lines = [], examples = [], table }, now }: PanelProps) {
  return (
    <section className={style.preview} aria-label={t('house.preview')} aria-live="polite">
      {before !== undefined && (
        <>
          <h3>{t('house.would-change')}</h3>
          <ChangeList shape={shape} changes={changesOf(before, value)} now={now} />
        </>
      )}
      {(lines.length > 0 || table) && <h3>{t('house.would-do')}</h3>}
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
      {table && table.rows.length > 0 && <EffectTable table={table} />}
      {examples.length > 0 && (
        <details>
          <summary className={style.past}>{t('house.examples')}</summary>
          {examples.map(({ words, title }) => (
            <p key={words} title={title}>
              {words}
            </p>
          ))}
        </details>
      )}
      {before === undefined && lines.length === 0 && !table && <p>{t('house.ready')}</p>}
    </section>
  )
}

const EffectTable = ({ table: { head, rows } }: { table: NonNullable<Effect['table']> }) => (
  <div className={style.tableBox}>
    <table className={style.table}>
      <thead>
        <tr>
          {head.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: told anew all at once
          <tr key={i}>
            {row.map(({ words, href, title, tone }, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns stay
              <td key={j} title={title}>
                {href ? <a href={href}>{words}</a> : tone ? <ToneMark tone={tone}>{words}</ToneMark> : words}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
