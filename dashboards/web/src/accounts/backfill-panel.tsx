import { Alert, Button } from 'antd'
import { useId, useState } from 'react'
import type { AccountKey } from '../data/accounts.ts'
import { type BackfillJob, useBackfill, useBackfillAct } from '../data/backfill.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { problemWords } from '../problem-words.ts'
import { clockTime } from '../time.ts'
import style from './accounts.module.css'
import { Bar } from './quotas.tsx'

const DAYS = [1, 3, 7, 14, 31] as const
const TONE = { running: 'soon', paused: 'plain', done: 'good' } as const

type PanelProps = { account: AccountKey; rules: boolean; now: number }

/** Reads earlier comments again: begun, held and followed here. */
export function BackfillPanel({ account, rules, now }: PanelProps) {
  const { data, error } = useBackfill(account)
  const act = useBackfillAct(account)
  const running = data?.state === 'running'
  const going = running || data?.state === 'paused'
  return (
    <section aria-label={t('backfill')} className={style.backfill}>
      <h3 className={style.title}>{t('backfill')}</h3>
      {data && <Progress of={data} now={now} />}
      {error && <p className={card.faint}>{problemWords(error)}</p>}
      {rules && going && (
        <div className={style.acts}>
          <Button loading={slowly(act.isPending)} onClick={() => act.mutate(running ? 'pause' : 'resume')}>
            {t(running ? 'act.backfill-pause' : 'act.backfill-resume')}
          </Button>
        </div>
      )}
      {rules && !going && !error && (
        <Begin
          again={data?.state === 'done'}
          busy={act.isPending}
          onBegin={(days, history) => act.mutate({ days, history })}
        />
      )}
      {act.error && <Alert type="error" showIcon title={t('act.failed')} description={problemWords(act.error)} />}
    </section>
  )
}

function Progress({ of, now }: { of: BackfillJob; now: number }) {
  const { state, from, history, waits, progress } = of
  const { comments, found, posts, ofPosts } = progress
  const share = state === 'done' ? 1 : ofPosts === undefined || ofPosts === 0 ? 0.02 : posts / ofPosts
  return (
    <div className={style.progress} data-backfill={state}>
      <p className={card.line}>
        <ToneMark tone={TONE[state]}>{t(`backfill.state.${state}`)}</ToneMark>
        <span>{t('backfill.from', { at: clockTime(from, now) })}</span>
        {history && <span className={card.faint}>{t('backfill.history')}</span>}
      </p>
      <Bar share={share} name={t('backfill.bar')} />
      <p className={card.faint} role="status">
        {t('backfill.progress', { comments, found })}
        {ofPosts !== undefined && ` · ${t('backfill.posts', { posts, of: ofPosts })}`}
      </p>
      {waits !== undefined && state === 'running' && <p className={style.said}>{t(`backfill.waits.${waits}`)}</p>}
    </div>
  )
}

type BeginProps = { again: boolean; busy: boolean; onBegin: (days: number, history: boolean) => void }

function Begin({ again, busy, onBegin }: BeginProps) {
  const [days, setDays] = useState<number>(7)
  const [history, setHistory] = useState(false)
  const id = useId()
  return (
    <>
      <p className={style.hint}>{t('backfill.hint')}</p>
      <div className={style.acts}>
        <label htmlFor={id}>{t('backfill.days')}</label>
        <select id={id} className={style.select} value={days} onChange={event => setDays(Number(event.target.value))}>
          {DAYS.map(n => (
            <option key={n} value={n}>
              {t('backfill.days-n', { n })}
            </option>
          ))}
        </select>
        <label className={style.choice}>
          <input type="checkbox" checked={history} onChange={event => setHistory(event.target.checked)} />
          {t('backfill.history')}
        </label>
        <Button loading={slowly(busy)} onClick={() => onBegin(days, history)}>
          {t(again ? 'act.backfill-again' : 'act.backfill')}
        </Button>
      </div>
    </>
  )
}
