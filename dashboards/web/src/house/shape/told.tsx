import { Button } from 'antd'
import { useState } from 'react'
import { t } from '../../language.ts'
import { useKnown } from './known.ts'
import { exactly, say, titleOf } from './say.ts'
import style from './shape.module.css'
import {
  type Field,
  fieldsOf,
  type Group,
  type Kinds,
  listOf,
  type Rows,
  type Shape,
  type Thing,
  thingOf
} from './shape.ts'

type ToldProps<S = Shape> = { shape: S; value: unknown; now: number }

const SHOWN = 20 // rows before one asks for all
const LARGE: ReadonlySet<Shape['as']> = new Set(['group', 'rows'])

/** A value as it is read. */
export function Told({ shape, value, now }: ToldProps) {
  const known = useKnown()
  if (shape.as === 'group' || shape.as === 'kinds') return <ToldFields shape={shape} value={value} now={now} />
  if (shape.as === 'rows') return <ToldRows shape={shape} value={value} now={now} />
  return <p>{say(shape, value, known, now)}</p>
}

function ToldFields({ shape, value, now }: ToldProps<Group | Kinds>) {
  const thing = thingOf(value)
  const fields = fieldsOf(shape, value).filter(field => isSaid(field, thing[field.name]))
  const kind = shape.as === 'kinds' ? shape.of.find(one => one.kind === thing[shape.by]) : undefined
  return (
    <div className={style.told}>
      {kind && <p>{t(kind.word)}</p>}
      {inRuns(fields).map(run => {
        const [{ name, word, shape: of }] = run
        if (!isLarge(of)) return <Facts key={name} fields={run} thing={thing} now={now} />
        return (
          <section key={name} className={style.part}>
            <h4>{t(word)}</h4>
            <Told shape={of} value={thing[name]} now={now} />
          </section>
        )
      })}
    </div>
  )
}

type Run = [Field, ...Field[]]

/** Small fields that follow one another stand side by side. */
function inRuns(fields: readonly Field[]): Run[] {
  const runs: Run[] = []
  for (const field of fields) {
    const last = runs.at(-1)
    if (last && !isLarge(last[0].shape) && !isLarge(field.shape)) last.push(field)
    else runs.push([field])
  }
  return runs
}

/** One of several forms is said in a line where it holds nothing large itself. */
const isLarge = (shape: Shape): boolean =>
  shape.as === 'kinds' ? shape.of.some(({ fields }) => fields.some(one => isLarge(one.shape))) : LARGE.has(shape.as)

function Facts({ fields, thing, now }: { fields: readonly Field[]; thing: Thing; now: number }) {
  const known = useKnown()
  return (
    <dl className={style.facts}>
      {fields.map(({ name, word, shape, absent }) => (
        <div key={name} data-long={shape.as === 'words' || (shape.as === 'text' && shape.rows !== undefined)}>
          <dt>{t(word)}</dt>
          <dd title={exactly(shape, thing[name])}>
            {say(shape, thing[name], known, now) || (absent ? t(absent) : t('house.empty'))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const isSaid = ({ optional, absent }: Field, value: unknown) => value !== undefined || !optional || absent !== undefined

function ToldRows({ shape, value, now }: ToldProps<Rows>) {
  const rows = listOf(value)
  const [all, setAll] = useState(false)
  if (rows.length === 0) return <p className={style.hint}>{t('house.no-rows')}</p>
  const shown = all ? rows : rows.slice(0, SHOWN)
  const isTable = shape.inline && shape.of.as === 'group' && shape.of.fields.length > 1
  return (
    <>
      {isTable ? (
        <ToldTable fields={(shape.of as Group).fields} rows={shown} now={now} />
      ) : (
        <ToldList shape={shape} rows={shown} now={now} />
      )}
      {rows.length > shown.length && (
        <Button size="small" type="text" onClick={() => setAll(true)}>
          {t('house.more-rows', { count: rows.length - shown.length })}
        </Button>
      )}
    </>
  )
}

type ManyProps = { rows: readonly unknown[]; now: number }

/** Rows by their names; what they hold opens below. */
function ToldList({ shape, rows, now }: ManyProps & { shape: Rows }) {
  const known = useKnown()
  return (
    <ol className={style.list}>
      {rows.map((row, i) => {
        const title = titleOf(shape, row, known, now) || t('house.row', { n: i + 1 })
        const line = shape.line?.(row as never, known)
        const inner = shape.title ? (
          <details className={style.more}>
            <summary>
              {title}
              {line && <span className={style.brief}>{line}</span>}
            </summary>
            <Told shape={shape.of} value={row} now={now} />
          </details>
        ) : (
          <span className={style.said}>{title}</span>
        )
        // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not move
        return <li key={i}>{inner}</li>
      })}
    </ol>
  )
}

/** Rows of a few small fields each, side by side. */
function ToldTable({ fields, rows, now }: ManyProps & { fields: readonly Field[] }) {
  const known = useKnown()
  return (
    <div className={style.tableBox}>
      <table className={style.table}>
        <thead>
          <tr>
            {fields.map(({ name, word }) => (
              <th key={name} scope="col">
                {t(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not move
            <tr key={i}>
              {fields.map(({ name, shape }) => (
                <td key={name}>{say(shape, thingOf(row)[name], known, now)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
