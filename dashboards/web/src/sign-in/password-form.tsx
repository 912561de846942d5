import { Alert, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../data/http.ts'
import { useChangePassword } from '../data/session.ts'
import { language, t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { PasswordField } from './password-field.tsx'
import style from './sign-in.module.css'

const EMPTY = { current: '', password: '', again: '' }

/** The current password and, twice, the new one; what is wrong with it the server says. */
export function PasswordForm({ first = false, onChanged }: { first?: boolean; onChanged?: () => void }) {
  const change = useChangePassword()
  const [values, setValues] = useState(EMPTY)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const { current, password, again } = values
  const different = again !== '' && again !== password
  const set = (name: keyof typeof EMPTY) => (value: string) => setValues({ ...values, [name]: value })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password !== again) return
    setBusy(true)
    setError(undefined)
    try {
      await change({ current, password })
      setValues(EMPTY)
      onChanged?.()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={style.fields} aria-label={t('password.change')} onSubmit={submit}>
      {error !== undefined && <Wrong error={error} />}
      <PasswordField
        name="current"
        label={t('password.current')}
        of="current-password"
        first={first}
        value={current}
        onChange={set('current')}
      />
      <PasswordField
        name="new"
        label={t('password.new')}
        of="new-password"
        value={password}
        onChange={set('password')}
      />
      <p className={style.hint}>{t('password.rule')}</p>
      <PasswordField name="again" label={t('password.again')} of="new-password" value={again} onChange={set('again')} />
      {different && (
        <p className={style.wrong} role="alert">
          {t('password.different')}
        </p>
      )}
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        loading={busy}
        disabled={current === '' || password === '' || again !== password}
      >
        {t('password.change')}
      </Button>
    </form>
  )
}

function Wrong({ error }: { error: unknown }) {
  if (!(error instanceof ApiProblem)) return <Alert type="error" showIcon title={problemWords(error)} />
  if (error.code === 'WRONG_PASSWORD') return <Alert type="error" showIcon title={t('password.wrong')} />
  const said = error.problems.map(problem => problem[language()])
  if (said.length === 0) return <Alert type="error" showIcon title={problemWords(error)} />
  const list = (
    <ul>
      {said.map(one => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
  return <Alert type="error" showIcon title={problemWords(error)} description={list} />
}
