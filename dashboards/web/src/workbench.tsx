import type { Session } from '@huiyin/schemas/api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { go, usePlace } from './data/address.ts'
import { listen, useLive } from './data/live.ts'
import { useNow } from './data/server-time.ts'
import { Header, LostBanner } from './frame/header.tsx'
import { ListPane } from './list/list-pane.tsx'
import { Overview } from './overview/overview.tsx'
import { TicketPane } from './ticket/ticket-pane.tsx'
import style from './workbench.module.css'

/** The operators' page: the list at the left, the open ticket at the right; one after the other on a phone. */
export function Workbench({ session, onSignOut }: { session: Session; onSignOut: () => Promise<void> }) {
  const place = usePlace()
  const now = useNow()
  const { connection, lostAt, gaps, rows } = useLive()
  const client = useQueryClient()

  useEffect(listen, [])
  useEffect(() => {
    if (gaps === 0) return
    client.invalidateQueries({ queryKey: ['ticket'] })
    client.invalidateQueries({ queryKey: ['counts'] })
  }, [gaps, client])
  useEffect(() => {
    const soon = setTimeout(() => client.invalidateQueries({ queryKey: ['counts'] }), rows.size > 0 ? 1_000 : 0)
    return () => clearTimeout(soon)
  }, [rows, client])

  return (
    <div className={style.page} data-open={place.ticket !== undefined}>
      <Header session={session} connection={connection} onSignOut={onSignOut} />
      {connection === 'lost' ? (
        <LostBanner at={lostAt} now={now} />
      ) : (
        <Overview now={now} onChoose={change => go(change)} />
      )}
      <main className={style.panes}>
        <ListPane key={place.tab} place={place} now={now} />
        <TicketPane id={place.ticket} me={session.actor.name} now={now} onBack={() => go({ ticket: undefined })} />
      </main>
    </div>
  )
}
