import type { CitedComment, ReportDocument } from '@huiyin/schemas/report.ts'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, told } from '../data/http.ts'
import { useMay } from '../data/may.ts'
import { visit } from '../data/query-string.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { isWeb } from '../ticket/facts.tsx'
import { exactTime } from '../time.ts'
import style from './evidence.module.css'
import { whereOf } from './where.ts'

const MOST = 200

/** The ticket of a comment; undefined where it has none. Comments of one instant and account are few. */
async function ticketOf({ id, platform, account, publishedAt }: CitedComment): Promise<string | undefined> {
  const query = { platform: [platform], account: [account], from: publishedAt, to: publishedAt + 1, atMost: MOST }
  const { rows } = await told(api.GET('/api/comments', { params: { query } }))
  return rows.find(row => row.id === id)?.ticket
}

type SourceProps = { id: string; document: ReportDocument }

/** A comment that a sentence stands on, and the ways to it. */
export function CommentSource({ id, document }: SourceProps) {
  const comment = document.comments.find(one => one.id === id)
  const reads = useMay()('comment.read')
  const find = useMutation({
    mutationFn: ticketOf,
    onSuccess: ticket => {
      if (ticket !== undefined) visit(`?${new URLSearchParams({ tab: 'all', ticket })}`)
    }
  })
  if (!comment) return <li className={style.comment}>{t('report.comment-gone', { id })}</li>
  return (
    <li className={style.comment}>
      <p lang="zh">{comment.text}</p>
      <p className={style.ways}>
        <span title={exactTime(comment.publishedAt)}>{whereOf(document, comment)}</span>
        {reads && (
          <Button size="small" loading={slowly(find.isPending)} onClick={() => find.mutate(comment)}>
            {t('comments.ticket')}
          </Button>
        )}
        {isWeb(comment.link) && (
          <a href={comment.link} target="_blank" rel="noreferrer">
            {t('ticket.original')}
          </a>
        )}
      </p>
      {find.isSuccess && find.data === undefined && <p className={style.hint}>{t('report.no-ticket')}</p>}
      {find.error && <p className={style.hint}>{problemWords(find.error)}</p>}
    </li>
  )
}
