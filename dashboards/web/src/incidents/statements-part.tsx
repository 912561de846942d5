import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../data/may.ts'
import { ActForm } from '../form/act-form.tsx'
import type { FormSpec } from '../form/spec.ts'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { statementForm } from './incident-forms.ts'
import type { PartProps } from './incident-sheet.tsx'
import style from './sheet.module.css'
import { StatementCard } from './statement-card.tsx'
import type { IncidentDo } from './use-incident-act.ts'

/** What the office says of it, the newest first, and how to draft more. */
export function StatementsPart({ view, acting, now, me }: PartProps & { me: string }) {
  const live = view.state === 'open' || view.state === 'calm'
  const drafts = useMay()('incident.handle') && live
  const [asking, setAsking] = useState<FormSpec<IncidentDo>>()
  const holding = () =>
    statementForm({
      ...{ kind: 'holding', title: t('statement.kind.holding') },
      text: t('statement.holding-text', { title: view.title })
    })
  const close = () => setAsking(undefined)
  return (
    <section className={style.block} aria-label={t('incident.part.statements')}>
      {drafts && !asking && (
        <div className={style.acts}>
          <Button size="small" type="primary" onClick={() => setAsking(holding())}>
            {t('statement.holding')}
          </Button>
          <Button size="small" onClick={() => setAsking(statementForm({ kind: 'clarification', title: '', text: '' }))}>
            {t('statement.draft')}
          </Button>
        </div>
      )}
      {asking && (
        <ActForm
          key={asking.id}
          spec={asking}
          busy={acting.isPending}
          onGive={act => acting.mutate(act, { onSuccess: close })}
          onCancel={close}
        />
      )}
      {view.statements.length === 0 && !asking && (
        <Notice title={t('statement.none')} hint={t('statement.none-hint')} />
      )}
      <ol className={style.stack}>
        {[...view.statements].reverse().map(statement => (
          <StatementCard
            key={statement.id}
            {...{ statement, view, acting, now, me, live }}
            onAgain={() => setAsking(statementForm(statement))}
          />
        ))}
      </ol>
    </section>
  )
}
