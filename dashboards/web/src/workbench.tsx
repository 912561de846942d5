import type { Session } from '@huiyin/schemas/api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { go, usePlace } from './data/address.ts'
import { listen, useLive } from './data/live.ts'
import { useQueryString, viewOf } from './data/query-string.ts'
import { useNow } from './data/server-time.ts'
import { Header, LostBanner } from './frame/header.tsx'
import { Loading } from './frame/loading.tsx'
import { ListPane } from './list/list-pane.tsx'
import { Overview } from './overview/overview.tsx'
import { TicketPane } from './ticket/ticket-pane.tsx'
import style from './workbench.module.css'

const CommentsView = lazy(async () => ({ default: (await import('./comments/comments-view.tsx')).CommentsView }))

/** The operators' page: one of its views under the header, and the ticket that is open at the right. */
export function Workbench({ session, onSignOut }: { session: Session; onSignOut: () => Promise<void> }) {
  const search = useQueryString()
  const view = viewOf(search)
  const isOpen = new URLSearchParams(search).has('ticket')
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
    <div className={style.page} data-view={view} data-open={isOpen}>
      <Header session={session} view={view} connection={connection} onSignOut={onSignOut} />
      {connection === 'lost' ? (
        <LostBanner at={lostAt} now={now} />
      ) : (
        view === 'tickets' && <Overview now={now} onChoose={change => go(change)} />
      )}
      <main className={style.panes}>
        {view === 'tickets' ? (
          <TicketsView me={session.actor.name} now={now} />
        ) : (
          <Suspense fallback={<Loading />}>
            <CommentsView me={session.actor.name} now={now} />
          </Suspense>
        )}
      </main>
    </div>
  )
}

/** The list at the left, the open ticket at the right; one after the other on a phone. */
function TicketsView({ me, now }: { me: string; now: number }) {
  const place = usePlace()
  return (
    <>
      <ListPane key={place.tab} place={place} now={now} />
      <TicketPane id={place.ticket} me={me} now={now} onBack={() => go({ ticket: undefined })} />
    </>
  )
}
