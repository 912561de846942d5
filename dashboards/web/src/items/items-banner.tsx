import { useAccounts } from '../data/accounts.ts'
import { useItems } from '../data/items.ts'
import { language, t } from '../language.ts'
import { AlarmIcon } from '../marks/icons.tsx'
import { nameOf, Way } from './item-list.tsx'
import style from './items.module.css'
import { isGrave } from './place.ts'

/** Stands over every page while an account collects nothing and a person has to mend that. */
export function ItemsBanner() {
  const grave = (useItems().data ?? []).filter(isGrave)
  const accounts = useAccounts(grave.length > 0).data
  const [first] = grave
  if (!first) return null
  const others = grave.length - 1
  return (
    <div className={style.banner} role="alert">
      <AlarmIcon />
      <span>
        {t('items.urgent')}
        <strong>{nameOf(accounts, first)}</strong>
        {others > 0 && ` ${t('items.others', { count: others })}`}
        {' — '}
        {language() === 'zh' ? first.zh : first.en}
      </span>
      <Way item={first} onGo={() => {}} />
    </div>
  )
}
