import type { TicketView } from '@huiyin/schemas/api.ts'
import { Button, Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { t } from '../language.ts'
import { replyLength } from './reply-length.ts'
import style from './ticket.module.css'

const LONGEST = 5_000 // what the api takes where the platform sets no limit

/** Why nothing can be written now; undefined when it can. */
function closedBecause({ status, owed, replies }: TicketView): string | undefined {
  if (status === 'dismissed') return t('reply.dismissed')
  if (replies.some(({ state }) => state === 'approved' || state === 'sending' || state === 'sent'))
    return t('reply.under-way')
  return owed === 0 ? t('reply.nothing-owed') : undefined
}

type ReplyBoxProps = {
  view: TicketView
  draft: string
  busy: boolean
  onChange: (text: string) => void
  onSend: () => void
}

export function ReplyBox({ view, draft, busy, onChange, onSend }: ReplyBoxProps) {
  const closed = closedBecause(view)
  const limit = view.replyLimit ?? LONGEST
  const count = replyLength(view.platform, draft.trim())
  const ready = count > 0 && count <= limit && !busy && closed === undefined
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) onSend()
  }
  if (closed !== undefined && draft === '') return <p className={style.closed}>{closed}</p>
  return (
    <div className={style.form}>
      <Input.TextArea
        value={draft}
        disabled={busy}
        placeholder={t('reply.placeholder')}
        aria-label={t('reply.title')}
        rows={3}
        status={count > limit ? 'error' : ''}
        onChange={event => onChange(event.target.value)}
        onKeyDown={sendByKey}
      />
      <div className={style.buttons}>
        <span className={style.hint} data-keys={draft === '' && closed === undefined}>
          {closed ?? (draft === '' ? t('reply.send-hint') : t('reply.draft-kept'))}
        </span>
        <span className={count > limit ? style.late : style.faint}>
          {count > limit ? t('reply.over', { count: count - limit }) : t('reply.count', { count, limit })}
        </span>
        <Button type="primary" loading={busy} disabled={!ready} onClick={onSend}>
          {t('reply.send')}
        </Button>
      </div>
    </div>
  )
}
