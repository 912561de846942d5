import type { TicketView } from '@huiyin/schemas/api.ts'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Act } from '../data/acts.ts'
import { type Composition, useDraft } from '../data/drafts.ts'
import { usePresence } from '../data/presence.ts'
import { serverNow } from '../data/server-time.ts'
import { ActForm } from '../form/act-form.tsx'
import { perform as press, useShortcuts } from '../keys/use-shortcuts.ts'
import { takeWish } from '../keys/wishes.ts'
import { CaseDesk, CaseRecord } from './case/case-panel.tsx'
import { Clocks } from './clocks/clocks.tsx'
import { ContextBar } from './context/context-bar.tsx'
import { Correcting } from './correct/correcting.tsx'
import { useCorrection } from './correct/use-correction.ts'
import { isDealtWith } from './dealt-with.ts'
import { DeskProvider } from './desk.ts'
import { Facts } from './facts.tsx'
import { Head } from './head.tsx'
import { History } from './history.tsx'
import { Links, MergedBanner } from './links/links.tsx'
import { NeedsBanner } from './needs-banner.tsx'
import { NextOffer } from './next-offer.tsx'
import { LockBanner } from './reply/lock-banner.tsx'
import { ReplyBox } from './reply/reply-box.tsx'
import { Thread } from './thread.tsx'
import style from './ticket.module.css'
import { keepKeys, toTheList } from './to-the-list.ts'
import { Behind, TroubleNote } from './trouble.tsx'
import { UndoBar, type Undone } from './undo/undo-bar.tsx'
import { lastToSpeak, useActs } from './use-acts.ts'
import { useAsking } from './use-asking.ts'
import { Files } from './work/files.tsx'
import { Notes } from './work/notes.tsx'

const SAID = 15_000 // ms: so long it stands there that something was taken back

type Sheet = {
  view: TicketView
  /** What is to be known before it is read. */
  note: ReactNode
  me: string
  now: number
  onBack: () => void
}

/** A whole ticket: what was said, how it stands, and what one can do about it. */
export function TicketSheet({ view, note, me, now, onBack }: Sheet) {
  const { draft, set: setDraft, clear } = useDraft(view.id)
  const { asking, ask, end } = useAsking()
  const foot = useRef<HTMLElement>(null)
  const writing = draft.text.trim() !== '' || asking !== undefined
  const acts = useActs(view, writing)
  const others = usePresence(view.id, writing ? 'writing' : 'reading')
  const [undone, setUndone] = useState<Undone>()
  const [dealtWith, setDealtWith] = useState(false)
  const reply = () => {
    const at = foot.current?.querySelector<HTMLElement>('textarea') ?? foot.current?.querySelector('button')
    return at ? at.focus() : false
  }
  useShortcuts({ reply, back: () => toTheList(foot.current, onBack) })
  const correction = useCorrection(view, me, acts)
  const { shown } = correction
  useEffect(() => {
    const wish = takeWish(view.id)
    if (wish !== undefined) press(wish)
  }, [view.id])

  const perform = async (act: Act): Promise<boolean> => {
    const takes = act.kind === 'undo' ? view.undo?.type : undefined
    setUndone(undefined)
    if (act.kind === 'correct') return correction.give(act.body)
    if (!(await acts.run(act))) return false
    setDealtWith(isDealtWith(act.kind))
    setUndone(takes === undefined ? undefined : { type: takes, until: serverNow() + SAID })
    if (act.kind === 'replies' || (act.kind === 'attested' && act.body.reply === undefined)) clear()
    end()
    setTimeout(keepKeys) // once what was asked is gone
    return true
  }
  const write = (next: Composition) => {
    setDraft(next)
    end()
    setTimeout(() => foot.current?.querySelector('textarea')?.focus()) // once it is there again
  }

  return (
    <DeskProvider
      value={{
        ...{ view: shown, now, seen: acts.seen, others, busy: acts.busy },
        ...{ act: perform, take: acts.take, ask, write }
      }}
    >
      <Head
        view={shown}
        me={me}
        now={now}
        saving={correction.saving}
        onCorrect={() => correction.begin()}
        onBack={onBack}
      />
      <Correcting view={shown} correction={correction} busy={acts.busy !== undefined} />
      <div className={style.scroll}>
        {note}
        <MergedBanner />
        <LockBanner />
        <NeedsBanner />
        <Facts view={shown} now={now} />
        <Clocks />
        <CaseDesk />
        <Thread view={shown} now={now} onCorrect={comment => correction.begin(comment)} />
        <ContextBar />
        <Notes />
        <CaseRecord />
        <Files />
        <Links />
        <History events={view.history} now={now} />
      </div>
      <footer className={style.foot} ref={foot}>
        {acts.trouble && (
          <TroubleNote
            trouble={acts.trouble}
            now={now}
            busy={acts.busy !== undefined}
            onRetry={perform}
            onReload={acts.take}
          />
        )}
        {acts.behind && <Behind who={lastToSpeak(view)} onSeen={acts.catchUp} />}
        <UndoBar undone={undone} />
        {dealtWith && <NextOffer />}
        {asking ? (
          <ActForm key={asking.id} spec={asking} busy={acts.busy !== undefined} onGive={perform} onCancel={end} />
        ) : (
          <ReplyBox draft={draft} onChange={setDraft} />
        )}
      </footer>
    </DeskProvider>
  )
}
