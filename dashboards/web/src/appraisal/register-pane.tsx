import { Button } from 'antd'
import { useMay } from '../data/may.ts'
import { useRegister } from '../data/register.ts'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { PagedList } from '../pane/paged-list.tsx'
import { Bar, Pane, Waiting } from '../pane/pane.tsx'
import { Choice } from '../search/choice.tsx'
import style from './appraisal.module.css'
import { EntryCard } from './entry-card.tsx'
import { Parts } from './parts.tsx'
import { type AppraisalPlace, ENTRY_KINDS, ENTRY_STATES, goInAppraisal, NEW, SUBJECT_KINDS } from './place.ts'

/** The register, the newest first; who leads nobody sees what is about themselves. */
export function RegisterPane({ place, now }: { place: AppraisalPlace; now: number }) {
  const { kind, state, subjectKind, subject } = place
  const { rows, total, ...list } = useRegister({ kind, state, subjectKind, subject })
  const writes = useMay()('register.write')
  const narrowed = kind ?? state ?? subjectKind ?? subject
  const change = (to: Partial<AppraisalPlace>) =>
    goInAppraisal({ ...place, part: 'register', ...to }, { replace: true })
  const enter = () => goInAppraisal({ ...place, part: 'register', open: NEW })
  const head = (
    <>
      <Parts here="register" />
      <Bar
        summary={list.data && t('register.total', { count: total.toLocaleString('en') })}
        adding={writes ? { words: t('register.enter'), onAdd: enter } : undefined}
      >
        <div className={style.filters}>
          <Choice
            name={t('register.kind')}
            value={kind}
            of={ENTRY_KINDS}
            draw={value => t(`register.kind.${value}`)}
            onChange={kind => change({ kind })}
          />
          <Choice
            name={t('register.state')}
            value={state}
            of={ENTRY_STATES}
            draw={value => t(`register.state.${value}`)}
            onChange={state => change({ state })}
          />
          <Choice
            name={t('register.about')}
            value={subjectKind}
            of={SUBJECT_KINDS}
            draw={value => t(`register.subject.${value}`)}
            onChange={subjectKind => change({ subjectKind, subject: undefined })}
          />
        </div>
      </Bar>
      {subject !== undefined && (
        <p className={style.narrowed}>
          {t('register.of-one', { name: rows[0]?.subject.name ?? subject })}
          <Button size="small" type="text" onClick={() => change({ subject: undefined })}>
            {t('filter.clear')}
          </Button>
        </p>
      )}
    </>
  )
  return (
    <Pane name={t('appraisal.part.register')} head={head}>
      <PagedList
        list={list}
        rows={rows}
        failed={t('register.failed')}
        waiting={<Waiting className={style.waiting} cards={5} title="50%" lines={2} />}
        nothing={
          narrowed ? (
            <Notice title={t('register.nothing')} hint={t('register.nothing-hint')} />
          ) : (
            <Notice title={t('register.empty')} hint={t(writes ? 'register.empty-hint' : 'register.empty-others')} />
          )
        }
        draw={row => <EntryCard key={row.id} row={row} place={place} now={now} />}
      />
    </Pane>
  )
}
