import { Alert, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { Brand } from '../frame/header.tsx'
import { Settings } from '../frame/settings.tsx'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './sign-in.module.css'

type SignInProps = { ended: boolean; onSignIn: (name: string, password: string) => Promise<void> }

export function SignIn({ ended, onSignIn }: SignInProps) {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await onSignIn(name.trim(), password)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }

  return (
    <main className={style.page}>
      <div className={style.corner}>
        <Settings />
      </div>
      <form className={style.card} onSubmit={submit}>
        <Brand />
        {error !== undefined && <Alert type="error" showIcon title={problemWords(error)} />}
        {ended && error === undefined && <Alert type="info" showIcon title={t('sign-in.ended')} />}
        <label className={style.field} htmlFor="name">
          {t('sign-in.name')}
          <Input
            id="name"
            required
            autoFocus
            autoComplete="username"
            size="large"
            value={name}
            onChange={e => setName(e.target.value)}
          />
        </label>
        <label className={style.field} htmlFor="password">
          {t('sign-in.password')}
          <Input.Password
            id="password"
            required
            autoComplete="current-password"
            size="large"
            value={password}
            onChange={e => setPassword(e.target.value)}
          />
        </label>
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>
          {t('sign-in.submit')}
        </Button>
      </form>
    </main>
  )
}
