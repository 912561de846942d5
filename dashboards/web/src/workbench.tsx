import type { Session } from '@huiyin/schemas/api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { go, usePlace } from './data/address.ts'
import { listen, useLive } from './data/live.ts'
import { isOpen, useQueryString, type View, viewOf } from './data/query-string.ts'
import { useNow } from './data/server-time.ts'
import { Header, LostBanner } from './frame/header.tsx'
import { Loading } from './frame/loading.tsx'
import { ItemsBanner } from './items/items-banner.tsx'
import { ListPane } from './list/list-pane.tsx'
import { Overview } from './overview/overview.tsx'
import { SsoNote } from './sign-in/sso-note.tsx'
import { TicketPane } from './ticket/ticket-pane.tsx'
import style from './workbench.module.css'

const CommentsView = lazy(async () => ({ default: (await import('./comments/comments-view.tsx')).CommentsView }))
const PostsView = lazy(async () => ({ default: (await import('./posts/posts-view.tsx')).PostsView }))
const AccountsView = lazy(async () => ({ default: (await import('./accounts/accounts-view.tsx')).AccountsView }))
const PeopleView = lazy(async () => ({ default: (await import('./people/people-view.tsx')).PeopleView }))
const MeView = lazy(async () => ({ default: (await import('./me/me-view.tsx')).MeView }))
const HandPane = lazy(async () => ({ default: (await import('./hand/hand-pane.tsx')).HandPane }))

/** The operators' page: one of its views under the header, and the ticket that is open at the right. */
export function Workbench({ session, onSignOut }: { session: Session; onSignOut: () => Promise<void> }) {
  const search = useQueryString()
  const view = viewOf(search)
  const now = useNow()
  const { connection, lostAt, gaps, rows } = useLive()
  const client = useQueryClient()

  useEffect(listen, [])
  useEffect(() => {
    if (gaps === 0) return
    client.invalidateQueries({ queryKey: ['ticket'] })
    client.invalidateQueries({ queryKey: ['counts'] })
    client.invalidateQueries({ queryKey: ['queues'] })
  }, [gaps, client])
  useEffect(() => {
    const renew = () => {
      client.invalidateQueries({ queryKey: ['counts'] })
      client.invalidateQueries({ queryKey: ['queues'] })
    }
    const soon = setTimeout(renew, rows.size > 0 ? 1_000 : 0)
    return () => clearTimeout(soon)
  }, [rows, client])

  return (
    <div className={style.page} data-view={view} data-open={isOpen(search)}>
      <Header session={session} view={view} connection={connection} onSignOut={onSignOut} />
      <SsoNote />
      <ItemsBanner />
      {connection === 'lost' ? (
        <LostBanner at={lostAt} now={now} />
      ) : (
        view === 'tickets' && <Overview now={now} onChoose={change => go(change)} />
      )}
      <main className={style.panes}>
        <Suspense fallback={<Loading />}>
          <Shown view={view} me={session.actor.name} now={now} demo={session.demo} />
        </Suspense>
      </main>
    </div>
  )
}

type ShownProps = { view: View; me: string; now: number; demo: boolean }

function Shown({ view, me, now, demo }: ShownProps) {
  if (view === 'comments') return <CommentsView me={me} now={now} />
  if (view === 'posts') return <PostsView now={now} />
  if (view === 'accounts') return <AccountsView now={now} demo={demo} />
  if (view === 'people') return <PeopleView now={now} />
  if (view === 'me') return <MeView now={now} />
  return <TicketsView me={me} now={now} />
}

/** The list at the left, the open ticket at the right; one after the other on a phone. */
function TicketsView({ me, now }: { me: string; now: number }) {
  const place = usePlace()
  return (
    <>
      <ListPane key={place.tab} place={place} now={now} />
      {place.hand ? (
        <HandPane under={place.hand} now={now} onClose={() => go({ hand: undefined })} />
      ) : (
        <TicketPane id={place.ticket} me={me} now={now} onBack={() => go({ ticket: undefined })} />
      )}
    </>
  )
}
