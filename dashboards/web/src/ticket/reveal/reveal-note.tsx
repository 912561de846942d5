import { Alert, Button } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../form/act-form.tsx'
import type { FormSpec } from '../../form/spec.ts'
import { t } from '../../language.ts'
import { problemWords } from '../../problem-words.ts'
import style from './reveal.module.css'
import type { Reveal } from './use-reveal.ts'

const reasonForm = (): FormSpec<string> => ({
  id: 'reveal',
  title: t('reveal.reason'),
  hint: t('reveal.hint'),
  submit: t('reveal.open'),
  fields: [{ as: 'line', name: 'reason', label: t('reveal.reason'), max: 500 }],
  act: ({ reason = '' }) => reason
})

/** That personal data is masked, and the way to see it for a reason. */
export function RevealNote({ reveal: { state, asking, hide } }: { reveal: Reveal }) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  if (state === 'none') return null
  if (state === 'plain')
    return (
      <p className={style.note} role="status">
        {t('reveal.shown')}
        <Button size="small" onClick={hide}>
          {t('reveal.hide')}
        </Button>
      </p>
    )
  return (
    <div className={style.note}>
      {!open && (
        <>
          {t('reveal.note')}
          <Button size="small" onClick={() => setOpen(true)}>
            {t('reveal.open')}
          </Button>
        </>
      )}
      {open && (
        <div className={style.form}>
          {asking.error && (
            <Alert type="error" showIcon title={t('act.failed')} description={problemWords(asking.error)} />
          )}
          <ActForm
            spec={reasonForm()}
            busy={asking.isPending}
            onGive={reason => asking.mutate(reason, { onSuccess: close })}
            onCancel={close}
          />
        </div>
      )}
    </div>
  )
}
