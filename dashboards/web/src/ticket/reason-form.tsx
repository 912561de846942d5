import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { t } from '../language.ts'
import style from './ticket.module.css'

const CHOICES = ['thanks', 'chat', 'spam', 'answered'] as const

type ReasonFormProps = {
  title: string
  /** Offer the usual reasons. */
  choices: boolean
  busy: boolean
  onGive: (reason: string) => void
  onCancel: () => void
}

/** Asks why, before something is done that needs a reason. */
export function ReasonForm({ title, choices, busy, onGive, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onGive(reason.trim())
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <p>
        <strong>{title}</strong> <span className={style.faint}>{t('act.dismiss-hint')}</span>
      </p>
      {choices && (
        <div className={style.choices}>
          {CHOICES.map(choice => (
            <Button
              key={choice}
              size="small"
              type={reason === t(`reason.${choice}`) ? 'primary' : 'default'}
              onClick={() => setReason(t(`reason.${choice}`))}
            >
              {t(`reason.${choice}`)}
            </Button>
          ))}
        </div>
      )}
      <Input
        autoFocus
        maxLength={500}
        value={reason}
        placeholder={t('reason.own')}
        aria-label={title}
        onChange={event => setReason(event.target.value)}
      />
      <div className={style.buttons}>
        <Button onClick={onCancel}>{t('act.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={reason.trim() === ''}>
          {t('act.confirm')}
        </Button>
      </div>
    </form>
  )
}
