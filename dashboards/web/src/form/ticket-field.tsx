import type { TicketRow } from '@huiyin/schemas/api.ts'
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { api, told } from '../data/http.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { useDesk } from '../ticket/desk.ts'
import { ago } from '../time.ts'
import type { Control } from './field-box.tsx'
import style from './form.module.css'

const PAUSE = 350 // ms without a key before it is searched
const SHOWN = 6

/** Another ticket, found by its number or by words; the value is its id. */
export function TicketField({ id, label, value, onChange }: Control) {
  const { view, now } = useDesk()
  const [text, setText] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const found = useQuery({
    queryKey: ['other-tickets', q],
    queryFn: async (): Promise<TicketRow[]> =>
      (await told(api.GET('/api/tickets', { params: { query: { q, sort: 'newest', atMost: SHOWN + 1 } } }))).rows,
    enabled: q !== ''
  })
  const rows = found.data?.filter(row => row.id !== view.id).slice(0, SHOWN)
  return (
    <div className={style.finder}>
      <Input
        id={id}
        value={text}
        maxLength={200}
        aria-label={label}
        placeholder={t('ticket-field.search')}
        onChange={event => setText(event.target.value)}
      />
      <div role="radiogroup" aria-label={label} className={style.found}>
        {rows?.map(row => (
          <label key={row.id} className={style.one}>
            <input type="radio" name={id} checked={value === row.id} onChange={() => onChange(row.id)} />
            <strong>{row.number}</strong>
            <span className={style.words}>{row.excerpt}</span>
            <span className={style.hint}>
              {t(`status.${row.status}`)} · {ago(row.openedAt, now)}
            </span>
          </label>
        ))}
      </div>
      <span className={style.hint} role="status">
        {found.error
          ? problemWords(found.error)
          : q === ''
            ? t('ticket-field.hint')
            : rows?.length === 0
              ? t('ticket-field.none')
              : null}
      </span>
    </div>
  )
}
