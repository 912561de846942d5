import { Button } from 'antd'
import { Brand } from '../frame/header.tsx'
import { t } from '../language.ts'
import style from './sign-in.module.css'

type AnotherProps = { me: string; name: string; onGoOn: () => void; onBack: () => void }

/** The page was one person's, and the browser is signed in as another: nothing is shown of the one, or done as the other. */
export const Another = ({ me, name, onGoOn, onBack }: AnotherProps) => (
  <main className={style.page}>
    <div className={style.card} role="alert">
      <Brand />
      <h1>{t('another.title', { name })}</h1>
      <p className={style.hint}>{t('another.hint', { me })}</p>
      <Button type="primary" size="large" block onClick={onGoOn}>
        {t('another.go', { name })}
      </Button>
      <Button size="large" block onClick={onBack}>
        {t('another.back', { me })}
      </Button>
    </div>
  </main>
)
