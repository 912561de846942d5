import type { DispatchRow, DispatchStage } from '@huiyin/schemas/api-desks.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { t } from '../language.ts'
import { DispatchCard } from './dispatch-card.tsx'
import style from './dispatches.module.css'

const STEP = 40

type ColumnProps = {
  stage: DispatchStage
  rows: readonly DispatchRow[]
  /** Each card names its department. */
  named: boolean
  open: string | undefined
  now: number
}

/** One state of a dispatch, and what stands in it; a few at first. */
export function Column({ stage, rows, named, open, now }: ColumnProps) {
  const [shown, setShown] = useState(STEP)
  const left = rows.length - shown
  const name = t(`dispatches.stage.${stage}`)
  return (
    <section className={style.column} aria-label={name} data-stage={stage}>
      <h2 className={style.name}>
        {name} <span className={style.count}>{rows.length}</span>
        <span className={style.hint}>{t(`dispatches.stage-hint.${stage}`)}</span>
      </h2>
      {rows.length === 0 ? (
        <p className={style.empty}>{t('dispatches.empty-column')}</p>
      ) : (
        <ol className={style.cards}>
          {rows.slice(0, shown).map(row => (
            <DispatchCard key={row.id} row={row} named={named} open={row.ticket.id === open} now={now} />
          ))}
        </ol>
      )}
      {left > 0 && (
        <Button size="small" type="text" onClick={() => setShown(shown + STEP)}>
          {t('dispatches.more', { count: Math.min(left, STEP) })}
        </Button>
      )}
    </section>
  )
}
