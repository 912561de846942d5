import { t } from '../language.ts'
import { AlarmIcon } from '../marks/icons.tsx'
import { useDesk } from './desk.ts'
import style from './ticket.module.css'

/** That nobody has taken it though all were told, and what they are told of. */
export function NeedsBanner() {
  const { view } = useDesk()
  if (!view.exhausted) return null
  const kinds = [...new Set(view.needs.map(({ kind }) => t(`need.${kind}`)))]
  return (
    <p className={style.alarm} role="alert">
      <AlarmIcon />
      <strong>{t('needs.exhausted')}</strong>
      {kinds.length > 0 && <span>{kinds.join(t('facts.and'))}</span>}
    </p>
  )
}
