import type { Actor } from '@huiyin/schemas/actor.ts'
import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../data/may.ts'
import { serverNow } from '../data/server-time.ts'
import { useMe } from '../data/session.ts'
import { ActForm } from '../form/act-form.tsx'
import type { FormSpec } from '../form/spec.ts'
import { language, t } from '../language.ts'
import { TimeLeft } from '../marks/time-left.tsx'
import { ToneMark } from '../marks/tone.tsx'
import { clockTime } from '../time.ts'
import type { PartProps } from './incident-sheet.tsx'
import style from './sheet.module.css'
import { type IncidentDo, part } from './use-incident-act.ts'

type Step = IncidentView['steps'][number]

/** The checklist: a tick is kept at once and can be taken back; beside it what shows that it was done. */
export function Steps({ view, acting, now }: PartProps) {
  const handles = useMay()('incident.handle') && (view.state === 'open' || view.state === 'calm')
  const [asking, setAsking] = useState<{ step: string; form: FormSpec<IncidentDo> }>()
  const me = useMe()
  const give = (act: IncidentDo) => acting.mutate(act, { onSuccess: () => setAsking(undefined) })
  const tick = (step: Step) => {
    const state = step.state === 'open' ? 'done' : 'open'
    give({ kind: `steps/${part(step.id)}`, body: { state }, expects: ticked(step.id, state, me) })
  }
  const done = view.steps.filter(({ state }) => state !== 'open').length
  return (
    <section className={style.block} aria-label={t('incident.steps')}>
      <div className={style.blockHead}>
        <h3>{t('incident.steps')}</h3>
        {view.steps.length > 0 && (
          <span className={style.quiet}>{t('incident.steps.done', { done, all: view.steps.length })}</span>
        )}
      </div>
      {view.steps.length === 0 && <p className={style.quiet}>{t('incident.steps.none')}</p>}
      <ol className={style.stack}>
        {view.steps.map(step => (
          <li key={step.id} className={style.step} data-step={step.id} data-state={step.state}>
            <StepLine step={step} begun={begunAt(view, step)} handles={handles} now={now} onTick={() => tick(step)} />
            {handles && asking?.step !== step.id && (
              <span className={style.stepActs}>
                {asks(step).map(form => (
                  <Button key={form.id} size="small" type="text" onClick={() => setAsking({ step: step.id, form })}>
                    {form.title}
                  </Button>
                ))}
              </span>
            )}
            {asking?.step === step.id && (
              <ActForm
                key={asking.form.id}
                spec={asking.form}
                busy={acting.isPending}
                onGive={give}
                onCancel={() => setAsking(undefined)}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What the answer is going to say, but for its number. */
const ticked = (id: string, state: Step['state'], me: Actor | undefined) => (view: IncidentView) => ({
  ...view,
  steps: view.steps.map(step => (step.id === id ? { ...step, state, ...(me && { by: me }), at: serverNow() } : step))
})

/** Since when its deadline runs. */
const begunAt = ({ tracks }: IncidentView, { track }: Step) => tracks.find(({ id }) => id === track)?.startedAt

type LineProps = { step: Step; begun: number | undefined; handles: boolean; now: number; onTick: () => void }

function StepLine({ step, begun, handles, now, onTick }: LineProps) {
  const { name, owner, state, dueAt, reason, by, at, byStatement } = step
  const words = name[language()]
  return (
    <>
      <input
        type="checkbox"
        className={style.check}
        checked={state !== 'open'}
        disabled={!handles}
        aria-label={t(state === 'open' ? 'incident.step-tick' : 'incident.step-untick', { name: words })}
        onChange={onTick}
      />
      <div className={style.stepWords}>
        <p className={style.byline}>
          <strong className={state === 'open' ? undefined : style.over}>{words}</strong>
          <ToneMark tone={state === 'done' ? 'good' : 'plain'}>{t(`incident.step.${state}`)}</ToneMark>
          <span className={style.quiet}>{t('incident.step-owner', { owner })}</span>
          {by && at !== undefined && state !== 'open' && (
            <span className={style.quiet}>{t('incident.step-by', { who: by.name, at: clockTime(at, now) })}</span>
          )}
        </p>
        {reason !== undefined && <p className={style.words}>{reason}</p>}
        {state === 'open' && byStatement !== undefined && (
          <p className={style.quiet}>{t('incident.step.auto', { kind: t(`statement.kind.${byStatement}`) })}</p>
        )}
      </div>
      {state === 'open' && dueAt !== undefined && (
        <TimeLeft {...(begun !== undefined && { startedAt: begun })} dueAt={dueAt} urgent={false} now={now} />
      )}
    </>
  )
}

/** What more can be said of a step. */
function asks({ id, state, owner, reason }: Step): FormSpec<IncidentDo>[] {
  const kind = `steps/${part(id)}`
  const line = { as: 'line', max: 500 } as const
  const evidence: FormSpec<IncidentDo> = {
    ...{ id: 'evidence', title: t('incident.step.note'), hint: t('incident.step.note-hint') },
    fields: [{ name: 'reason', label: t('incident.step.note'), ...line, initial: reason ?? '' }],
    act: body => ({ kind, body: { ...body, state: 'done' } })
  }
  const skip: FormSpec<IncidentDo> = {
    ...{ id: 'skip', title: t('incident.step.skip') },
    fields: [{ name: 'reason', label: t('incident.step.skip-why'), ...line }],
    act: body => ({ kind, body: { ...body, state: 'skipped' } })
  }
  const other: FormSpec<IncidentDo> = {
    ...{ id: 'owner', title: t('incident.step.owner') },
    fields: [{ name: 'owner', label: t('incident.step.owner-name'), as: 'line', max: 200, initial: owner }],
    act: body => ({ kind, body })
  }
  if (state === 'open') return [evidence, skip, other]
  return state === 'done' ? [evidence] : []
}
