import type { WebhookRow } from '@huiyin/schemas/webhook.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, told } from '../data/http.ts'
import { useMay } from '../data/may.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { ago } from '../time.ts'
import style from './house.module.css'
import { Once } from './once.tsx'
import { PartHead } from './part-head.tsx'
import { formatHouse, goHouse, NEW } from './place.ts'
import { timed } from './settings-data.ts'
import { KnownContext, useKnowing } from './shape/known.ts'
import { WebhookForm } from './webhook-form.tsx'
import { WebhookSheet } from './webhook-sheet.tsx'

export const WEBHOOK_TONES = { active: 'good', paused: 'plain', disabled: 'late' } as const
const SOON = 10_000 // ms

export const useWebhooks = () =>
  useQuery({
    queryKey: ['house', 'webhooks'],
    queryFn: async () => timed(await told(api.GET('/api/webhooks'))).rows as WebhookRow[],
    refetchInterval: SOON
  })

/** Addresses that are told what happens to tickets. */
export function WebhooksPart({ item, now }: { item: string | undefined; now: number }) {
  const { data, error, isPending, refetch } = useWebhooks()
  const known = useKnowing(['accounts', 'departments'])
  const mayChange = useMay()('webhook.configure')
  const [secret, setSecret] = useState<string>()
  const close = () => goHouse({ part: 'webhooks' })
  if (isPending) return <Loading />
  if (!data) return <Failed title={t('house.failed')} error={error} onRetry={refetch} />
  const open = data.find(({ id }) => id === item)
  const once = secret !== undefined && (
    <Once words={t('webhook.once')} secret={secret} onKept={() => setSecret(undefined)} />
  )
  return (
    <KnownContext value={known}>
      {open ? (
        <WebhookSheet key={open.id} row={open} mayChange={mayChange} once={once} now={now} onSecret={setSecret} />
      ) : item === NEW && mayChange ? (
        <>
          <PartHead part="webhooks" title={t('house.new', { what: t('part.webhooks') })} back={close} />
          <WebhookForm
            row={undefined}
            onClose={close}
            onSaved={(id, told) => {
              setSecret(told)
              goHouse({ part: 'webhooks', item: id })
            }}
          />
        </>
      ) : (
        <>
          <PartHead part="webhooks">
            {mayChange && (
              <Button type="primary" onClick={() => goHouse({ part: 'webhooks', item: NEW })}>
                {t('house.add')}
              </Button>
            )}
          </PartHead>
          <div className={style.scroll}>
            {data.length === 0 && <Notice title={t('house.none')} hint={t('part.webhooks-none')} />}
            <ol className={style.cards}>
              {data.map(row => (
                <WebhookCard key={row.id} row={row} now={now} />
              ))}
            </ol>
          </div>
        </>
      )}
    </KnownContext>
  )
}

function WebhookCard({ row, now }: { row: WebhookRow; now: number }) {
  const place = { part: 'webhooks', item: row.id } as const
  return (
    <li className={style.card} data-item={row.id}>
      <p className={style.line}>
        <a href={formatHouse(place)} onClick={plainly(() => goHouse(place))}>
          {row.name}
        </a>
        <ToneMark tone={WEBHOOK_TONES[row.state]}>{t(`webhook.state.${row.state}`)}</ToneMark>
        {row.failing && (
          <ToneMark tone="late">
            {t('webhook.failing', { since: ago(row.failing.since, now), why: row.failing.why })}
          </ToneMark>
        )}
      </p>
      <p className={style.note}>{row.url}</p>
    </li>
  )
}
