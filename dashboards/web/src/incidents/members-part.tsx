import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../data/may.ts'
import { ActForm } from '../form/act-form.tsx'
import { slowly } from '../form/busy.ts'
import type { FormSpec } from '../form/spec.ts'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { PagedList } from '../pane/paged-list.tsx'
import { Waiting } from '../pane/pane.tsx'
import type { PartProps } from './incident-sheet.tsx'
import board from './incidents.module.css'
import { JoinBox } from './join-box.tsx'
import { MemberCard } from './member-card.tsx'
import { goIncident } from './place.ts'
import style from './sheet.module.css'
import { useMembers } from './use-incident.ts'
import type { IncidentDo } from './use-incident-act.ts'

/** The comments that belong to it, the oldest first; some can be taken out, made an incident of, and others added. */
export function MembersPart({ view, acting, now }: PartProps) {
  const handles = useMay()('incident.handle') && (view.state === 'open' || view.state === 'calm')
  const list = useMembers(view.id, view.n)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [asking, setAsking] = useState<'split' | 'join'>()
  const choose = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter(one => one !== id))
  const give = (act: IncidentDo) =>
    acting.mutate(act, {
      onSuccess: () => {
        setChosen([])
        setAsking(undefined)
      }
    })
  const gone = view.curve.length === 0 && list.rows.length === 0
  return (
    <section className={style.block} aria-label={t('incident.part.members')}>
      {handles && (
        <div className={style.acts}>
          <Button size="small" onClick={() => setAsking(asking === 'join' ? undefined : 'join')}>
            {t('members.join')}
          </Button>
          {chosen.length > 0 && (
            <>
              <span role="status">{t('members.chosen', { count: chosen.length })}</span>
              <Button
                size="small"
                loading={slowly(acting.isPending && acting.variables.kind === 'part')}
                onClick={() => give({ kind: 'part', body: { comments: chosen } })}
              >
                {t('members.part')}
              </Button>
              <Button size="small" onClick={() => setAsking('split')}>
                {t('members.split')}
              </Button>
            </>
          )}
        </div>
      )}
      {asking === 'split' && chosen.length > 0 && (
        <ActForm spec={splitForm(chosen)} busy={acting.isPending} onGive={give} onCancel={() => setAsking(undefined)} />
      )}
      {asking === 'join' && <JoinBox acting={acting} now={now} onClose={() => setAsking(undefined)} />}
      {gone && view.mergedInto !== undefined && (
        <Alert
          type="info"
          title={t('incident.merged-into')}
          action={
            <Button size="small" onClick={() => goIncident({ open: view.mergedInto })}>
              {t('incident.go-there')}
            </Button>
          }
        />
      )}
      <div className={style.members}>
        <PagedList
          list={list}
          rows={list.rows}
          failed={t('members.failed')}
          waiting={<Waiting className={board.waiting} cards={3} title="30%" lines={2} />}
          nothing={<Notice title={t('members.none')} hint={t('members.none-hint')} />}
          draw={row => (
            <MemberCard key={row.id} row={row} now={now}>
              {handles && (
                <input
                  type="checkbox"
                  className={style.check}
                  aria-label={t('members.choose')}
                  checked={chosen.includes(row.id)}
                  onChange={event => choose(row.id, event.target.checked)}
                />
              )}
            </MemberCard>
          )}
        />
      </div>
    </section>
  )
}

const splitForm = (comments: readonly string[]): FormSpec<IncidentDo> => ({
  id: 'split',
  title: t('members.split'),
  fields: [{ name: 'title', label: t('members.split-title'), as: 'line', max: 200 }],
  act: ({ title = '' }) => ({ kind: 'split', body: { comments, title } })
})
