import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../data/may.ts'
import { ActForm } from '../form/act-form.tsx'
import { slowly } from '../form/busy.ts'
import type { FormSpec } from '../form/spec.ts'
import { language, t } from '../language.ts'
import { closeForm, dismissForm, levelForm, muteForm, reopenForm, reviewForm } from './incident-forms.ts'
import { MergeBox } from './merge-box.tsx'
import { goIncident } from './place.ts'
import { refusalWords } from './refusal-words.ts'
import style from './sheet.module.css'
import { SpecialReport } from './special-report.tsx'
import type { Acting, IncidentDo } from './use-incident-act.ts'

/** What keeps it from being closed, in words; none: it can be. */
export function closeNeeds({ steps, instructions, procedure, review }: IncidentView): string[] {
  const open = steps.filter(({ state }) => state === 'open')
  const unanswered = instructions.filter(({ done }) => !done).length
  const names = open.map(({ name }) => name[language()]).join(language() === 'zh' ? '、' : ', ')
  return [
    ...(open.length > 0 ? [t('incident.close-steps', { count: open.length, names })] : []),
    ...(unanswered > 0 ? [t('incident.close-instructions', { count: unanswered })] : []),
    ...(procedure === 'major' && !review ? [t('incident.close-review')] : [])
  ]
}

type Asking = 'merge' | 'close-needs' | FormSpec<IncidentDo>

type ActsProps = { view: IncidentView; acting: Acting; now: number }

/** What can be done with the whole of it as it stands; what needs a word is asked below the buttons. */
export function IncidentActs({ view, acting, now }: ActsProps) {
  const may = useMay()
  const [asking, setAsking] = useState<Asking>()
  const live = view.state === 'open' || view.state === 'calm'
  const close = () => setAsking(undefined)
  const give = (act: IncidentDo) =>
    acting.mutate(act, {
      onSuccess: ({ id }) => {
        close()
        if (id !== view.id) goIncident({ open: id }) // the younger has joined the elder
      }
    })
  const asked = (words: string, ask: Asking, how: 'main' | 'danger' | 'plain' = 'plain') => (
    <Button
      size="small"
      type={how === 'main' ? 'primary' : 'default'}
      danger={how === 'danger'}
      disabled={acting.isPending}
      onClick={() => setAsking(ask)}
    >
      {words}
    </Button>
  )
  const needs = closeNeeds(view)
  const handles = may('incident.handle')
  const commands = may('incident.command')
  return (
    <div className={style.actsBox}>
      <div className={style.acts}>
        {commands && live && asked(t('incident.act.level'), levelForm(view))}
        {handles && live && !view.muted && asked(t('incident.act.mute'), muteForm(now))}
        {handles && live && view.muted && (
          <Button
            size="small"
            loading={slowly(acting.isPending && acting.variables.kind === 'unmute')}
            onClick={() => give({ kind: 'unmute' })}
          >
            {t('incident.act.unmute')}
          </Button>
        )}
        {handles && live && asked(t('incident.act.merge'), 'merge')}
        {handles && view.state !== 'merged' && asked(t('incident.act.review'), reviewForm(view))}
        {commands && !live && view.state !== 'merged' && asked(t('incident.act.reopen'), reopenForm(), 'main')}
        {may('report.make') && <SpecialReport incident={view.id} />}
        {commands && live && (
          <fieldset className={style.final}>
            <legend className="visually-hidden">{t('incident.acts-final')}</legend>
            {asked(t('incident.act.close'), needs.length > 0 ? 'close-needs' : closeForm())}
            {asked(t('incident.act.dismiss'), dismissForm(), 'danger')}
          </fieldset>
        )}
      </div>
      {acting.error && (
        <Alert type="error" showIcon title={t('incident.act.failed')} description={refusalWords(acting.error)} />
      )}
      {asking === 'close-needs' && (
        <Alert
          type="warning"
          showIcon
          closable
          onClose={close}
          title={t('incident.close-needs')}
          description={needs.join(language() === 'zh' ? '；' : '; ')}
        />
      )}
      {asking === 'merge' && <MergeBox view={view} busy={acting.isPending} now={now} onGive={give} onCancel={close} />}
      {typeof asking === 'object' && (
        <ActForm key={asking.id} spec={asking} busy={acting.isPending} onGive={give} onCancel={close} />
      )}
    </div>
  )
}
