import type { ItemRow } from '@huiyin/schemas/api-accounts.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import { Alert, Button } from 'antd'
import { useAccounts } from '../data/accounts.ts'
import { useResolveItem } from '../data/items.ts'
import { visit } from '../data/query-string.ts'
import { useNow } from '../data/server-time.ts'
import { slowly } from '../form/busy.ts'
import { plainly } from '../frame/plainly.ts'
import { known, language, t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { ago, exactTime } from '../time.ts'
import style from './items.module.css'
import { isGrave, wayOf } from './place.ts'

type ListProps = { items: readonly ItemRow[]; error: unknown; onGo: () => void }

/** Each with what is wrong, the one thing to do, and the way there. */
export function ItemList({ items, error, onGo }: ListProps) {
  const resolve = useResolveItem()
  return (
    <section className={style.panel} aria-label={t('items')}>
      <h2>{t('items')}</h2>
      {error !== null && items.length === 0 && <p className={style.faint}>{problemWords(error)}</p>}
      {error === null && items.length === 0 && <p className={style.faint}>{t('items.none')}</p>}
      {resolve.error && <Alert type="error" title={problemWords(resolve.error)} />}
      <ol className={style.list}>
        {[...items]
          .sort((a, b) => Number(isGrave(b)) - Number(isGrave(a)))
          .map(item => (
            <Item
              key={item.id}
              item={item}
              busy={resolve.isPending && resolve.variables.id === item.id}
              onResolve={() => resolve.mutate(item)}
              onGo={onGo}
            />
          ))}
      </ol>
    </section>
  )
}

export const nameOf = (accounts: ReturnType<typeof useAccounts>['data'], { platform, account }: ItemRow) =>
  accounts?.find(row => row.account.platform === platform && row.account.id === account)?.account.name ?? account

type ItemProps = { item: ItemRow; busy: boolean; onResolve: () => void; onGo: () => void }

function Item({ item, busy, onResolve, onGo }: ItemProps) {
  const now = useNow()
  const accounts = useAccounts().data
  const { kind, platform, since } = item
  const title = known(`item.${kind}`) ?? kind
  return (
    <li className={style.item} data-item={kind}>
      <p className={style.line}>
        <strong className={isGrave(item) ? style.late : undefined}>{title}</strong>
        {platform && <span className={style.faint}>{platformName(platform)}</span>}
        <span className={style.faint}>{nameOf(accounts, item)}</span>
        <time className={style.time} title={exactTime(since)}>
          {t('items.since', { at: ago(since, now) })}
        </time>
      </p>
      <p>{language() === 'zh' ? item.zh : item.en}</p>
      <p className={style.acts}>
        <Way item={item} onGo={onGo} />
        <Button
          size="small"
          loading={slowly(busy)}
          aria-label={t('act.resolve-what', { what: title })}
          onClick={onResolve}
        >
          {t('act.resolve')}
        </Button>
      </p>
    </li>
  )
}

const platformName = (platform: PlatformName) => t(`platform.${platform}`)

export function Way({ item, onGo }: { item: ItemRow; onGo: () => void }) {
  const way = wayOf(item)
  if (!way) return null
  if (way.outside)
    return (
      <a href={way.href} target="_blank" rel="noreferrer">
        {t('item.go-platform')}
      </a>
    )
  const there = () => {
    visit(way.href)
    onGo()
  }
  return (
    <a href={way.href} onClick={plainly(there)}>
      {t('item.go')}
    </a>
  )
}
