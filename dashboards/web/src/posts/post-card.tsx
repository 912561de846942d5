import { go } from '../data/address.ts'
import type { Published } from '../data/posts.ts'
import { visit } from '../data/query-string.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { postName } from '../post-name.ts'
import { isWeb } from '../ticket/facts.tsx'
import { clockTime, exactTime } from '../time.ts'
import style from './posts.module.css'
import { Sparkline } from './sparkline.tsx'

const COUNTS = ['reads', 'likes', 'comments', 'reposts'] as const

const count = (n: number | undefined) => (n === undefined ? '–' : n.toLocaleString('en'))

const nameOf = ({ title, platform, publishedAt, foundAt }: Published) =>
  postName({ title, platform, at: publishedAt ?? foundAt })

/** One post: what it is, how it fared, and how many of its comments we hold. */
export const PostCard = ({ row, now }: { row: Published; now: number }) => (
  <li className={style.card} data-post={row.id}>
    <div className={style.what}>
      <p className={style.name}>
        {isWeb(row.link) ? (
          <a href={row.link} target="_blank" rel="noreferrer" title={t('ticket.original')}>
            {nameOf(row)}
          </a>
        ) : (
          <span>{nameOf(row)}</span>
        )}
        {row.gone && <Gone gone={row.gone} now={now} />}
      </p>
      <p className={style.facts}>
        <span>{t(`platform.${row.platform}`)}</span>
        <span>{row.accountName}</span>
        <Time row={row} now={now} />
        <span>{t(`post.source.${row.source}`)}</span>
        <a href={handPlace(row)} onClick={plainly(() => addUnder(row))}>
          {t('hand')}
        </a>
      </p>
    </div>
    <dl className={style.counts} title={row.counts && t('post.counted', { at: clockTime(row.counts.at, now) })}>
      {COUNTS.map(what => (
        <div key={what} title={row.counts?.[what] === undefined ? t('post.untold') : undefined}>
          <dt>{t(`post.${what}`)}</dt>
          <dd>{count(row.counts?.[what])}</dd>
        </div>
      ))}
      <Collected row={row} />
    </dl>
    <span className={style.trendBox}>
      <Sparkline looks={row.looks} />
    </span>
  </li>
)

const handPlace = (row: Published) => `?${new URLSearchParams({ hand: row.id })}`

function addUnder(row: Published): void {
  visit('')
  go({ hand: row.id })
}

const Time = ({ row: { publishedAt, foundAt }, now }: { row: Published; now: number }) => {
  const at = publishedAt ?? foundAt
  return (
    <time title={exactTime(at)}>
      {t(publishedAt === undefined ? 'post.found' : 'post.published', { at: clockTime(at, now) })}
    </time>
  )
}

const Gone = ({ gone: { since, code }, now }: { gone: NonNullable<Published['gone']>; now: number }) => (
  <span title={t('post.gone-since', { at: clockTime(since, now), code: code ?? '' })}>
    <ToneMark tone="late">{t('post.gone')}</ToneMark>
  </span>
)

/** Ours beside theirs; the gap in words. */
const Collected = ({ row: { held, gap, counts } }: { row: Published }) => (
  <div className={gap ? style.late : undefined}>
    <dt>{t('post.collected')}</dt>
    <dd>
      {counts?.comments === undefined ? count(held) : `${count(held)} / ${count(counts.comments)}`}
      {gap ? <span className={style.gap}>{t('post.gap', { gap: count(gap) })}</span> : null}
    </dd>
  </div>
)
