import type { IncidentThen, IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { language, t } from '../language.ts'
import card from '../pane/card.module.css'
import { clockTime } from '../time.ts'
import { Curve } from './curve.tsx'
import { Figure } from './figures.tsx'
import { IncidentLevel, StateMark, TrendMark } from './incident-marks.tsx'
import style from './sheet.module.css'
import line from './timeline.module.css'
import { shareOf } from './why-words.ts'

/** `whole`: how it went until now. */
type ThenProps = { then: IncidentThen; whole: IncidentThen | undefined; view: IncidentView; now: number }

/** How it stood at a moment: level, numbers, curve, and what had been done by then. */
export function Then({ then, whole = then, view, now }: ThenProps) {
  const { figures, steps, statements, instructions, late } = then
  const begun = view.steps.filter(({ id, track }) => id in steps || isBegun(view, track, then.at))
  const done = begun.filter(({ id }) => (steps[id] ?? 'open') !== 'open').length
  const said = Object.values(statements)
  const given = Object.values(instructions)
  return (
    <div className={line.then}>
      <dl className={style.figures}>
        <Figure name={t('incident.comments')} value={figures.comments.toLocaleString('en')} />
        {figures.people > 0 && <Figure name={t('incident.people')} value={figures.people.toLocaleString('en')} />}
        <Figure
          name={t('incident.negative')}
          value={`${figures.negative} · ${shareOf(figures.negative, figures.comments)}%`}
        />
        <Figure name={t('incident.urgent')} value={figures.urgent} />
        <Figure name={t('incident.accounts')} value={figures.accounts} />
        <Figure name={t('replay.steps')} value={t('incident.steps.done', { done, all: begun.length })} />
        <Figure
          name={t('replay.statements')}
          value={t('replay.statements-of', {
            count: said.length,
            published: said.filter(state => state === 'published' || state === 'confirmed').length
          })}
        />
        {given.length > 0 && (
          <Figure
            name={t('replay.instructions')}
            value={t('replay.instructions-of', { count: given.length, done: given.filter(Boolean).length })}
          />
        )}
        <Figure name={t('replay.notes')} value={then.notes} />
        <Figure name={t('replay.received')} value={then.received} />
        {late.length > 0 && <Figure name={t('replay.late')} value={late.map(id => lateName(view, id)).join(' · ')} />}
        {then.mutedUntil !== undefined && (
          <Figure name={t('incident.act.mute')} value={t('timeline.until', { at: clockTime(then.mutedUntil, now) })} />
        )}
      </dl>
      <Curve points={whole.curve} reached={whole.curve.filter(({ n }) => n <= then.n).length} now={now} />
    </div>
  )
}

const lateName = ({ tracks }: IncidentView, id: string) => tracks.find(track => track.id === id)?.name[language()] ?? id

/** Its deadline was running by then; what has none was there from the beginning. */
const isBegun = ({ tracks }: IncidentView, track: string | undefined, at: number) =>
  track === undefined || (tracks.find(({ id }) => id === track)?.startedAt ?? 0) <= at

/** How grave it was, and whether it went on. */
export const ThenMarks = ({ then }: { then: IncidentThen }) => (
  <p className={card.line} data-n={then.n}>
    <IncidentLevel level={then.level} />
    <StateMark state={then.state} />
    <TrendMark trend={then.trend} />
    <span className={style.quiet}>{t('incident.scale-of', { scale: t(`incident.scale.${then.scale}`) })}</span>
  </p>
)
