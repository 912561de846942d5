import type { AccountBody, AccountChangeBody, AccountFieldList, AccountRow } from '@huiyin/schemas/api-accounts.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import type { Wrong } from '../form/sheet-form.tsx'
import { namesIn } from '../form/spec.ts'

/** An account as the values of its form, and back. Credentials come in only: what is kept is never among the values. */

export type Values = Readonly<Record<string, string>>
export type PlatformFields = AccountFieldList['platforms'][number]

const MINUTE = 60_000
const DAYS = 7 // of a target that names none

export const credential = (name: string) => `credentials/${name}`
export const option = (name: string) => `options/${name}`

const written = (value: number | undefined) => (value === undefined ? '' : String(value))
const minutes = (ms: number | undefined) => (ms === undefined ? '' : String(ms / MINUTE))

export function valuesOf(row: AccountRow | undefined, platform: PlatformName): Values {
  if (!row) return { platform }
  const { account } = row
  const options = Object.entries(account.options ?? {}).map(([name, value]) => [option(name), value])
  return {
    platform: account.platform,
    id: account.id,
    name: account.name,
    api: account.api ?? '',
    posts: (account.posts ?? []).join(', '),
    responsible: account.responsible ?? '',
    authorised: (account.authorised ?? []).join('、'),
    passwordChangedAt: written(account.passwordChangedAt),
    since: String(account.since),
    fresh: minutes(account.delay?.fresh),
    old: minutes(account.delay?.old),
    'target-posts': written(account.publishes?.posts),
    'target-days': written(account.publishes?.days),
    ...Object.fromEntries(options)
  }
}

/** Those that were entered; nothing for those that stay. */
const entered = (values: Values, fields: readonly { name: string }[], key: (name: string) => string) =>
  Object.fromEntries(
    fields.flatMap(({ name }) => (values[key(name)]?.trim() ? [[name, values[key(name)]!.trim()]] : []))
  )

/** What is usual where one of the two is not said, in minutes. */
const USUAL = { fresh: 5, old: 60 }

function delayOf({ fresh, old }: Values) {
  if (!fresh?.trim() && !old?.trim()) return {}
  const of = (text: string | undefined, usual: number) => Math.round((Number(text?.trim() || usual) || usual) * MINUTE)
  return { delay: { fresh: of(fresh, USUAL.fresh), old: of(old, USUAL.old) } }
}

function targetOf(values: Values) {
  const posts = Number(values['target-posts'] || 0)
  return posts > 0 ? { publishes: { posts, days: Number(values['target-days'] || DAYS) } } : {}
}

function shared(values: Values, fields: PlatformFields): Omit<AccountChangeBody, 'credentials'> {
  const said = (name: string) => values[name]?.trim() ?? ''
  const options = entered(values, fields.options, option)
  const posts = namesIn(values.posts)
  const authorised = namesIn(values.authorised)
  return {
    name: said('name'),
    ...(said('api') && { api: said('api') }),
    ...(Object.keys(options).length > 0 && { options }),
    ...(posts.length > 0 && { posts }),
    ...(said('responsible') && { responsible: said('responsible') }),
    ...(authorised.length > 0 && { authorised }),
    ...(said('passwordChangedAt') && { passwordChangedAt: Number(said('passwordChangedAt')) }),
    ...(said('since') && { since: Number(said('since')) }),
    ...delayOf(values),
    ...targetOf(values)
  }
}

export const newAccount = (values: Values, fields: PlatformFields): AccountBody => ({
  platform: fields.platform,
  id: values.id?.trim() ?? '',
  credentials: entered(values, fields.credentials, credential),
  ...shared(values, fields)
})

/** What the form does not ask for stays as it is. */
export function changedAccount(values: Values, fields: PlatformFields, row: AccountRow): AccountChangeBody {
  const credentials = entered(values, fields.credentials, credential)
  const { quotas } = row.account
  return {
    ...shared(values, fields),
    ...(quotas && { quotas }),
    ...(Object.keys(credentials).length > 0 && { credentials })
  }
}

/** Whether all is there that has to be. */
export function isComplete(values: Values, fields: PlatformFields, row: AccountRow | undefined): boolean {
  const has = (name: string) => Boolean(values[name]?.trim())
  const kept = new Set(row?.credentials)
  return (
    has('name') &&
    (row !== undefined || has('id')) &&
    fields.credentials.every(({ name, required }) => !required || kept.has(name) || has(credential(name)))
  )
}

/** The problems by the fields that they are about, and those that are about none. */
export function wrongFields(problems: readonly RuleProblem[]): Wrong {
  const refusing = problems.filter(({ refuses, where }) => refuses && where !== undefined)
  return Object.fromEntries(refusing.map(({ where, zh, en }) => [where!, { zh, en }]))
}
