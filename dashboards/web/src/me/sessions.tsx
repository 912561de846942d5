import type { SessionRow } from '@huiyin/schemas/sign-in.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useEndSession, useOwnSessions } from '../data/me.ts'
import { useSignOutEverywhere } from '../data/session.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { problemWords } from '../problem-words.ts'
import { ago } from '../time.ts'
import { browserOf } from './browser-of.ts'
import style from './me.module.css'

/** Where one is signed in, each to be ended; or all at once, this one too. */
export function Sessions({ now }: { now: number }) {
  const { data = [], error } = useOwnSessions()
  const end = useEndSession()
  const everywhere = useSignOutEverywhere()
  const [trouble, setTrouble] = useState<unknown>()
  const wrong = trouble ?? end.error ?? error
  return (
    <section className={style.part} aria-label={t('sessions.title')}>
      <h3>{t('sessions.title')}</h3>
      {wrong !== null && wrong !== undefined && <Alert type="error" showIcon title={problemWords(wrong)} />}
      <ul className={style.sessions}>
        {data.map(row => (
          <Session key={row.id} row={row} now={now} busy={end.isPending} onEnd={() => end.mutate(row.id)} />
        ))}
      </ul>
      <div className={style.line}>
        <Button danger onClick={() => everywhere().catch(setTrouble)}>
          {t('sessions.everywhere')}
        </Button>
      </div>
    </section>
  )
}

type SessionProps = { row: SessionRow; now: number; busy: boolean; onEnd: () => void }

function Session({ row, now, busy, onEnd }: SessionProps) {
  const agent = browserOf(row.agent) ?? t('sessions.unknown')
  return (
    <li className={style.session}>
      <span className={style.words}>
        {agent} {row.current && <ToneMark tone="good">{t('sessions.here')}</ToneMark>}
        <span className={style.faint}>
          {[row.address, t('sessions.used', { at: ago(row.usedAt, now) })].filter(Boolean).join(' · ')}
        </span>
      </span>
      {!row.current && (
        <Button size="small" disabled={busy} aria-label={t('sessions.end-of', { agent })} onClick={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}
