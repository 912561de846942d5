import type { CommentRow, TicketRow } from '@huiyin/schemas/api.ts'
import type { PostRow } from '@huiyin/schemas/api-intake.ts'
import type { SearchRow, SearchSnippet } from '@huiyin/schemas/api-search.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { LabelMark, LevelMark, Marks, SentimentMark } from '../marks/marks.tsx'
import { postName } from '../post-name.ts'
import { isWeb } from '../ticket/facts.tsx'
import { clockTime, exactTime } from '../time.ts'
import style from './find.module.css'
import { goFind } from './place.ts'

type FoundProps = { row: SearchRow; openTicket: string | undefined; hrefOf: (ticket: string) => string; now: number }

const nameOf = ({ title, platform, publishedAt, foundAt }: PostRow) =>
  postName({ title, platform, at: publishedAt ?? foundAt })

/** One find: what it is, the pieces of it that were looked for, and the way to its ticket. */
export function Found({ row, openTicket, hrefOf, now }: FoundProps) {
  const { ticket, comment, post, snippets } = row
  const way = ticket?.id ?? comment?.ticket
  return (
    <li className={style.found} aria-current={way !== undefined && way === openTicket}>
      {ticket && <TicketFacts row={ticket} now={now} />}
      {comment && <CommentFacts row={comment} now={now} />}
      {post && <PostFacts row={post} now={now} />}
      <Snippets
        snippets={snippets}
        otherwise={ticket?.excerpt ?? comment?.text ?? (post ? nameOf(post) : t('post.no-title'))}
      />
      {way !== undefined && (
        <a className={style.way} href={hrefOf(way)} onClick={plainly(() => goFind({ ticket: way }))}>
          {t('comments.ticket')}
        </a>
      )}
    </li>
  )
}

const When = ({ at, now }: { at: number; now: number }) => (
  <time className={style.time} title={exactTime(at)}>
    {clockTime(at, now)}
  </time>
)

const TicketFacts = ({ row, now }: { row: TicketRow; now: number }) => (
  <p className={style.facts}>
    <Marks row={row} />
    <span>{t(`status.${row.status}`)}</span>
    <span>{row.number}</span>
    <span>{t(`platform.${row.platform}`)}</span>
    <span>{row.accountName}</span>
    <When at={row.openedAt} now={now} />
  </p>
)

const CommentFacts = ({ row, now }: { row: CommentRow; now: number }) => (
  <p className={style.facts}>
    {row.risk && <LevelMark level={row.risk.level} score={row.risk.score} />}
    {row.label && <LabelMark label={row.label} />}
    {row.sentiment && <SentimentMark sentiment={row.sentiment} />}
    <span>{row.author ?? t('ticket.unnamed')}</span>
    <span>{t(`platform.${row.platform}`)}</span>
    <span>{row.accountName}</span>
    {row.postTitle && <span className={style.post}>{row.postTitle}</span>}
    <When at={row.publishedAt} now={now} />
  </p>
)

const PostFacts = ({ row, now }: { row: PostRow; now: number }) => (
  <p className={style.facts}>
    <span>{t(`platform.${row.platform}`)}</span>
    <span>{row.accountName}</span>
    {isWeb(row.link) && (
      <a href={row.link} target="_blank" rel="noreferrer">
        {t('ticket.original')}
      </a>
    )}
    <When at={row.publishedAt ?? row.foundAt} now={now} />
  </p>
)

const Snippets = ({ snippets, otherwise }: { snippets: readonly SearchSnippet[]; otherwise: string }) =>
  snippets.length === 0 ? (
    <p className={style.words}>{otherwise}</p>
  ) : (
    snippets.map(snippet => (
      <p className={style.words} key={snippet.text}>
        <Marked {...snippet} />
      </p>
    ))
  )

/** A text with its marks, which come in their order and do not overlap. */
function Marked({ text, marks }: SearchSnippet) {
  const ends = [0, ...marks.map(([, to]) => to)]
  return (
    <>
      {marks.map(([from, to], i) => (
        <span key={from}>
          {text.slice(ends[i], from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
