import { Button, Skeleton } from 'antd'
import { Foot } from '../comments/foot.tsx'
import { type AccountKey, nameOfKey, useAccounts } from '../data/accounts.ts'
import { usePosts } from '../data/posts.ts'
import { useMe } from '../data/session.ts'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { Choice } from '../search/choice.tsx'
import { goAmongPosts, keyOfName, type PostPlace } from './place.ts'
import { PostCard } from './post-card.tsx'
import style from './posts.module.css'

/** The archive of what the office published. */
export function PostsPane({ place, now }: { place: PostPlace; now: number }) {
  const { rows, total, ...list } = usePosts(place.account)
  const writes = useMe()?.department === undefined
  return (
    <section className={style.pane} aria-label={t('posts')}>
      <div className={style.bar}>
        <Accounts account={place.account} />
        <span className={style.summary} role="status">
          {list.data && t('posts.total', { total: total.toLocaleString('en') })}
        </span>
        {writes && (
          <Button type="primary" onClick={() => goAmongPosts({ ...place, adding: true })}>
            {t('posts.add')}
          </Button>
        )}
      </div>
      <div className={style.scroll}>
        {list.isPending && <Waiting />}
        {list.isError && rows.length === 0 && (
          <Failed title={t('posts.failed')} error={list.error} onRetry={list.refetch} />
        )}
        {list.data && rows.length === 0 && (
          <Notice title={t(place.account ? 'posts.none-of' : 'posts.empty')} hint={t('posts.empty-hint')} />
        )}
        <ol>
          {rows.map(row => (
            <PostCard key={row.id} row={row} now={now} />
          ))}
        </ol>
        {rows.length > 0 && (
          <Foot
            key={rows.length}
            more={list.hasNextPage}
            busy={list.isFetchingNextPage}
            error={list.isFetchNextPageError ? list.error : undefined}
            onMore={list.fetchNextPage}
          />
        )}
      </div>
    </section>
  )
}

/** Of which account. */
function Accounts({ account }: { account: AccountKey | undefined }) {
  const rows = useAccounts().data ?? []
  const known = new Map(rows.map(row => [nameOfKey(row.account), row.account]))
  const name = account && nameOfKey(account)
  return (
    <span className={style.filter}>
      <Choice
        name={t('posts.all')}
        value={name}
        of={[...known.keys(), ...(name !== undefined && !known.has(name) ? [name] : [])]}
        draw={value => {
          const of = known.get(value)
          return of ? `${of.name} · ${t(`platform.${of.platform}`)}` : value
        }}
        onChange={value => goAmongPosts({ account: keyOfName(value ?? null) }, { replace: true })}
      />
    </span>
  )
}

const Waiting = () =>
  [0, 1, 2, 3, 4].map(row => (
    <div className={style.waiting} key={row}>
      <Skeleton active title={{ width: '40%' }} paragraph={{ rows: 1 }} />
    </div>
  ))
