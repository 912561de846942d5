import type { ThreadComment, TicketView } from '@huiyin/schemas/api.ts'
import { segment } from '../data/acts.ts'
import { t } from '../language.ts'
import { clockTime, exactTime } from '../time.ts'
import { CommentActs } from './comment-acts.tsx'
import { conversation, type Said, type SentReply, setAside, timeOf } from './conversation.ts'
import { ReplyState } from './reply/reply-state.tsx'
import style from './ticket.module.css'
import { JudgedWords } from './why/judged-words.tsx'
import { judgementOf } from './why/judgement.ts'

type ThreadProps = {
  view: TicketView
  now: number
  /** Opens the corrections of one of the citizen's turns. */
  onCorrect: (comment: string) => void
}

export const Thread = ({ view, now, onCorrect }: ThreadProps) => (
  <section aria-label={t('ticket.thread')}>
    <h3 className={style.title}>{t('ticket.thread')}</h3>
    <ol className={style.thread}>
      {conversation(view).map(said => (
        <li
          key={said.by === 'comment' ? said.comment.id : said.reply.id}
          className={isOurs(said) ? style.ours : style.theirs}
        >
          {said.by === 'comment' ? (
            <CommentBody
              comment={said.comment}
              own={said.comment.author === view.citizen}
              now={now}
              {...(isTurn(view, said.comment) && {
                corrected: view.corrected,
                onCorrect: () => onCorrect(said.comment.id)
              })}
            />
          ) : (
            <ReplyBody reply={said.reply} now={now} />
          )}
          {said.reply && <ReplyState reply={said.reply} />}
        </li>
      ))}
    </ol>
    <Earlier replies={setAside(view.replies)} now={now} />
  </section>
)

/** What was written and not sent. */
const Earlier = ({ replies, now }: { replies: readonly SentReply[]; now: number }) =>
  replies.length > 0 && (
    <details className={style.earlier}>
      <summary>{t('reply.earlier', { count: replies.length })}</summary>
      {replies.map(reply => (
        <div key={reply.id} className={style.ours}>
          <ReplyBody reply={reply} now={now} />
          <ReplyState reply={reply} />
        </div>
      ))}
    </details>
  )

/** One of the turns that this ticket is about. */
const isTurn = ({ turns }: TicketView, { id }: ThreadComment) =>
  turns.some(({ by, comment }) => by === 'citizen' && comment === id)

const isOurs = (said: Said) => said.by === 'reply' || said.comment.ours

type Byline = { who: string; at: number; now: number; facts?: (string | undefined)[] }

const Byline = ({ who, at, now, facts = [] }: Byline) => (
  <p className={style.byline}>
    <span className={style.author}>{who}</span>
    {facts.filter(Boolean).map(fact => (
      <span key={fact}>{fact}</span>
    ))}
    <time title={exactTime(at)}>{clockTime(at, now)}</time>
  </p>
)

type CommentProps = {
  comment: ThreadComment
  own: boolean
  now: number
  corrected?: TicketView['corrected']
  onCorrect?: () => void
}

function CommentBody({ comment, own, now, corrected, onCorrect }: CommentProps) {
  const { ours, author, text, firstText, publishedAt, state, likes, place, label } = comment
  const facts = [
    place,
    label && !ours && !corrected?.label ? t(`label.${label}`) : undefined,
    likes ? t('comment.likes', { count: likes }) : undefined,
    firstText === undefined ? undefined : t('comment.edited'),
    state === 'deleted' ? t('comment.deleted') : undefined
  ]
  const judgement = judgementOf(comment)
  const look = state === 'visible' ? style.words : style.removed
  const who = ours ? t('ticket.office') : (author ?? t('ticket.unnamed'))
  return (
    <div className={own ? style.own : undefined}>
      <Byline who={who} at={publishedAt} now={now} facts={facts} />
      {judgement ? (
        <JudgedWords text={text} className={look} of={judgement} correctedBy={corrected?.by} onCorrect={onCorrect} />
      ) : (
        <p className={look}>{state === 'erased' ? t('comment.erased') : text}</p>
      )}
      {firstText !== undefined && <p className={style.first}>{t('comment.first-text', { text: firstText })}</p>}
      {comment.screenshot && (
        <a
          className={style.picture}
          href={`/api/comments/screenshots/${segment(comment.id)}`}
          target="_blank"
          rel="noreferrer"
        >
          {t('comment.picture')}
        </a>
      )}
      {onCorrect && state === 'visible' && <CommentActs comment={comment} />}
    </div>
  )
}

const ReplyBody = ({ reply, now }: { reply: SentReply; now: number }) => (
  <div>
    <Byline
      who={t('ticket.office')}
      at={timeOf(reply)}
      now={now}
      facts={[t(`reply.kind.${reply.kind}`), t('reply.by', { who: reply.author.name })]}
    />
    <p className={style.words}>{reply.text}</p>
  </div>
)
