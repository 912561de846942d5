import { Alert, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../data/http.ts'
import { type Credentials, useSignInWays } from '../data/session.ts'
import { Brand } from '../frame/header.tsx'
import { Settings } from '../frame/settings.tsx'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { PasswordField } from './password-field.tsx'
import style from './sign-in.module.css'
import { SsoNote } from './sso-note.tsx'

type SignInProps = { ended: boolean; onSignIn: (credentials: Credentials) => Promise<void> }

const isCodeNeeded = (problem: unknown) => problem instanceof ApiProblem && problem.code === 'SECOND_FACTOR_NEEDED'

/** Name and password; then the code of those who use one, or the way of single sign-on. */
export function SignIn({ ended, onSignIn }: SignInProps) {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await onSignIn({ name: name.trim(), password, ...(code && { code: code.replaceAll(/\s/g, '') }) })
    } catch (problem) {
      if (isCodeNeeded(problem)) setCode('')
      else setError(problem)
      setBusy(false)
    }
  }
  const startAgain = () => {
    setCode(undefined)
    setPassword('')
    setError(undefined)
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
        <SsoNote />
        {code === undefined ? (
          <>
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
            <PasswordField
              name="password"
              label={t('sign-in.password')}
              of="current-password"
              value={password}
              onChange={setPassword}
            />
          </>
        ) : (
          <label className={style.field} htmlFor="code">
            {t('sign-in.code')}
            <Input
              id="code"
              required
              autoFocus
              autoComplete="one-time-code"
              maxLength={40}
              size="large"
              value={code}
              onChange={e => setCode(e.target.value)}
            />
            {t('sign-in.code-hint')}
          </label>
        )}
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>
          {t('sign-in.submit')}
        </Button>
        {code === undefined ? (
          <SingleSignOn />
        ) : (
          <Button type="text" block onClick={startAgain}>
            {t('sign-in.again')}
          </Button>
        )}
      </form>
    </main>
  )
}

function SingleSignOn() {
  const oidc = useSignInWays().data?.oidc
  if (!oidc) return null
  return (
    <Button size="large" block href="/api/oidc/start">
      {t('sign-in.sso', { name: oidc.name })}
    </Button>
  )
}
