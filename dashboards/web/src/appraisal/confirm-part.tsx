import type { AppraisalHead } from '@huiyin/schemas/api-appraisal.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useConfirmAppraisal } from '../data/appraisal.ts'
import { useMay } from '../data/may.ts'
import { useMe } from '../data/session.ts'
import { ActForm } from '../form/act-form.tsx'
import type { FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { problemWords } from '../problem-words.ts'
import { clockTime, exactTime } from '../time.ts'
import style from './appraisal.module.css'

const confirmForm = (): FormSpec<undefined> => ({
  id: 'confirm',
  title: t('appraisal.confirm'),
  hint: t('appraisal.confirm-hint'),
  submit: t('appraisal.confirm-do'),
  fields: [],
  act: () => undefined
})

/** Whether a head has confirmed what stands, and the way to do it: those whom it is about are told, and it cannot be undone. */
export function ConfirmPart({ appraisal, now }: { appraisal: AppraisalHead; now: number }) {
  const { id, revision, revisions, state } = appraisal
  const [asking, setAsking] = useState(false)
  const confirm = useConfirmAppraisal(id)
  const may = useMay()('appraisal.confirm')
  const me = useMe()?.id
  const last = revisions.find(({ n }) => n === revision)
  if (state === 'confirmed')
    return (
      <ToneMark tone="good">
        {last?.confirmed ? (
          <span title={exactTime(last.confirmed.at)}>
            {t('appraisal.confirmed-by', { who: last.confirmed.by.name, at: clockTime(last.confirmed.at, now) })}
          </span>
        ) : (
          t('appraisal.state.confirmed')
        )}
      </ToneMark>
    )
  const own = last?.by.id === me
  return (
    <>
      <ToneMark tone="soon">{t('appraisal.state.made')}</ToneMark>
      {may && own && <span className={style.hint}>{t('appraisal.not-own')}</span>}
      {may && !own && !asking && (
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('appraisal.confirm')}
        </Button>
      )}
      {asking && (
        <div className={style.asking}>
          {confirm.error && <Alert type="error" showIcon title={problemWords(confirm.error)} />}
          <ActForm
            spec={confirmForm()}
            busy={confirm.isPending}
            onGive={() => confirm.mutate(revision, { onSuccess: () => setAsking(false) })}
            onCancel={() => setAsking(false)}
          />
        </div>
      )}
    </>
  )
}
