import type { AccountField } from '@huiyin/schemas/account.ts'
import type { AccountRow } from '@huiyin/schemas/api-accounts.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import { PLATFORMS } from '../data/filter.ts'
import type { Field } from '../form/spec.ts'
import { known, language, t } from '../language.ts'
import { credential, option, type PlatformFields } from './form-values.ts'

/** What the form of an account asks for, part by part. */

type ApiField = PlatformFields['credentials'][number]

const LONGEST = 4000
const NAME = 200

const line = (name: string, label: string, more: { hint?: string; optional?: true; max?: number } = {}): Field => ({
  as: 'line',
  name,
  label,
  max: NAME,
  ...more
})

export const basics = (platform: PlatformName, isNew: boolean): Field[] => [
  ...(isNew
    ? [
        {
          as: 'choice',
          name: 'platform',
          label: t('form.platform'),
          of: PLATFORMS.map(value => ({ value, label: t(`platform.${value}`) }))
        } as const
      ]
    : []),
  line('name', t('form.name')),
  ...(isNew ? [line('id', t(`form.id.${platform}`), { hint: t(`form.id-hint.${platform}`) })] : []),
  ...(platform === 'mastodon' ? [line('api', t('form.api'), { hint: t('form.api-hint.mastodon'), max: 2000 })] : [])
]

const wordsOf = ({ words, required }: Pick<AccountField, 'words' | 'required'>) =>
  `${words[language()]}${required ? '' : t('form.optional')}`

/** A secret is never shown: whether one is kept is all that is known of it. */
function fieldOf(field: ApiField, name: string, kept: boolean): Field {
  const label = wordsOf(field)
  if (field.oneOf)
    return {
      as: 'choice',
      name,
      label: field.words[language()],
      of: field.oneOf.map(value => ({ value, label: known(`option.${field.name}.${value}`) ?? value }))
    }
  if (field.secret) return { as: 'secret', name, label, max: LONGEST, set: kept }
  return line(name, label, { max: LONGEST, ...(kept && { hint: t('form.secret-set') }) })
}

export const credentialFields = ({ credentials }: PlatformFields, row: AccountRow | undefined): Field[] =>
  credentials.map(field => fieldOf(field, credential(field.name), row?.credentials.includes(field.name) ?? false))

export const optionFields = ({ options }: PlatformFields): Field[] =>
  options.map(field => fieldOf(field, option(field.name), false))

export const peopleFields = (now: number): Field[] => [
  line('responsible', t('form.responsible')),
  line('authorised', t('form.authorised'), { hint: t('form.authorised-hint'), max: 2000 }),
  { as: 'when', name: 'passwordChangedAt', label: t('form.password-at'), hint: t('form.password-hint'), to: now }
]

export const moreFields = (platform: PlatformName): Field[] => [
  ...(platform === 'wechat' ? [line('posts', t('form.posts'), { hint: t('form.posts-hint'), max: 4000 })] : []),
  line('fresh', t('form.fresh'), { hint: t('form.delay-hint'), max: 6 }),
  line('old', t('form.old'), { hint: t('form.delay-hint'), max: 6 }),
  line('target-posts', t('form.target-posts'), { hint: t('form.target-hint'), max: 4 }),
  line('target-days', t('form.target-days'), { max: 3 }),
  { as: 'when', name: 'since', label: t('form.since'), hint: t('form.since-hint') },
  ...(platform === 'mastodon' ? [] : [line('api', t('form.api'), { hint: t('form.api-hint'), max: 2000 })])
]
