import { useMe } from '../data/session.ts'
import { t } from '../language.ts'
import style from './frame.module.css'

/** To who cares for some accounts: what stands here is of the whole house. */
export function Beyond() {
  if (useMe()?.accounts === undefined) return null
  return (
    <p className={style.beyond} role="note">
      {t('beyond')}
    </p>
  )
}
