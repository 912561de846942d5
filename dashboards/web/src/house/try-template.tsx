import type { TemplateRow } from '@huiyin/schemas/api-templates.ts'
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { api, told } from '../data/http.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './house.module.css'

const FOUND = 6

/** How a template reads on a ticket: what the house knows of it stands in its places. */
export function TryTemplate({ row }: { row: TemplateRow }) {
  const id = useId()
  const [q, setQ] = useState('')
  const [ticket, setTicket] = useState<string>()
  const found = useQuery({
    queryKey: ['house', 'try', q],
    queryFn: async () => {
      const query = { sort: 'newest' as const, atMost: FOUND, ...(q !== '' && { q }) }
      return (await told(api.GET('/api/tickets', { params: { query } }))).rows
    }
  })
  const values = useQuery({
    queryKey: ['house', 'try-values', ticket],
    queryFn: async () => told(api.GET('/api/templates', { params: { query: { ticket: ticket! } } })),
    enabled: ticket !== undefined
  })
  const error = found.error ?? values.error
  return (
    <div className={style.try}>
      <h3>{t('template.try')}</h3>
      <label htmlFor={id} className={style.hint}>
        {t('template.try-hint')}
      </label>
      <Input
        id={id}
        value={q}
        maxLength={200}
        placeholder={t('ticket-field.search')}
        onChange={event => setQ(event.target.value.trimStart())}
      />
      {error && <p role="alert">{problemWords(error)}</p>}
      <div role="radiogroup" aria-label={t('template.try')} className={style.found}>
        {found.data?.map(one => (
          <label key={one.id}>
            <input type="radio" name={id} checked={ticket === one.id} onChange={() => setTicket(one.id)} />
            <strong>{one.number}</strong> <span>{one.excerpt}</span>
          </label>
        ))}
        {found.data?.length === 0 && <span className={style.hint}>{t('ticket-field.none')}</span>}
      </div>
      {values.data && <Filled text={row.text} values={values.data.values ?? {}} />}
    </div>
  )
}

/** What is not known stays as it is written, marked. */
function Filled({ text, values }: { text: string; values: Readonly<Record<string, string | undefined>> }) {
  const parts = text.split(/(\{\{\s*\w+\s*\}\})/)
  return (
    <blockquote className={style.filled} aria-live="polite">
      {parts.map((part, i) => {
        const [, name] = /^\{\{\s*(\w+)\s*\}\}$/.exec(part) ?? []
        if (name === undefined) return part
        const value = values[name]
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text
        return value ? <mark key={i}>{value}</mark> : <del key={i}>{part}</del>
      })}
    </blockquote>
  )
}
