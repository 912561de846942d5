import type { WebhookRow, WebhookTried } from '@huiyin/schemas/webhook.ts'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { api, told } from '../data/http.ts'
import { ActForm } from '../form/act-form.tsx'
import { slowly } from '../form/busy.ts'
import type { FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { problemWords } from '../problem-words.ts'
import { clockTime } from '../time.ts'
import style from './house.module.css'
import { PartHead } from './part-head.tsx'
import { goHouse } from './place.ts'
import { useRenew } from './settings-data.ts'
import { Told } from './shape/told.tsx'
import { Deliveries } from './webhook-deliveries.tsx'
import { bodyOf, WebhookForm } from './webhook-form.tsx'
import { WEBHOOK } from './webhook-shape.ts'
import { WEBHOOK_TONES } from './webhooks-part.tsx'

type SheetProps = {
  row: WebhookRow
  mayChange: boolean
  /** Its secret, told just now. */
  once: ReactNode
  now: number
  onSecret: (secret: string | undefined) => void
}

const DAY = 86_400_000
const LOOK_BACK = 28 * DAY

const replayForm = (now: number): FormSpec<number> => ({
  id: 'replay',
  title: t('webhook.replay'),
  hint: t('webhook.replay-hint'),
  fields: [{ as: 'when', name: 'from', label: t('webhook.replay-from'), from: now - LOOK_BACK, to: now }],
  act: ({ from = '' }) => Number(from)
})

/** One address: how it stands, what it was told last, and what can be done with it. */
export function WebhookSheet({ row, mayChange, once, now, onSecret }: SheetProps) {
  const [shows, setShows] = useState<'edit' | 'replay'>()
  const renew = useRenew()
  const params = { path: { id: row.id } }
  const trying = useMutation({
    mutationFn: async () => (await told(api.POST('/api/webhooks/{id}/test', { params }))) as WebhookTried
  })
  const changing = useMutation({
    mutationFn: async (change: { state: 'active' | 'paused'; newSecret?: true }) => {
      const { url: _, ...body } = bodyOf(row)
      return told(api.PUT('/api/webhooks/{id}', { params, body: { ...body, ...change } }))
    },
    onSuccess: ({ secret }) => {
      if (secret !== undefined) onSecret(secret)
      renew()
    },
    gcTime: 0
  })
  const removing = useMutation({
    mutationFn: () => told(api.DELETE('/api/webhooks/{id}', { params })),
    onSuccess: () => {
      goHouse({ part: 'webhooks' })
      renew()
    }
  })
  const replaying = useMutation({
    mutationFn: (from: number) => told(api.POST('/api/webhooks/{id}/replay', { params, body: { from } })),
    onSuccess: () => {
      setShows(undefined)
      renew()
    }
  })
  const back = () => (shows === 'edit' ? setShows(undefined) : goHouse({ part: 'webhooks' }))
  const mark = <ToneMark tone={WEBHOOK_TONES[row.state]}>{t(`webhook.state.${row.state}`)}</ToneMark>
  if (shows === 'edit')
    return (
      <>
        <PartHead part="webhooks" title={row.name} marks={mark} back={back} />
        <WebhookForm row={row} onClose={back} onSaved={() => setShows(undefined)} />
      </>
    )
  const error = trying.error ?? changing.error ?? removing.error ?? replaying.error
  const turned = row.state === 'active' ? 'paused' : 'active'
  return (
    <>
      <PartHead part="webhooks" title={row.name} marks={mark} back={back}>
        {mayChange && (
          <>
            <Button loading={slowly(trying.isPending)} onClick={() => trying.mutate()}>
              {t('webhook.test')}
            </Button>
            <Button type="primary" onClick={() => setShows('edit')}>
              {t('house.edit')}
            </Button>
          </>
        )}
      </PartHead>
      <div className={style.scroll}>
        {once}
        {error && <Alert type="error" showIcon title={problemWords(error)} />}
        {trying.data && <Tried tried={trying.data} />}
        {row.disabled && (
          <Alert
            type="error"
            showIcon
            title={t('webhook.disabled', { at: clockTime(row.disabled.at, now), why: row.disabled.why })}
          />
        )}
        <Told shape={WEBHOOK} value={row} now={now} />
        {mayChange && (
          <div className={style.acts}>
            <Button loading={slowly(changing.isPending)} onClick={() => changing.mutate({ state: turned })}>
              {t(`webhook.to.${turned}`)}
            </Button>
            <Button onClick={() => setShows('replay')}>{t('webhook.replay')}</Button>
            <Button
              loading={slowly(changing.isPending)}
              onClick={() => changing.mutate({ state: row.state === 'paused' ? 'paused' : 'active', newSecret: true })}
            >
              {t('webhook.new-secret')}
            </Button>
            <Button danger loading={slowly(removing.isPending)} onClick={() => removing.mutate()}>
              {t('house.remove')}
            </Button>
          </div>
        )}
        {shows === 'replay' && (
          <ActForm
            spec={replayForm(now)}
            busy={replaying.isPending}
            onGive={replaying.mutate}
            onCancel={() => setShows(undefined)}
          />
        )}
        <Deliveries id={row.id} now={now} />
      </div>
    </>
  )
}

const Tried = ({ tried: { ok, status, why } }: { tried: WebhookTried }) => (
  <Alert
    type={ok ? 'success' : 'error'}
    showIcon
    title={t(ok ? 'webhook.tried' : 'webhook.not-tried', { status: status ?? '–' })}
    description={why}
  />
)
