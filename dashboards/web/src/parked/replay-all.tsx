import type { ParkedRow } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { Bar } from '../accounts/quotas.tsx'
import { useMay } from '../data/may.ts'
import { type Replaying, useReplayAll } from '../data/parked.ts'
import { t } from '../language.ts'
import { isReplayable, refusalWords } from './kinds.ts'
import style from './parked.module.css'

/** Puts all that is shown and can be replayed on its topic again, and says how far it is. */
export function ReplayAll({ rows }: { rows: readonly ParkedRow[] }) {
  const may = useMay()('parked.replay')
  const { state, run, stop } = useReplayAll()
  const ready = rows.filter(isReplayable)
  if (!may || (ready.length === 0 && !state)) return null
  return (
    <div className={style.all}>
      {state?.running ? (
        <>
          <span role="status">{t('parked.replaying', { done: state.done + state.failed, of: state.of })}</span>
          <Bar share={(state.done + state.failed) / state.of} name={t('parked.progress')} />
          <Button size="small" onClick={stop}>
            {t('parked.stop')}
          </Button>
        </>
      ) : (
        <>
          {ready.length > 0 && (
            <Button size="small" onClick={() => run(ready)}>
              {t('parked.replay-all', { count: ready.length })}
            </Button>
          )}
          {state && <Outcome of={state} />}
        </>
      )}
    </div>
  )
}

const Outcome = ({ of: { done, failed, error } }: { of: Replaying }) => (
  <span role="status" className={failed > 0 ? style.late : style.good}>
    {t(failed > 0 ? 'parked.outcome-some' : 'parked.outcome', { done, failed, why: refusalWords(error) })}
  </span>
)
