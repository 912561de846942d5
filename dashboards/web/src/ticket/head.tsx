import type { TicketView } from '@huiyin/schemas/api.ts'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { keyHint } from '../keys/key-hint.ts'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import { CaseMarks, Marks, SentimentMark, TakenMark } from '../marks/marks.tsx'
import correctStyle from './correct/correct.module.css'
import { CorrectedNote } from './correct/corrected-note.tsx'
import { mayDo, useDesk } from './desk.ts'
import { reasonForm } from './reason-form.ts'
import style from './ticket.module.css'
import { Macros } from './work/macros.tsx'
import { WorkLine } from './work/work-line.tsx'

type HeadProps = {
  view: TicketView
  /** Name of who is looking. */
  me: string
  now: number
  /** A correction is on its way. */
  saving: boolean
  onCorrect: () => void
  onBack: () => void
}

const taking = ({ acknowledgedBy }: TicketView, me: string) =>
  acknowledgedBy === undefined ? 'act.acknowledge' : acknowledgedBy === me ? 'act.acknowledge-again' : 'act.take-over'

export const Head = ({ view, me, now, saving, onCorrect, onBack }: HeadProps) => (
  <header className={style.head}>
    <div className={style.line}>
      <Button className={style.back} type="text" icon={<BackIcon />} aria-label={t('ticket.back')} onClick={onBack} />
      <TicketNumber number={view.number} />
      <span className={style.status}>{t(`status.${view.status}`)}</span>
      {view.acknowledgedBy && (view.status === 'open' || view.status === 'handling') && (
        <TakenMark who={view.acknowledgedBy} />
      )}
      <HeadActs me={me} />
    </div>
    <div className={style.line}>
      <Marks row={view} />
      <CaseMarks row={view} />
      <SentimentMark sentiment={view.sentiment} />
      {view.corrected && <CorrectedNote of={view.corrected} history={view.history} saving={saving} now={now} />}
      {mayDo(view, 'correct') && (
        <button type="button" className={correctStyle.open} title={t('correct.key')} onClick={onCorrect}>
          {t('correct.open')}
        </button>
      )}
    </div>
    <WorkLine />
  </header>
)

function HeadActs({ me }: { me: string }) {
  const { view, busy, act, ask } = useDesk()
  const closing = mayDo(view, 'waive') ? 'waive' : 'dismiss'
  const free = (name: 'acknowledge' | 'waive' | 'dismiss') => busy === undefined && mayDo(view, name)
  useShortcuts({
    take: () => (free('acknowledge') ? void act({ kind: 'acknowledge' }) : false),
    dismiss: () => (free(closing) ? ask(reasonForm(closing)) : false)
  })
  const reasoned = (kind: 'dismiss' | 'waive' | 'reopen') =>
    mayDo(view, kind) && (
      <Button
        disabled={busy !== undefined}
        title={kind === 'reopen' ? undefined : keyHint('dismiss')}
        onClick={() => ask(reasonForm(kind))}
      >
        {t(kind === 'reopen' ? 'act.reopen' : 'act.dismiss')}
      </Button>
    )
  return (
    <span className={style.actions}>
      {mayDo(view, 'acknowledge') && (
        <Button
          loading={busy === 'acknowledge'}
          disabled={busy !== undefined}
          title={keyHint('take')}
          onClick={() => act({ kind: 'acknowledge' })}
        >
          {t(taking(view, me))}
        </Button>
      )}
      {reasoned(closing)}
      {reasoned('reopen')}
      <Macros />
    </span>
  )
}

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
