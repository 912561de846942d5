import { Brand } from '../frame/header.tsx'
import { Settings } from '../frame/settings.tsx'
import { t } from '../language.ts'
import { PasswordForm } from './password-form.tsx'
import style from './sign-in.module.css'

/** Stands before the page until the password is one's own and new; then the page itself. */
export const MustChange = ({ onSignOut }: { onSignOut: () => Promise<void> }) => (
  <main className={style.page}>
    <div className={style.corner}>
      <Settings onSignOut={onSignOut} />
    </div>
    <div className={style.card}>
      <Brand />
      <div>
        <h1>{t('password.must')}</h1>
        <p className={style.hint}>{t('password.must-hint')}</p>
      </div>
      <PasswordForm first />
    </div>
  </main>
)
