import { type AccountKey, nameOfKey, useAccounts } from '../data/accounts.ts'
import { usePosts } from '../data/posts.ts'
import { useMe } from '../data/session.ts'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { PagedList } from '../pane/paged-list.tsx'
import { Bar, Pane, Waiting } from '../pane/pane.tsx'
import { Choice } from '../search/choice.tsx'
import { goAmongPosts, keyOfName, type PostPlace } from './place.ts'
import { PostCard } from './post-card.tsx'
import style from './posts.module.css'

/** The archive of what the office published. */
export function PostsPane({ place, now }: { place: PostPlace; now: number }) {
  const { rows, total, ...list } = usePosts(place.account)
  const writes = useMe()?.department === undefined
  const adding = { words: t('posts.add'), onAdd: () => goAmongPosts({ ...place, adding: true }) }
  const head = (
    <Bar
      summary={list.data && t('posts.total', { total: total.toLocaleString('en') })}
      adding={writes ? adding : undefined}
    >
      <Accounts account={place.account} />
    </Bar>
  )
  return (
    <Pane name={t('posts')} head={head}>
      <PagedList
        list={list}
        rows={rows}
        failed={t('posts.failed')}
        waiting={<Waiting className={style.waiting} cards={5} title="40%" lines={1} />}
        nothing={<Notice title={t(place.account ? 'posts.none-of' : 'posts.empty')} hint={t('posts.empty-hint')} />}
        draw={row => <PostCard key={row.id} row={row} now={now} />}
      />
    </Pane>
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
