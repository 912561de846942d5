import type { PlatformName } from '@huiyin/schemas/names.ts'
import type { FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'
import type { IncidentDo } from './use-incident-act.ts'

/** What the steps of a statement need to be told; `kind` is where it stands under its incident. */

type Form = FormSpec<IncidentDo>

export type Place = { platform: PlatformName; account: string; name: string }

export const returnForm = (kind: string): Form => ({
  id: 'return',
  title: t('statement.return'),
  fields: [{ name: 'reason', label: t('statement.return-why'), as: 'line', max: 500 }],
  act: body => ({ kind: `${kind}/return`, body })
})

export const publishForm = (kind: string, places: readonly Place[]): Form => ({
  id: 'publish',
  title: t('statement.publish'),
  hint: t('statement.publish-hint'),
  fields: [
    {
      ...{ name: 'place', label: t('statement.account'), as: 'choice', initial: places.length > 0 ? '0' : '' },
      of: places.map(({ platform, name }, i) => ({ value: String(i), label: `${t(`platform.${platform}`)} · ${name}` }))
    },
    { name: 'link', label: t('statement.link'), as: 'line', max: 2000 },
    {
      ...{ name: 'post', label: t('statement.post'), hint: t('statement.post-hint') },
      ...{ as: 'line', max: 500, optional: true }
    }
  ],
  act: ({ place, link = '', post = '' }) => {
    const { platform, account } = places[Number(place)]!
    return { kind: `${kind}/publish`, body: { platform, account, link, ...(post !== '' && { post }) } }
  }
})

export const confirmForm = (kind: string, now: number): Form => ({
  id: 'confirm',
  title: t('statement.confirm'),
  fields: [{ name: 'at', label: t('statement.confirm-at'), as: 'when', optional: true, to: now }],
  act: ({ at = '' }) => ({ kind: `${kind}/confirm`, body: at === '' ? {} : { publishedAt: Number(at) } })
})
