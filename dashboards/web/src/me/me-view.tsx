import type { UserRow } from '@huiyin/schemas/user.ts'
import { Alert } from 'antd'
import { useState } from 'react'
import { useOwn } from '../data/me.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { t } from '../language.ts'
import { rolesOf } from '../people/role-words.ts'
import { PasswordForm } from '../sign-in/password-form.tsx'
import { clockTime } from '../time.ts'
import style from './me.module.css'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'
import { SingleSignOn } from './single-sign-on.tsx'

/** One's own account: who one is here, and what lets one in. */
export function MeView({ now }: { now: number }) {
  const { data, error, refetch } = useOwn()
  if (data) return <Me me={data} now={now} />
  return error ? <Failed title={t('me.failed')} error={error} onRetry={refetch} /> : <Loading />
}

const Me = ({ me, now }: { me: UserRow; now: number }) => (
  <div className={style.scroll}>
    <div className={style.parts}>
      <header>
        <h2>{me.nickname}</h2>
        <p className={style.faint}>
          {[me.id, rolesOf(me)].join(' · ')}
          {me.passwordUntil !== undefined && ` · ${t('me.password-until')} ${clockTime(me.passwordUntil, now)}`}
        </p>
      </header>
      <Password />
      <SecondFactor on={me.secondFactor} />
      <SingleSignOn linked={me.linked} />
      <Sessions now={now} />
    </div>
  </div>
)

function Password() {
  const [changed, setChanged] = useState(false)
  return (
    <section className={style.part} aria-label={t('password.change')}>
      <h3>{t('password.change')}</h3>
      {changed && <Alert type="success" showIcon title={t('password.changed')} />}
      <PasswordForm onChanged={() => setChanged(true)} />
    </section>
  )
}
