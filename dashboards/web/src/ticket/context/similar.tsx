import type { ReplyView, TicketRow } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTicket } from '../../data/tickets.ts'
import { t } from '../../language.ts'
import { problemWords } from '../../problem-words.ts'
import { clockTime } from '../../time.ts'
import { timeOf } from '../conversation.ts'
import { mayDo, useDesk } from '../desk.ts'
import style from './context.module.css'
import { Answer, Others } from './others.tsx'
import { useSimilar } from './use-context.ts'

const AT_ONCE = 3 // answers that are shown without being asked for

/** What others said of the same matter, and how they were answered. */
export function Similar() {
  const { view } = useDesk()
  const list = useSimilar(view.id)
  const answered = (list.data ?? []).filter(({ status }) => status === 'answered').slice(0, AT_ONCE)
  return (
    <Others list={list} nothing={t('context.similar-none')}>
      {row => <Answers row={row} atOnce={answered.includes(row)} />}
    </Others>
  )
}

/** Those that the public could read. */
const isPublic = ({ state }: ReplyView) => state === 'confirmed' || state === 'sent'

function Answers({ row, atOnce }: { row: TicketRow; atOnce: boolean }) {
  const [asked, setAsked] = useState(atOnce)
  if (row.status !== 'answered' && row.status !== 'handling') return null
  if (asked) return <Loaded id={row.id} />
  return (
    <button type="button" className={style.quiet} onClick={() => setAsked(true)}>
      {t('context.answer')}
    </button>
  )
}

function Loaded({ id }: { id: string }) {
  const { view, now, write } = useDesk()
  const { data, error } = useTicket(id)
  if (error) return <p className={style.faint}>{problemWords(error)}</p>
  if (!data) return <p className={style.faint}>{t('app.loading')}</p>
  const replies = data.replies.filter(isPublic)
  if (replies.length === 0) return <p className={style.faint}>{t('context.no-answer')}</p>
  return replies.slice(-2).map(reply => (
    <Answer key={reply.id} who={reply.author.name} at={clockTime(timeOf(reply), now)} text={reply.text}>
      {mayDo(view, 'reply.draft') && (
        <Button size="small" type="link" onClick={() => write({ text: reply.text, kind: reply.kind })}>
          {t('context.use')}
        </Button>
      )}
    </Answer>
  ))
}
