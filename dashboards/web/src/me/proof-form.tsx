import { Alert, Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { ApiProblem } from '../data/http.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './me.module.css'

type Proof = { current: string; code: string }

type ProofFormProps = {
  asks: readonly (keyof Proof)[]
  submit: string
  busy: boolean
  error: unknown
  onGive: (proof: Proof) => void
  onCancel: () => void
}

const wordsOf = (error: unknown) =>
  error instanceof ApiProblem && error.code === 'WRONG_PASSWORD' ? t('password.wrong') : problemWords(error)

/** What somebody shows once more before they change what lets them in. */
export function ProofForm({ asks, submit, busy, error, onGive, onCancel }: ProofFormProps) {
  const id = useId()
  const [values, setValues] = useState<Proof>({ current: '', code: '' })
  const ready = asks.every(name => values[name].trim() !== '')
  const give = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !busy) onGive({ ...values, code: values.code.replaceAll(/\s/g, '') })
  }
  return (
    <form className={style.step} onSubmit={give}>
      {error !== null && error !== undefined && <Alert type="error" showIcon title={wordsOf(error)} />}
      {asks.includes('current') && (
        <label className={style.field} htmlFor={`${id}-current`}>
          {t('password.current')}
          <Input.Password
            id={`${id}-current`}
            autoFocus
            autoComplete="current-password"
            maxLength={500}
            value={values.current}
            onChange={event => setValues({ ...values, current: event.target.value })}
          />
        </label>
      )}
      {asks.includes('code') && (
        <label className={style.field} htmlFor={`${id}-code`}>
          {t('factor.code')}
          <Input
            id={`${id}-code`}
            autoComplete="one-time-code"
            maxLength={40}
            value={values.code}
            onChange={event => setValues({ ...values, code: event.target.value })}
          />
        </label>
      )}
      <div className={style.line}>
        <Button onClick={onCancel}>{t('act.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={slowly(busy)} disabled={!ready}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
