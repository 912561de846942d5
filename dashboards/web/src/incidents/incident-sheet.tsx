import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import card from '../pane/card.module.css'
import { clockTime } from '../time.ts'
import { IncidentActs } from './incident-acts.tsx'
import { IncidentLevel, MoreMarks, StateMark, TrendMark } from './incident-marks.tsx'
import board from './incidents.module.css'
import { MembersPart } from './members-part.tsx'
import { OverviewPart } from './overview-part.tsx'
import { goIncident, type IncidentPlace, incidentHref, PARTS, type Part } from './place.ts'
import { PlanPart } from './plan-part.tsx'
import style from './sheet.module.css'
import { StatementsPart } from './statements-part.tsx'
import { TimelinePart } from './timeline-part.tsx'
import { type Acting, useIncidentAct } from './use-incident-act.ts'

export type PartProps = { view: IncidentView; acting: Acting; now: number }

type SheetProps = { view: IncidentView; place: IncidentPlace; stale: boolean; me: string; now: number }

/** One incident wholly: how it stands, what can be done, and one of its parts. */
export function IncidentSheet({ view, place, stale, me, now }: SheetProps) {
  const acting = useIncidentAct(view.id)
  return (
    <>
      <Head view={view} now={now} />
      <Parts view={view} part={place.part} />
      {stale && (
        <p className={board.stale} role="alert">
          {t('incidents.stale', { at: clockTime(view.now, now) })}
        </p>
      )}
      <div className={style.body} key={place.part}>
        {place.part !== 'timeline' && <IncidentActs view={view} acting={acting} now={now} />}
        {drawn(place, { view, acting, now }, me)}
      </div>
    </>
  )
}

function drawn({ part, n }: IncidentPlace, given: PartProps, me: string): ReactNode {
  if (part === 'plan') return <PlanPart {...given} />
  if (part === 'statements') return <StatementsPart {...given} me={me} />
  if (part === 'members') return <MembersPart {...given} />
  if (part === 'timeline') return <TimelinePart view={given.view} n={n} now={given.now} />
  return <OverviewPart {...given} />
}

const Head = ({ view, now }: { view: IncidentView; now: number }) => (
  <header className={style.head}>
    <div className={card.line}>
      <Button
        type="text"
        icon={<BackIcon />}
        aria-label={t('incidents.back')}
        className={style.back}
        onClick={() => goIncident({ open: undefined })}
      />
      <h2>{view.title}</h2>
      <span className={card.faint}>{view.number}</span>
    </div>
    <p className={card.line}>
      <IncidentLevel level={view.level} />
      <StateMark state={view.state} />
      {isLive(view) && <TrendMark trend={view.trend} />}
      <MoreMarks row={rowOf(view)} now={now} />
    </p>
  </header>
)

export const isLive = ({ state }: IncidentView) => state === 'open' || state === 'calm'

const rowOf = ({ urgent, late, muted, instructions }: IncidentView) => ({
  ...{ urgent, late, instructions: instructions.filter(({ done }) => !done).length },
  ...(muted && { mutedUntil: muted.until })
})

/** How much waits in a part. */
const countOf = ({ steps, statements, figures, instructions }: IncidentView, part: Part): number | undefined => {
  if (part === 'plan')
    return steps.filter(({ state }) => state === 'open').length + instructions.filter(one => !one.done).length
  if (part === 'statements') return statements.length
  return part === 'members' ? figures.comments : undefined
}

function Parts({ view, part: here }: { view: IncidentView; part: Part }) {
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    const current = bar.current?.querySelector(`[data-part="${here}"]`)
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }) // on a phone they do not fit beside each other
  }, [here])
  return (
    <nav className={style.parts} aria-label={t('incident.parts')} ref={bar}>
      {PARTS.map(part => {
        const count = countOf(view, part)
        return (
          <a
            key={part}
            data-part={part}
            href={incidentHref({ part })}
            aria-current={part === here ? 'page' : undefined}
            onClick={plainly(() => goIncident({ part }, { replace: true }))}
          >
            {t(`incident.part.${part}`)}
            {count !== undefined && count > 0 && <span className={board.howMany}>{count}</span>}
          </a>
        )
      })}
    </nav>
  )
}
