import { useQueryClient } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useEffect } from 'react'
import { useLiveOf } from '../data/live.ts'
import { renewTicket, useTicket } from '../data/tickets.ts'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { learnWords, t } from '../language.ts'
import { TRIAGE_WORDS } from '../words-triage.ts'
import { RevealNote } from './reveal/reveal-note.tsx'
import { useReveal } from './reveal/use-reveal.ts'
import style from './ticket.module.css'
import { TicketSheet } from './ticket-sheet.tsx'

learnWords(TRIAGE_WORDS)

type TicketPaneProps = { id: string | undefined; me: string; now: number; onBack: () => void }

export const TicketPane = ({ id, me, now, onBack }: TicketPaneProps) => (
  <section className={style.pane} aria-label={t('ticket')}>
    {id === undefined ? (
      <Notice title={t('ticket.none')} hint={t('ticket.none-hint')} />
    ) : (
      <OpenTicket key={id} id={id} me={me} now={now} onBack={onBack} />
    )}
  </section>
)

function OpenTicket({ id, me, now, onBack }: TicketPaneProps & { id: string }) {
  const client = useQueryClient()
  const { data, error, refetch } = useTicket(id)
  const heard = useLiveOf(({ rows }) => rows.get(id)?.row.n ?? 0)
  const stale = data !== undefined && heard > data.n
  useEffect(() => {
    if (stale) renewTicket(client, id)
  }, [stale, client, id])
  const reveal = useReveal(data)
  if (reveal.shown)
    return <TicketSheet view={reveal.shown} note={<RevealNote reveal={reveal} />} me={me} now={now} onBack={onBack} />
  if (error) return <Failed title={t('ticket.failed')} error={error} onRetry={refetch} />
  return (
    <div className={style.waiting}>
      <Skeleton active paragraph={{ rows: 8 }} />
    </div>
  )
}
