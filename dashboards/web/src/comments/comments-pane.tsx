import { Button, Skeleton } from 'antd'
import { useEffect, useRef } from 'react'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { CommentCard } from './comment-card.tsx'
import style from './comments.module.css'
import { Filters } from './filters.tsx'
import { Foot } from './foot.tsx'
import {
  type CommentPlace,
  changedPlace,
  formatCommentPlace,
  goAmongComments,
  isNarrowed,
  NO_FILTERS
} from './place.ts'
import { useComments } from './use-comments.ts'

/** The search over all comments: what one asks for, and what was found. */
export function CommentsPane({ place, now }: { place: CommentPlace; now: number }) {
  const { ticket, ...wanted } = place
  const { rows, total, shown, ...list } = useComments(wanted)
  const scroll = useRef<HTMLDivElement>(null)
  const key = formatCommentPlace(shown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer is read from its beginning
  useEffect(() => {
    scroll.current?.scrollTo({ top: 0 })
  }, [key])

  return (
    <section className={style.pane} aria-label={t('comments')}>
      <Filters
        wanted={wanted}
        summary={list.data ? summary(total, isNarrowed(shown)) : ''}
        onChange={change => goAmongComments(change, { replace: true })}
      />
      <div className={style.scroll} ref={scroll} aria-busy={list.isPlaceholderData}>
        {list.isPending && <Waiting />}
        {list.isError && rows.length === 0 && (
          <Failed title={t('comments.failed')} error={list.error} onRetry={list.refetch} />
        )}
        {list.data && rows.length === 0 && <Nothing narrowed={isNarrowed(shown)} />}
        <ol className={style.list}>
          {rows.map(row => (
            <CommentCard
              key={row.id}
              row={row}
              query={shown.q ?? ''}
              open={row.ticket !== undefined && row.ticket === ticket}
              href={formatCommentPlace(changedPlace(place, { ticket: row.ticket }))}
              now={now}
              onOpen={ticket => goAmongComments({ ticket })}
            />
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

const summary = (total: number, narrowed: boolean) =>
  t(narrowed ? 'comments.found' : 'comments.total', { total: total.toLocaleString('en') })

const Waiting = () =>
  [0, 1, 2, 3, 4, 5].map(row => (
    <div className={style.waiting} key={row}>
      <Skeleton active title={{ width: '30%' }} paragraph={{ rows: 2 }} />
    </div>
  ))

const Nothing = ({ narrowed }: { narrowed: boolean }) =>
  narrowed ? (
    <Notice title={t('comments.nothing')} hint={t('comments.nothing-hint')}>
      <Button onClick={() => goAmongComments(NO_FILTERS, { replace: true })}>{t('filter.clear')}</Button>
    </Notice>
  ) : (
    <Notice title={t('comments.empty')} hint={t('comments.empty-hint')} />
  )
