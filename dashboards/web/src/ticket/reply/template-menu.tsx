import type { TemplateChoice } from '@huiyin/schemas/api.ts'
import type { TemplateRow } from '@huiyin/schemas/api-templates.ts'
import { Input, Skeleton } from 'antd'
import { useEffect, useRef } from 'react'
import type { Composition } from '../../data/drafts.ts'
import { useTemplates } from '../../data/offices.ts'
import { t } from '../../language.ts'
import { problemWords } from '../../problem-words.ts'
import { useDesk } from '../desk.ts'
import style from './reply.module.css'
import { filled, ofTemplate, type Variable } from './templates.ts'

type MenuProps = { draft: Composition; onChoose: (draft: Composition) => void }

/** The templates that fit, as they would read here. */
export function TemplateMenu({ draft, onChoose }: MenuProps) {
  const { data, error, isPending } = useTemplates(useDesk().view.id)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (data) list.current?.querySelector('button')?.focus()
  }, [data])
  if (isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  if (error) return <p className={style.hint}>{problemWords(error)}</p>
  const { rows, values = {} } = data
  if (rows.length === 0) return <p className={style.hint}>{t('template.none')}</p>
  return (
    <ul className={style.templates} aria-label={t('template.title')} ref={list}>
      {rows.map(row => (
        <li key={row.id}>
          <button type="button" className={style.template} onClick={() => onChoose(ofTemplate(row, values, draft))}>
            <span>
              <strong>{row.name}</strong> {t(`reply.kind.${row.kind}`)} ·{' '}
              {t(row.inForce ? 'template.approved' : 'template.unapproved')}
            </span>
            <span className={style.hint}>{row.filled ?? filled(row.text, values)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

type Values = TemplateChoice['values']
type ValuesProps = { row: TemplateRow; known: Values; draft: Composition; onChange: (draft: Composition) => void }

/** What a template needs beyond what the ticket says. */
export function TemplateValues({ row, known, draft, onChange }: ValuesProps) {
  const { template } = draft
  const missing = row.variables.filter(name => known[name as Variable] === undefined) as Variable[]
  if (!template || missing.length === 0) return null
  const give = (name: Variable, value: string) => {
    const values = { ...template.values, [name]: value }
    onChange({ ...draft, text: filled(row.text, values), template: { ...template, values } })
  }
  return (
    <div className={style.values}>
      <span className={style.hint}>{t('template.values')}</span>
      {missing.map(name => (
        <Input
          key={name}
          size="small"
          maxLength={200}
          value={template.values[name] ?? ''}
          placeholder={t(`template.value.${name}`)}
          aria-label={t(`template.value.${name}`)}
          onChange={event => give(name, event.target.value)}
        />
      ))}
    </div>
  )
}
