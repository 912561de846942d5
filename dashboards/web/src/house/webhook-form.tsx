import type { WebhookRow } from '@huiyin/schemas/webhook.ts'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { paths } from '../api/types.ts'
import { useDecisionKey } from '../data/decision-key.ts'
import { api, told } from '../data/http.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './house.module.css'
import { useRenew } from './settings-data.ts'
import { Editor } from './shape/editor.tsx'
import { lacking, WrongContext, wrongIn } from './shape/wrong.ts'
import { WEBHOOK } from './webhook-shape.ts'

type FormProps = {
  row: WebhookRow | undefined
  onClose: () => void
  onSaved: (id: string, secret: string | undefined) => void
}

/** Adds an address or changes one; an address that is not written anew stays with its secret part. */
export function WebhookForm({ row, onClose, onSaved }: FormProps) {
  const [value, setValue] = useState<unknown>(row ? bodyOf(row) : { name: '', url: '' })
  const renew = useRenew()
  const { key, onSettled } = useDecisionKey()
  const saving = useMutation({
    mutationFn: () => (row ? change(row, value as WebhookBody) : make(value as WebhookBody, key)),
    onSettled,
    onSuccess: ({ row: { id }, secret }) => {
      renew()
      onSaved(id, secret)
    },
    gcTime: 0
  })
  const wrong = wrongIn(saving.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (lacking(WEBHOOK, value).length === 0) saving.mutate()
  }
  return (
    <form className={style.form} onSubmit={submit} aria-label={t('house.edit')}>
      <div className={style.scroll}>
        <WrongContext value={wrong}>
          <Editor shape={WEBHOOK} value={value} path="" label={t('house.edit')} onChange={setValue} />
        </WrongContext>
      </div>
      <footer className={style.foot}>
        {saving.error && wrong.length === 0 && <Alert type="error" showIcon title={problemWords(saving.error)} />}
        <div className={style.buttons}>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={slowly(saving.isPending)}
            disabled={lacking(WEBHOOK, value).length > 0}
          >
            {t('house.save')}
          </Button>
        </div>
      </footer>
    </form>
  )
}

/** As the api takes it: events of tickets only. */
type WebhookBody = paths['/api/webhooks']['post']['requestBody']['content']['application/json']

type Saved = { row: { id: string }; secret?: string }

export const bodyOf = ({ name, url, types, accounts, departments }: WebhookRow): WebhookBody => ({
  ...{ name, url },
  ...(types && { types: types as NonNullable<WebhookBody['types']> }),
  ...(accounts && { accounts }),
  ...(departments && { departments })
})

const make = (body: WebhookBody, key: string): Promise<Saved> =>
  told(api.POST('/api/webhooks', { params: { header: { 'idempotency-key': key } }, body }))

function change(row: WebhookRow, { url, ...body }: WebhookBody): Promise<Saved> {
  const state = row.state === 'paused' ? 'paused' : 'active'
  return told(
    api.PUT('/api/webhooks/{id}', {
      params: { path: { id: row.id } },
      body: { ...body, state, ...(url !== row.url && { url }) }
    })
  )
}
