import type { PublicAccount } from '@huiyin/schemas/account.ts'
import type { AccountStanding } from '@huiyin/schemas/account-standing.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import type { ItemKind, OperatorItem } from '@huiyin/schemas/operator-item.ts'

/** What is to be raised: who stored it, when and for how long, comes with the record. */
export type ItemDraft = Omit<OperatorItem, 'id' | 'since' | 'lastSeenAt' | 'resolvedAt' | 'resolvedBy'>

/** The kinds that these rules raise: those that are not raised any more have lost their cause and are resolved. */
export const REMINDER_KINDS = [
  'account.password',
  'account.authorise-soon',
  'account.silent',
  'account.too-few-posts'
] as const satisfies readonly ItemKind[]

const DAY = 86_400_000
export const PASSWORD_DAYS = 90
export const SILENT_DAYS = 10

/** How long before an authorisation ends somebody is told, in days; those that never end are not named. */
export const AUTHORISE_DAYS: Partial<Record<PlatformName, number>> = { weibo: 3, douyin: 7, kuaishou: 7 }

/** How it is collected, and the instants (ms, UTC) at which it published, as far as they are known. */
export type Published = Pick<AccountStanding, 'lastPostAt' | 'authorisedUntil'> & {
  /** Of the target's days at least; absent: how many there were is not known. */
  publishedAt?: readonly number[]
}

/**
 * What somebody has to be reminded of at `now` (ms, UTC). A paused account is silent on purpose; what is not known,
 * such as when the password was changed, reminds nobody.
 */
export function remindersOf(account: PublicAccount, standing: Published | undefined, now: number): ItemDraft[] {
  if (account.demo) return []
  const { platform, id } = account
  const found = [password(account, now), authorisation(account, standing, now)]
  const publishing = account.paused ? [] : [silence(account, standing, now), tooFew(account, standing, now)]
  return [...found, ...publishing].flatMap(of => (of ? [{ ...of, platform, account: id }] : []))
}

type Found = Pick<ItemDraft, 'kind' | 'facts'> | undefined

function password({ passwordChangedAt: at }: PublicAccount, now: number): Found {
  if (at === undefined || now < at + PASSWORD_DAYS * DAY) return
  return { kind: 'account.password', facts: { changedAt: at, days: PASSWORD_DAYS } }
}

/** Before it ends; when it has ended the platform itself says so (`account.authorise`). */
function authorisation({ platform }: PublicAccount, standing: Published | undefined, now: number): Found {
  const [until, days] = [standing?.authorisedUntil, AUTHORISE_DAYS[platform]]
  if (until === undefined || days === undefined) return
  if (now < until - days * DAY || now >= until) return
  return { kind: 'account.authorise-soon', facts: { until, days } }
}

/** Counted from the last post, or from when the office began where it is known that there is none. */
function silence({ since }: PublicAccount, standing: Published | undefined, now: number): Found {
  const { lastPostAt, publishedAt } = standing ?? {}
  if (lastPostAt === undefined && publishedAt === undefined) return
  const last = Math.max(0, lastPostAt ?? 0, ...(publishedAt ?? []))
  if (now < Math.max(last, since) + SILENT_DAYS * DAY) return
  return { kind: 'account.silent', facts: { days: SILENT_DAYS, ...(last > 0 && { lastPostAt: last }) } }
}

/** Only where the whole stretch lies behind the account's beginning: a new account is not behind at once. */
function tooFew({ publishes, since }: PublicAccount, standing: Published | undefined, now: number): Found {
  const published = standing?.publishedAt
  if (!publishes || !published) return
  const from = now - publishes.days * DAY
  if (since > from) return
  const posts = published.filter(at => at > from && at <= now).length
  if (posts >= publishes.posts) return
  return { kind: 'account.too-few-posts', facts: { posts, wanted: publishes.posts, days: publishes.days } }
}
