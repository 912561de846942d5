import { Button } from 'antd'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { t } from '../language.ts'
import { FieldBox } from './field-box.tsx'
import style from './form.module.css'
import type { FormSpec } from './spec.ts'

type ActFormProps<A> = { spec: FormSpec<A>; busy: boolean; onGive: (act: A) => void; onCancel: () => void }

/** Asks what an act needs before it is done. Esc gives it up. */
export function ActForm<A>({ spec, busy, onGive, onCancel }: ActFormProps<A>) {
  const { title, hint, fields, submit } = spec
  const [values, setValues] = useState(() =>
    Object.fromEntries(fields.map(({ name, initial = '' }) => [name, initial]))
  )
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), [])
  const ready = fields.every(({ name, optional }) => optional || values[name]?.trim())
  const give = (event: FormEvent) => {
    event.preventDefault()
    const trimmed = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]))
    if (ready && !busy) onGive(spec.act(trimmed))
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onCancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) give(event)
  }
  return (
    <form className={style.form} aria-label={title} ref={box} onSubmit={give} onKeyDown={keys}>
      <p>
        <strong>{title}</strong> {hint && <span className={style.hint}>{hint}</span>}
      </p>
      <div className={style.fields}>
        {fields.map(field => (
          <FieldBox
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            silent={field.label === title}
            onChange={value => setValues({ ...values, [field.name]: value })}
          />
        ))}
      </div>
      <div className={style.buttons}>
        <Button onClick={onCancel}>{t('act.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
          {submit ?? t('act.confirm')}
        </Button>
      </div>
    </form>
  )
}
