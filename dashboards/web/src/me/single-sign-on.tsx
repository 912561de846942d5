import { Alert, Button } from 'antd'
import { useLink } from '../data/me.ts'
import { useSignInWays } from '../data/session.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './me.module.css'

/** Whether the provider of single sign-on knows who looks; nothing where none is configured. */
export function SingleSignOn({ linked }: { linked: boolean }) {
  const link = useLink()
  const oidc = useSignInWays().data?.oidc
  if (!oidc) return null
  const { name } = oidc
  return (
    <section className={style.part} aria-label={t('sso.title')}>
      <h3>{t('sso.title')}</h3>
      {link.error && <Alert type="error" showIcon title={problemWords(link.error)} />}
      <div className={style.line}>
        <p className={style.words}>{t(linked ? 'sso.is-linked' : 'sso.is-free', { name })}</p>
        {!linked && (
          <Button disabled={link.isPending} onClick={() => link.mutate()}>
            {t('sso.link', { name })}
          </Button>
        )}
      </div>
    </section>
  )
}
