import type { TicketRow, TicketView } from '@huiyin/schemas/api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Act } from '../data/acts.ts'
import { go } from '../data/address.ts'
import { visit } from '../data/query-string.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { t } from '../language.ts'
import type { Changes } from '../ticket/correct/corrections.ts'
import { ReviewBanner } from '../ticket/correct/review-banner.tsx'
import { TroubleNote } from '../ticket/trouble.tsx'
import { doneWords } from '../ticket/undo/done-words.ts'
import { useActs } from '../ticket/use-acts.ts'
import { Citizen } from './citizen.tsx'
import { DeskHead } from './desk-head.tsx'
import type { Way } from './pile.tsx'
import style from './reviews.module.css'
import { useFreshTicket } from './use-fresh-ticket.ts'

type DeskProps = { row: TicketRow; way: Way; now: number }

/** What a citizen said, and what the house takes it for: right, or something else. */
export function JudgeDesk({ row, way, now }: DeskProps) {
  const { data, error, refetch, stale } = useFreshTicket(row)
  if (error && !data) return <Failed title={t('ticket.failed')} error={error} onRetry={refetch} />
  if (!data || stale) return <Loading />
  return <Open view={data} way={way} now={now} />
}

function Open({ view, way, now }: { view: TicketView; way: Way; now: number }) {
  const client = useQueryClient()
  const acts = useActs(view, false)
  const busy = acts.busy !== undefined
  const run = async (act: Act) => {
    if (busy || !(await acts.run(act))) return
    way.onDecided({ words: doneWords('correct'), view: client.getQueryData<TicketView>(['ticket', view.id]) ?? view })
  }
  const give = (changes: Changes) => run({ kind: 'correct', body: changes })
  const label = (of: NonNullable<Changes['label']>) => () => (view.review ? give({ label: of }) : false)
  useShortcuts(
    {
      assign: label(view.label),
      inquiry: label('inquiry'),
      suggestion: label('suggestion'),
      complaint: label('complaint'),
      other: label('other'),
      back: way.onBack
    },
    { means: { assign: t('reviews.means-judge') } }
  )
  const openTicket = () => {
    visit('')
    go({ tab: 'all', ticket: view.id }, { replace: true })
  }
  return (
    <>
      <DeskHead view={view} now={now} onBack={way.onBack} />
      <div className={style.scroll}>
        <Citizen view={view} now={now} />
      </div>
      <footer className={style.foot}>
        {acts.trouble && (
          <TroubleNote trouble={acts.trouble} now={now} busy={busy} onRetry={run} onReload={acts.take} />
        )}
        {view.review ? (
          <ReviewBanner view={view} busy={busy} onGive={give} onMore={openTicket} />
        ) : (
          <Notice title={t('reviews.gone')} hint={t('reviews.gone-hint')}>
            <Button onClick={() => way.onDecided({ words: t('reviews.gone'), view })}>{t('reviews.next')}</Button>
          </Notice>
        )}
      </footer>
    </>
  )
}
