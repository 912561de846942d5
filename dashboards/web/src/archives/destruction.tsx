import type { ArchiveView } from '@huiyin/schemas/api-archives.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useDestroy, usePropose } from '../data/archives.ts'
import { useMay } from '../data/may.ts'
import { useMe } from '../data/session.ts'
import { ActForm } from '../form/act-form.tsx'
import { slowly } from '../form/busy.ts'
import type { FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { clockTime, exactTime, isoDay } from '../time.ts'
import style from './archives.module.css'

const proposeForm = (): FormSpec<string> => ({
  id: 'propose',
  title: t('archive.propose'),
  hint: t('archive.propose-hint'),
  submit: t('archive.propose'),
  fields: [{ as: 'line', name: 'why', label: t('archive.why'), max: 500 }],
  act: ({ why = '' }) => why
})

/** When its term is over one person proposes to destroy it, and another decides. */
export function Destruction({ row, now }: { row: ArchiveView; now: number }) {
  const { destroyed, destroyableFrom, isOver, proposed } = row
  return (
    <section className={style.part} aria-label={t('archive.destruction')}>
      <h3>{t('archive.destruction')}</h3>
      {destroyed && (
        <p title={exactTime(destroyed.at)}>
          {t('archive.destroyed', { who: destroyed.by.name, at: clockTime(destroyed.at, now) })}
        </p>
      )}
      {!destroyed && !isOver && (
        <p className={style.hint}>
          {destroyableFrom === undefined
            ? t('archive.permanent')
            : t('archive.destroyable', { at: isoDay(destroyableFrom) })}
        </p>
      )}
      {!destroyed && isOver && !proposed && <Propose row={row} />}
      {!destroyed && proposed && <Decide row={row} proposed={proposed} now={now} />}
    </section>
  )
}

function Propose({ row }: { row: ArchiveView }) {
  const [asking, setAsking] = useState(false)
  const propose = usePropose(row.id)
  const may = useMay()('archive.destroy')
  if (!may) return <p className={style.hint}>{t('archive.over')}</p>
  if (!asking)
    return (
      <p className={style.acts}>
        <Button onClick={() => setAsking(true)}>{t('archive.propose')}</Button>
        <span className={style.hint}>{t('archive.propose-hint')}</span>
      </p>
    )
  return (
    <>
      {propose.error && <Alert type="error" showIcon title={problemWords(propose.error)} />}
      <ActForm
        spec={proposeForm()}
        busy={propose.isPending}
        onGive={why => propose.mutate(why, { onSuccess: () => setAsking(false) })}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}

type DecideProps = { row: ArchiveView; proposed: NonNullable<ArchiveView['proposed']>; now: number }

function Decide({ row, proposed: { by, at, why }, now }: DecideProps) {
  const destroy = useDestroy(row.id)
  const may = useMay()('archive.destroy')
  const me = useMe()?.id
  return (
    <>
      <p title={exactTime(at)}>
        {t('archive.proposed', { who: by.name, at: clockTime(at, now) })} {why && <q>{why}</q>}
      </p>
      {destroy.error && <Alert type="error" showIcon title={problemWords(destroy.error)} />}
      {may && by.id !== me ? (
        <p className={style.acts}>
          <Button danger loading={slowly(destroy.isPending)} onClick={() => destroy.mutate()}>
            {t('archive.destroy')}
          </Button>
          <span className={style.hint}>{t('archive.destroy-hint')}</span>
        </p>
      ) : (
        <p className={style.hint}>{t('archive.needs-another')}</p>
      )}
    </>
  )
}
