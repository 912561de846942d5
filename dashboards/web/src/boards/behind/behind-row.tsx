import type { BoardMood, BoardOverview, BoardRow } from '@huiyin/schemas/api-boards.ts'
import { CommentCard } from '../../comments/comment-card.tsx'
import { visit } from '../../data/query-string.ts'
import { plainly } from '../../frame/plainly.ts'
import { known, t } from '../../language.ts'
import { Row } from '../../list/row.tsx'
import { postName } from '../../post-name.ts'
import { isWeb } from '../../ticket/facts.tsx'
import { clockTime, exactTime } from '../../time.ts'
import { unitOf } from '../figure-words.ts'
import { type BoardPlace, changedPlace, formatBoardPlace, goTo } from '../place.ts'
import { inUnit } from '../said.ts'
import style from './behind.module.css'

type RowProps = { row: BoardRow; figure: string; board: BoardOverview | BoardMood; place: BoardPlace; now: number }

/** One thing that was counted, as its own list shows it, and how much it adds where that is not one. */
export function BehindRow({ row, figure, board, place, now }: RowProps) {
  const { at, value, ticket, comment, late, post, incident } = row
  const hrefOf = (id: string | undefined) => formatBoardPlace(changedPlace(place, { ticket: id }))
  const open = (id: string) => goTo(changedPlace(place, { ticket: id }))
  if (comment)
    return (
      <CommentCard
        row={comment}
        query={place.by === 'word' || place.by === 'topic' ? (place.key ?? '') : ''}
        open={comment.ticket !== undefined && comment.ticket === place.ticket}
        href={hrefOf(comment.ticket)}
        now={now}
        onOpen={open}
        note={late && t('counted.late')}
      />
    )
  if (ticket)
    return (
      <li data-row={ticket.id}>
        {value !== undefined && <Adds value={value} unit={unitOf(board.definitions, figure)} at={at} now={now} />}
        <Row
          row={ticket}
          gone={false}
          open={ticket.id === place.ticket}
          href={hrefOf(ticket.id)}
          now={now}
          onOpen={open}
        />
      </li>
    )
  if (post) return <Post post={post} at={at} now={now} />
  return incident ? <Incident incident={incident} at={at} now={now} /> : null
}

/** Of a time or a rating: how much it is, of when. */
const Adds = ({ value, unit, at, now }: { value: number; unit: string; at: number; now: number }) => (
  <p className={style.adds}>
    <strong>{inUnit(value, unit)}</strong>
    <time title={exactTime(at)}>{clockTime(at, now)}</time>
  </p>
)

type PostProps = { post: NonNullable<BoardRow['post']>; at: number; now: number }

const Post = ({ post, at, now }: PostProps) => (
  <li className={style.card} data-row={post.id}>
    {isWeb(post.link) ? (
      <a href={post.link} target="_blank" rel="noreferrer" title={t('ticket.original')}>
        {postName({ ...post, at })}
      </a>
    ) : (
      <span>{postName({ ...post, at })}</span>
    )}
    <p className={style.facts}>
      <span>{t(`platform.${post.platform}`)}</span>
      <span>{post.accountName}</span>
      <time title={exactTime(at)}>{clockTime(at, now)}</time>
    </p>
  </li>
)

type IncidentProps = { incident: NonNullable<BoardRow['incident']>; at: number; now: number }

function Incident({ incident, at, now }: IncidentProps) {
  const to = `?${new URLSearchParams({ view: 'incidents', open: incident.id })}`
  return (
    <li className={style.card} data-row={incident.id}>
      <a href={to} onClick={plainly(() => visit(to))}>
        {incident.title}
      </a>
      <p className={style.facts}>
        <span>{incident.number}</span>
        <span>{known(`level.${incident.level}`) ?? incident.level}</span>
        <time title={exactTime(at)}>{clockTime(at, now)}</time>
      </p>
    </li>
  )
}
