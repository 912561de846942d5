import { Alert, Button } from 'antd'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { language, t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import { problemWords } from '../problem-words.ts'
import { slowly } from './busy.ts'
import { FieldBox } from './field-box.tsx'
import style from './form.module.css'
import type { Field } from './spec.ts'

export type Wrong = Readonly<Record<string, { zh: string; en: string }>>

type FieldsProps = {
  title?: string
  fields: readonly Field[]
  values: Readonly<Record<string, string>>
  /** By the name of a field: what is wrong with it. */
  wrong?: Wrong
  onChange: (name: string, value: string) => void
}

/** Some fields of a form, under a title of their own. */
export const Fields = ({ title, fields, values, wrong = {}, onChange }: FieldsProps) => (
  <fieldset className={style.part}>
    {title && <legend>{title}</legend>}
    <div className={style.stacked}>
      {fields.map(field => (
        <FieldBox
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          error={wrong[field.name]?.[language()]}
          onChange={value => onChange(field.name, value)}
        />
      ))}
    </div>
  </fieldset>
)

type SheetFormProps = {
  title: string
  hint?: string
  submit: string
  busy: boolean
  ready: boolean
  error: unknown
  children: ReactNode
  onSubmit: () => void
  onClose: () => void
}

/** A form that has a place of its own beside a list: its fields, and what to do at its foot. Esc gives it up. */
export function SheetForm({ title, hint, submit, busy, ready, error, children, onSubmit, onClose }: SheetFormProps) {
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('select, input, textarea')?.focus(), [])
  const give = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (ready && !busy) onSubmit()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) give(event)
  }
  return (
    <form className={style.sheet} aria-label={title} ref={box} onSubmit={give} onKeyDown={keys}>
      <header className={style.head}>
        <Button type="text" icon={<BackIcon />} aria-label={t('act.cancel')} onClick={onClose} />
        <h2>{title}</h2>
      </header>
      <div className={style.scroll}>
        {hint && <p className={style.hint}>{hint}</p>}
        {children}
      </div>
      <footer className={style.foot}>
        {error !== undefined && error !== null && <Alert type="error" showIcon title={problemWords(error)} />}
        <div className={style.buttons}>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={slowly(busy)} disabled={!ready}>
            {submit}
          </Button>
        </div>
      </footer>
    </form>
  )
}
