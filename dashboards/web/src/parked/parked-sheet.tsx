import type { ParkedRow } from '@huiyin/schemas/api.ts'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useMay } from '../data/may.ts'
import { useReplay } from '../data/parked.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { clockTime, exactTime } from '../time.ts'
import { adviceOn, isReplayable, kindOf, refusalWords, topicWords } from './kinds.ts'
import style from './parked.module.css'
import { openParked } from './place.ts'

/** One message wholly: what happened to it, what that means, and what to do. */
export function ParkedSheet({ row, now }: { row: ParkedRow; now: number }) {
  const may = useMay()
  const replay = useReplay()
  const kind = kindOf(row)
  return (
    <>
      <header className={style.head}>
        <p className={card.line}>
          <Button
            className={style.back ?? ''}
            type="text"
            icon={<BackIcon />}
            aria-label={t('parked.back')}
            onClick={() => openParked(undefined)}
          />
          <ToneMark tone={row.replayedAt === undefined ? 'soon' : 'plain'}>{t(`parked.kind.${kind}`)}</ToneMark>
          <strong>{topicWords(row.topic)}</strong>
        </p>
        {may('parked.replay') && isReplayable(row) && (
          <Button
            type={row.replayedAt === undefined ? 'primary' : 'default'}
            loading={slowly(replay.isPending)}
            aria-label={t('parked.replay-of', { topic: topicWords(row.topic) })}
            onClick={() => replay.mutate(row.id)}
          >
            {t('parked.replay')}
          </Button>
        )}
      </header>
      <div className={style.body}>
        {replay.error && (
          <Alert type="error" showIcon title={t('act.failed')} description={refusalWords(replay.error)} />
        )}
        {row.replayedAt !== undefined && (
          <p className={style.good} role="status">
            {t('parked.replayed', { at: clockTime(row.replayedAt, now) })} {t('parked.replayed-hint')}
          </p>
        )}
        {!may('parked.replay') && <p className={card.faint}>{t('parked.read-only')}</p>}
        <dl className={style.facts}>
          <Fact name={t('parked.means')}>{t(`parked.means.${kind}`)}</Fact>
          <Fact name={t('parked.do')}>{adviceOn(row)}</Fact>
          <Fact name={t('parked.reason')}>
            <code className={style.code}>{row.reason}</code>
          </Fact>
          <Fact name={t('parked.topic')}>{topicWords(row.topic)}</Fact>
          <Fact name={t('parked.met')}>
            <time title={exactTime(row.at)}>{clockTime(row.at, now)}</time>
          </Fact>
        </dl>
        <section aria-label={t('parked.raw')}>
          <h3 className={style.title}>
            {t('parked.raw')} {row.cut && <span className={card.faint}>{t('parked.cut')}</span>}
          </h3>
          {!may('personal.read') && <p className={card.faint}>{t('parked.masked')}</p>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys */}
          <pre className={style.raw} tabIndex={0}>
            {pretty(row.raw)}
          </pre>
        </section>
      </div>
    </>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** What is JSON is laid out; anything else stands as it came. */
function pretty(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2)
  } catch {
    return raw
  }
}
