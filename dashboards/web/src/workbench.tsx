import type { Session } from '@huiyin/schemas/api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { go, usePlace } from './data/address.ts'
import { listen, useLiveOf } from './data/live.ts'
import { isOpen, useQueryString, viewOf, visit } from './data/query-string.ts'
import { useRenewal } from './data/renewal.ts'
import { useNow } from './data/server-time.ts'
import { actionOfView, type View } from './data/views.ts'
import { Header, LostBanner } from './frame/header.tsx'
import { Loading } from './frame/loading.tsx'
import { Notice } from './frame/notice.tsx'
import { Rail } from './frame/rail.tsx'
import { ItemsBanner } from './items/items-banner.tsx'
import { KeysHelp } from './keys/help.tsx'
import { t } from './language.ts'
import { ListPane } from './list/list-pane.tsx'
import { Overview } from './overview/overview.tsx'
import { SsoNote } from './sign-in/sso-note.tsx'
import { TicketPane } from './ticket/ticket-pane.tsx'
import { LATER, type ViewProps } from './views.tsx'
import style from './workbench.module.css'

const HandPane = lazy(async () => ({ default: (await import('./hand/hand-pane.tsx')).HandPane }))
const BulkPane = lazy(async () => ({ default: (await import('./bulk/bulk-pane.tsx')).BulkPane }))

const Invite = lazy(async () => ({ default: (await import('./welcome/invite.tsx')).Invite }))

const COUNTED = [['counts'], ['queues']]

/** The operators' page: one of its views under the header, and the ticket that is open at the right. */
export function Workbench({ session, onSignOut }: { session: Session; onSignOut: () => Promise<void> }) {
  const search = useQueryString()
  const view = viewOf(search)
  const now = useNow()
  const connection = useLiveOf(live => live.connection)
  const lostAt = useLiveOf(live => live.lostAt)
  const gaps = useLiveOf(live => live.gaps)
  const client = useQueryClient()

  useEffect(listen, [])
  useEffect(() => {
    if (location.search === '' && looksOnly(session.may)) visit('?view=overview', { replace: true })
  }, [session.may])
  useEffect(() => {
    if (gaps === 0) return
    client.invalidateQueries({ queryKey: ['ticket'] })
  }, [gaps, client])
  useRenewal(COUNTED)

  return (
    <div className={style.page} data-view={view} data-open={isOpen(search)}>
      <Header session={session} connection={connection} onSignOut={onSignOut} />
      <SsoNote />
      <ItemsBanner />
      {session.may.includes('settings.configure') && (
        <Suspense fallback={null}>
          <Invite demo={session.demo} />
        </Suspense>
      )}
      <KeysHelp />
      <div className={style.body}>
        <Rail view={view} may={session.may} />
        <div className={style.work}>
          {connection === 'lost' ? (
            <LostBanner at={lostAt} now={now} />
          ) : (
            view === 'tickets' && <Overview now={now} onChoose={change => go(change)} />
          )}
          <main className={style.panes}>
            <Suspense fallback={<Loading />}>
              <Shown view={view} may={session.may} me={session.actor.name} now={now} demo={session.demo} />
            </Suspense>
          </main>
        </div>
      </div>
    </div>
  )
}

/** Leaders look at numbers first, who works at the tickets at those. */
const looksOnly = (may: Session['may']) => may.includes('board.read') && !may.includes('ticket.acknowledge')

/** One's own views come whole; of those of others it is said what is missing. */
function Shown({ view, may, ...given }: ViewProps & { view: View; may: Session['may'] }) {
  if (!may.includes(actionOfView(view))) return <Notice title={t('view.not-yours')} hint={t('view.not-yours-hint')} />
  if (view === 'tickets') return <TicketsView {...given} />
  const Later = LATER[view]
  return <Later {...given} />
}

/** The list at the left, the open ticket at the right; one after the other on a phone. */
function TicketsView({ me, now }: Pick<ViewProps, 'me' | 'now'>) {
  const place = usePlace()
  return (
    <>
      <ListPane place={place} now={now} />
      {place.open ? (
        <BulkPane what={place.open} now={now} onClose={() => go({ open: undefined })} />
      ) : place.hand ? (
        <HandPane under={place.hand} now={now} onClose={() => go({ hand: undefined })} />
      ) : (
        <TicketPane id={place.ticket} me={me} now={now} onBack={() => go({ ticket: undefined })} />
      )}
    </>
  )
}
