import type { AppraisalHead } from '@huiyin/schemas/api-appraisal.ts'
import type { AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useObject } from '../data/appraisal.ts'
import { useMay } from '../data/may.ts'
import { useMe } from '../data/session.ts'
import { ActForm } from '../form/act-form.tsx'
import type { FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { clockTime, exactTime } from '../time.ts'
import style from './appraisal.module.css'
import { goInAppraisal } from './place.ts'
import { readsAll } from './reads-all.ts'

type ObjectProps = { appraisal: AppraisalHead; sheet: AppraisalSheet; now: number }

const objectForm = (until: string): FormSpec<string> => ({
  id: 'object',
  title: t('appraisal.object'),
  hint: t('appraisal.object-hint', { at: until }),
  submit: t('appraisal.object-do'),
  fields: [{ as: 'lines', name: 'grounds', label: t('register.grounds'), max: 2000, rows: 4 }],
  act: ({ grounds = '' }) => grounds
})

/** Those whom it is about may object, until the deadline; somebody else answers. */
export function ObjectPart({ appraisal, sheet, now }: ObjectProps) {
  const { objectUntil } = appraisal
  const [asking, setAsking] = useState(false)
  const object = useObject(appraisal.id, sheet.subject.id)
  const may = useMay()('register.appeal')
  const me = useMe()
  const isOwn = sheet.subject.kind === 'person' ? sheet.subject.id === me?.id : !readsAll(me)
  if (!may || !isOwn || objectUntil === undefined) return null
  if (now >= objectUntil)
    return (
      <span className={style.hint} title={exactTime(objectUntil)}>
        {t('appraisal.object-over', { at: clockTime(objectUntil, now) })}
      </span>
    )
  if (!asking) return <Button onClick={() => setAsking(true)}>{t('appraisal.object')}</Button>
  return (
    <div className={style.asking}>
      {object.error !== null && <Alert type="error" showIcon title={problemWords(object.error)} />}
      <ActForm
        spec={objectForm(clockTime(objectUntil, now))}
        busy={object.isPending}
        onGive={grounds =>
          object.mutate(grounds, { onSuccess: ({ id }) => goInAppraisal({ part: 'register', open: id }) })
        }
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}
