import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'

/** How often the platform lets itself be asked: `calls` in a window. Days and hours begin at midnight and at the full hour in Beijing. */
export const Quota = Type.Object({
  /** Whom it is counted for: this account, or everything that the app asks for all its accounts. */
  scope: Type.Union([Type.Literal('account'), Type.Literal('app')]),
  calls: Type.Integer({ minimum: 1 }),
  per: Type.Union([
    Type.Literal('second'),
    Type.Literal('minute'),
    Type.Literal('5-minutes'),
    Type.Literal('hour'),
    Type.Literal('day')
  ])
})
export type Quota = Static<typeof Quota>

/** What calls are spent on, the first first when there are too few. */
export const Purpose = Type.Union([
  Type.Literal('intake'),
  Type.Literal('read-back'),
  Type.Literal('deletions'),
  Type.Literal('engagement'),
  Type.Literal('coverage')
])
export type Purpose = Static<typeof Purpose>

/** How a quota stands: what was used in the window at hand, by purpose, and what had to be left out for want of calls. */
export const QuotaStanding = Type.Object({
  ...Quota.properties,
  used: Type.Integer({ minimum: 0 }),
  /** As the platform tells it, where it does; else what our own count leaves. */
  remaining: Type.Integer({ minimum: 0 }),
  resetAt: Instant
})
export type QuotaStanding = Static<typeof QuotaStanding>
