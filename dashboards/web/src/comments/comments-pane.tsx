import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { PagedList } from '../pane/paged-list.tsx'
import { Pane, Waiting } from '../pane/pane.tsx'
import { CommentCard } from './comment-card.tsx'
import style from './comments.module.css'
import { Filters } from './filters.tsx'
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

  const head = (
    <Filters
      wanted={wanted}
      summary={list.data ? summary(total, isNarrowed(shown)) : ''}
      onChange={change => goAmongComments(change, { replace: true })}
    />
  )
  return (
    <Pane name={t('comments')} head={head} scroll={scroll} busy={list.isPlaceholderData}>
      <PagedList
        list={list}
        rows={rows}
        failed={t('comments.failed')}
        waiting={<Waiting className={style.waiting} cards={6} title="30%" lines={2} />}
        nothing={<Nothing narrowed={isNarrowed(shown)} />}
        draw={row => (
          <CommentCard
            key={row.id}
            row={row}
            query={shown.q ?? ''}
            open={row.ticket !== undefined && row.ticket === ticket}
            href={formatCommentPlace(changedPlace(place, { ticket: row.ticket }))}
            now={now}
            onOpen={ticket => goAmongComments({ ticket })}
          />
        )}
      />
    </Pane>
  )
}

const summary = (total: number, narrowed: boolean) =>
  t(narrowed ? 'comments.found' : 'comments.total', { total: total.toLocaleString('en') })

const Nothing = ({ narrowed }: { narrowed: boolean }) =>
  narrowed ? (
    <Notice title={t('comments.nothing')} hint={t('comments.nothing-hint')}>
      <Button onClick={() => goAmongComments(NO_FILTERS, { replace: true })}>{t('filter.clear')}</Button>
    </Notice>
  ) : (
    <Notice title={t('comments.empty')} hint={t('comments.empty-hint')} />
  )
