import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { ago } from '../time.ts'
import { IncidentLevel } from './incident-marks.tsx'
import { refusalWords } from './refusal-words.ts'
import style from './sheet.module.css'
import type { IncidentDo } from './use-incident-act.ts'
import { useOtherIncidents } from './use-incidents.ts'

const SHOWN = 8

type MergeProps = {
  view: IncidentView
  busy: boolean
  now: number
  onGive: (act: IncidentDo) => void
  onCancel: () => void
}

/** Another incident that goes on, found by its number or title. */
export function MergeBox({ view, busy, now, onGive, onCancel }: MergeProps) {
  const [text, setText] = useState('')
  const [chosen, choose] = useState<string>()
  const name = useId()
  const { data, error } = useOtherIncidents(view.id, true)
  const wanted = text.trim()
  const found = (data ?? []).filter(({ number, title }) => number.includes(wanted) || title.includes(wanted))
  return (
    <form
      className={style.box}
      aria-label={t('incident.act.merge')}
      onSubmit={event => {
        event.preventDefault()
        if (chosen !== undefined && !busy) onGive({ kind: 'merge', body: { with: chosen } })
      }}
      onKeyDown={event => event.key === 'Escape' && !event.nativeEvent.isComposing && onCancel()}
    >
      <p>
        <strong>{t('incident.act.merge-with')}</strong>{' '}
        <span className={style.quiet}>{t('incident.act.merge-hint')}</span>
      </p>
      <Input
        value={text}
        maxLength={100}
        autoFocus
        aria-label={t('other.search')}
        placeholder={t('other.search')}
        onChange={event => setText(event.target.value)}
      />
      <div role="radiogroup" aria-label={t('incident.act.merge-with')} className={style.found}>
        {found.slice(0, SHOWN).map(row => (
          <label key={row.id} className={style.one}>
            <input type="radio" name={name} checked={chosen === row.id} onChange={() => choose(row.id)} />
            <IncidentLevel level={row.level} />
            <span className={style.oneTitle}>{row.title}</span>
            <span className={style.quiet}>
              {row.number} · {t('incident.comments')} {row.comments} · {ago(row.lastAt, now)}
            </span>
          </label>
        ))}
      </div>
      {(error || (data && found.length === 0)) && (
        <p className={style.quiet} role="status">
          {error ? refusalWords(error) : t('other.none')}
        </p>
      )}
      <div className={style.buttons}>
        <Button onClick={onCancel}>{t('act.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={slowly(busy)} disabled={chosen === undefined}>
          {t('incident.act.merge')}
        </Button>
      </div>
    </form>
  )
}
