import type { UserRow } from '@huiyin/schemas/user.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { PersonAct, usePersonAct } from '../data/people.ts'
import { ActForm } from '../form/act-form.tsx'
import { slowly } from '../form/busy.ts'
import type { FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './people.module.css'
import { leaveForm, resetForm, suspendForm } from './person-forms.ts'

type ActsProps = { row: UserRow; acting: ReturnType<typeof usePersonAct>; onEdit: () => void }

/** What can be done with somebody as they stand; what takes rights away is asked once more. */
export function PersonActs({ row, acting, onEdit }: ActsProps) {
  const [asking, setAsking] = useState<FormSpec<PersonAct>>()
  const { state, failures } = row
  const give = (act: PersonAct) => acting.mutate(act, { onSuccess: () => setAsking(undefined) })
  const atOnce = (kind: 'approve' | 'resume' | 'unlock', main = false) => (
    <Button
      type={main ? 'primary' : 'default'}
      loading={slowly(acting.isPending && acting.variables.kind === kind)}
      disabled={acting.isPending}
      onClick={() => give({ kind })}
    >
      {t(`user.${kind}`)}
    </Button>
  )
  const asked = (words: string, form: FormSpec<PersonAct>) => (
    <Button disabled={acting.isPending} onClick={() => setAsking(form)}>
      {words}
    </Button>
  )
  return (
    <>
      <div className={style.acts}>
        {state === 'proposed' && atOnce('approve', true)}
        {state === 'suspended' && atOnce('resume', true)}
        <Button disabled={acting.isPending} onClick={onEdit}>
          {t('user.change')}
        </Button>
        {state !== 'proposed' && asked(t('user.reset'), resetForm(row))}
        {failures && atOnce('unlock')}
        {state === 'active' && asked(t('user.suspend'), suspendForm())}
        {asked(t(state === 'proposed' ? 'user.refuse' : 'user.leave'), leaveForm(row))}
      </div>
      {acting.error && <Alert type="error" showIcon title={t('act.failed')} description={problemWords(acting.error)} />}
      {asking && (
        <ActForm
          key={asking.id}
          spec={asking}
          busy={acting.isPending}
          onGive={give}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </>
  )
}
