import type { TicketView } from '@huiyin/schemas/api.ts'
import type { ReviewRow } from '@huiyin/schemas/api-desks.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Act } from '../data/acts.ts'
import { ActForm } from '../form/act-form.tsx'
import type { FormSpec } from '../form/spec.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { t } from '../language.ts'
import { TroubleNote } from '../ticket/trouble.tsx'
import { useActs } from '../ticket/use-acts.ts'
import { AskPart, RemovalPart } from './asked-parts.tsx'
import { Citizen } from './citizen.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { type Decision, decisionsOf } from './decisions.ts'
import { DeskHead } from './desk-head.tsx'
import type { Way } from './pile.tsx'
import { ReplyPart } from './reply-part.tsx'
import style from './reviews.module.css'
import { useFreshTicket } from './use-fresh-ticket.ts'

type DeskProps = { row: ReviewRow; way: Way; now: number }

/** One thing that waits, with all that one has to know to decide it. */
export function DecideDesk({ row, way, now }: DeskProps) {
  const { data, error, refetch, stale } = useFreshTicket(row.ticket)
  if (error && !data) return <Failed title={t('ticket.failed')} error={error} onRetry={refetch} />
  if (!data || (stale && !hasParts(row, data))) return <Loading />
  return <Open row={row} view={data} way={way} now={now} />
}

const hasParts = ({ kind, id }: ReviewRow, { replies, asks, moderation = [] }: TicketView) =>
  (kind === 'reply' ? replies : kind === 'ask' ? asks : moderation).some(one => one.id === id)

function Open({ row, view, way, now }: DeskProps & { view: TicketView }) {
  const client = useQueryClient()
  const [asking, setAsking] = useState<FormSpec>()
  const acts = useActs(view, asking !== undefined)
  const { yes, no } = decisionsOf(row, view)
  const busy = acts.busy !== undefined

  const give = async (act: Act, words: string) => {
    if (busy || !(await acts.run(act))) return
    way.onDecided({ words, view: client.getQueryData<TicketView>(['ticket', view.id]) ?? view })
  }
  const take = (decision: Decision | undefined) => {
    if (!decision || busy) return false
    if ('form' in decision) setAsking(decision.form)
    else void give(decision.act, decision.words)
  }
  useShortcuts(
    {
      assign: asking ? undefined : () => take(yes),
      reply: asking ? undefined : () => take(no),
      back: () => (asking ? setAsking(undefined) : way.onBack())
    },
    { means: { assign: t('reviews.means-yes'), reply: t('reviews.means-no') } }
  )

  return (
    <>
      <DeskHead view={view} now={now} onBack={way.onBack} />
      <div className={style.scroll}>
        <Citizen view={view} now={now} />
        {row.kind === 'reply' && <ReplyPart id={row.id} view={view} now={now} />}
        {row.kind === 'ask' && <AskPart id={row.id} view={view} now={now} />}
        {row.kind === 'removal' && <RemovalPart id={row.id} view={view} now={now} />}
      </div>
      <footer className={style.foot}>
        {acts.trouble && (
          <TroubleNote
            trouble={acts.trouble}
            now={now}
            busy={busy}
            onRetry={act => give(act, yes?.words ?? '')}
            onReload={acts.take}
          />
        )}
        {!yes && !no ? (
          <Notice title={t('reviews.gone')} hint={t('reviews.gone-hint')}>
            <Button onClick={() => way.onDecided({ words: t('reviews.gone'), view })}>{t('reviews.next')}</Button>
          </Notice>
        ) : asking ? (
          <ActForm
            key={asking.id}
            spec={asking}
            busy={busy}
            onGive={act => give(act, asking.submit ?? asking.title)}
            onCancel={() => setAsking(undefined)}
          />
        ) : (
          <DecisionBar yes={yes} no={no} busy={acts.busy} onTake={take} />
        )}
      </footer>
    </>
  )
}
