import type { ReportView } from '@huiyin/schemas/api-reports.ts'
import { useRef, useState } from 'react'
import { t } from '../language.ts'
import { SheetHead } from '../pane/sheet-head.tsx'
import { CorrectPart } from './correct-part.tsx'
import { Evidence } from './evidence.tsx'
import { InstructionsPart } from './instructions-part.tsx'
import { Paper } from './paper.tsx'
import type { ReportPlace } from './place.ts'
import { type Asking, ReportActs } from './report-acts.tsx'
import style from './reports.module.css'
import { Revisions } from './revisions.tsx'
import { SendPart } from './send-part.tsx'
import { Sendings } from './sendings.tsx'
import type { Shown } from './shown.ts'

type SheetProps = { view: ReportView; place: ReportPlace; now: number; onClose: () => void }

/** One report, to be read and handled. What stands under the pointer or the focus shows its sources beside it. */
export function ReportSheet({ view, place, now, onClose }: SheetProps) {
  const [asking, setAsking] = useState<Asking>()
  const [held, setHeld] = useState<Shown>()
  const [seen, setSeen] = useState<Shown>()
  const scroll = useRef<HTMLDivElement>(null)
  const ask = (what: Asking) => {
    setAsking(what)
    scroll.current?.scrollTo({ top: 0 })
  }
  const done = () => setAsking(undefined)
  return (
    <>
      <SheetHead title={view.document.title} lang="zh" back={t('report.back')} onClose={onClose}>
        <ReportActs view={view} now={now} asking={asking} onAsk={ask} />
      </SheetHead>
      <div className={style.reading}>
        <div className={style.scroll} ref={scroll}>
          {asking && (
            <div className={style.asking}>
              {asking === 'send' && <SendPart view={view} onDone={done} />}
              {asking === 'correct' && <CorrectPart view={view} place={place} onDone={done} />}
            </div>
          )}
          <Revisions view={view} place={place} />
          <InstructionsPart view={view} now={now} />
          <Paper view={view} held={held} onSee={setSeen} onHold={setHeld} />
          <Sendings view={view} now={now} />
        </div>
        <Evidence view={view} shown={held ?? seen} isHeld={held !== undefined} onLet={() => setHeld(undefined)} />
      </div>
    </>
  )
}
