import type { TicketView } from '@huiyin/schemas/api.ts'
import { useState } from 'react'
import type { Act } from '../data/acts.ts'
import { useDraft } from '../data/drafts.ts'
import { t } from '../language.ts'
import { Clocks } from './clocks.tsx'
import { Correcting } from './correct/correcting.tsx'
import { useCorrection } from './correct/use-correction.ts'
import { Facts } from './facts.tsx'
import { Head } from './head.tsx'
import { History } from './history.tsx'
import { ReasonForm } from './reason-form.tsx'
import { ReplyBox } from './reply-box.tsx'
import { Thread } from './thread.tsx'
import style from './ticket.module.css'
import { Behind, TroubleNote } from './trouble.tsx'
import { lastToSpeak, useActs } from './use-acts.ts'

type Sheet = { view: TicketView; me: string; now: number; onBack: () => void }

/** A whole ticket: what was said, how it stands, and what one can do about it. */
export function TicketSheet({ view, me, now, onBack }: Sheet) {
  const [draft, setDraft] = useDraft(view.id)
  const [asking, setAsking] = useState<'dismiss' | 'reopen'>()
  const acts = useActs(view, draft.trim() !== '' || asking !== undefined)
  const correction = useCorrection(view, me, acts)
  const { shown } = correction

  const perform = async (act: Act) => {
    if (act.kind === 'correct') return correction.give(act.body)
    if (!(await acts.run(act))) return
    if (act.kind === 'replies') setDraft('')
    else setAsking(undefined)
  }

  return (
    <>
      <Head
        view={shown}
        me={me}
        now={now}
        saving={correction.saving}
        busy={acts.busy}
        onAct={perform}
        onAsk={setAsking}
        onCorrect={() => correction.begin()}
        onBack={onBack}
      />
      <Correcting view={shown} correction={correction} busy={acts.busy !== undefined} />
      <div className={style.scroll}>
        <Facts view={shown} now={now} />
        <Clocks clocks={view.clocks} now={now} />
        <Thread view={shown} now={now} onTakeBack={setDraft} onCorrect={correction.begin} />
        <History events={view.history} now={now} />
      </div>
      <footer className={style.foot}>
        {acts.trouble && (
          <TroubleNote trouble={acts.trouble} busy={acts.busy !== undefined} onRetry={perform} onReload={acts.take} />
        )}
        {acts.behind && <Behind who={lastToSpeak(view)} onSeen={acts.catchUp} />}
        {asking ? (
          <ReasonForm
            title={t(`act.${asking}-title`)}
            choices={asking === 'dismiss'}
            busy={acts.busy === asking}
            onGive={reason => perform({ kind: asking, body: { reason } })}
            onCancel={() => setAsking(undefined)}
          />
        ) : (
          <ReplyBox
            view={view}
            draft={draft}
            busy={acts.busy === 'replies'}
            onChange={setDraft}
            onSend={() => perform({ kind: 'replies', body: { text: draft.trim() } })}
          />
        )}
      </footer>
    </>
  )
}
