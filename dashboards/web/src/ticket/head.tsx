import type { TicketView } from '@huiyin/schemas/api.ts'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { Act } from '../data/acts.ts'
import { t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import { Marks, SentimentMark, TakenMark } from '../marks/marks.tsx'
import correctStyle from './correct/correct.module.css'
import { CorrectedNote } from './correct/corrected-note.tsx'
import style from './ticket.module.css'

type HeadProps = {
  view: TicketView
  /** Name of who is looking. */
  me: string
  now: number
  /** A correction is on its way. */
  saving: boolean
  busy: Act['kind'] | undefined
  onAct: (act: Act) => void
  onAsk: (what: 'dismiss' | 'reopen') => void
  onCorrect: () => void
  onBack: () => void
}

const taking = ({ acknowledgedBy }: TicketView, me: string) =>
  acknowledgedBy === undefined ? 'act.acknowledge' : acknowledgedBy === me ? 'act.acknowledge-again' : 'act.take-over'

export const Head = ({ view, me, now, saving, busy, onAct, onAsk, onCorrect, onBack }: HeadProps) => (
  <header className={style.head}>
    <div className={style.line}>
      <Button className={style.back} type="text" icon={<BackIcon />} aria-label={t('ticket.back')} onClick={onBack} />
      <TicketNumber number={view.number} />
      <span className={style.status}>{t(`status.${view.status}`)}</span>
      {view.acknowledgedBy && view.status === 'open' && <TakenMark who={view.acknowledgedBy} />}
      <span className={style.actions}>
        {view.status === 'open' ? (
          <>
            <Button
              loading={busy === 'acknowledge'}
              disabled={busy !== undefined}
              onClick={() => onAct({ kind: 'acknowledge', body: {} })}
            >
              {t(taking(view, me))}
            </Button>
            <Button disabled={busy !== undefined} onClick={() => onAsk('dismiss')}>
              {t('act.dismiss')}
            </Button>
          </>
        ) : (
          <Button disabled={busy !== undefined} onClick={() => onAsk('reopen')}>
            {t('act.reopen')}
          </Button>
        )}
      </span>
    </div>
    <div className={style.line}>
      <Marks row={view} />
      <SentimentMark sentiment={view.sentiment} />
      {view.corrected && <CorrectedNote of={view.corrected} history={view.history} saving={saving} now={now} />}
      <button type="button" className={correctStyle.open} title={t('correct.key')} onClick={onCorrect}>
        {t('correct.open')}
      </button>
    </div>
  </header>
)

function TicketNumber({ number }: { number: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(number)
    setCopied(true)
  }
  const can = 'clipboard' in navigator // missing on plain-http addresses
  return (
    <Tooltip title={can ? t(copied ? 'ticket.copied' : 'ticket.copy') : ''} onOpenChange={() => setCopied(false)}>
      <button type="button" className={style.number} onClick={can ? copy : undefined}>
        {number}
      </button>
    </Tooltip>
  )
}
