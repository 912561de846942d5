import type { Clock } from '@huiyin/ports/clock.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Platform } from '@huiyin/ports/platform.ts'
import type { QuotaLedger } from '@huiyin/ports/quota-ledger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Backfill } from '@huiyin/schemas/backfill.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Purpose } from '@huiyin/schemas/quota.ts'
import type { Plan } from './plan.ts'
import type { Seen } from './seen.ts'
import type { Walk } from './walk.ts'
import type { AccountWatch, PostWatch } from './watch.ts'

/** What the collector asks of the world. */
export interface CollectorPorts {
  /** The accounts as they are configured now. */
  accounts: () => readonly Account[]
  /** Opens an account's platform; undefined: it is not configured here. Throws TypeError when it cannot be opened. */
  platform: (of: { platform: string; account: string }) => Platform | undefined
  /** The log of comments. */
  log: EventLog<Observation>
  comments: Comments
  tickets: Pick<Tickets, 'search'>
  records: Records
  ledger: QuotaLedger
  clock: Clock
  logger: Logger
  /** The term of the lease held on the account; undefined: another instance has it. */
  term?: (account: Account) => number | undefined
  /** From 0 to 1, for jitter. */
  random?: () => number
  /** How long `tick` waits for rounds that take their time, in ms; they go on behind it. */
  patience?: number
}

/** What a task works with. */
export interface Ports extends CollectorPorts {
  seen: Seen
}

/** Why an account is not read as it should be. */
export interface Trouble {
  state: 'retrying' | 'stopped'
  code: string
  message: string
  /** What failed; while that has failures the trouble lasts, whatever else goes well. */
  of: { failures?: number }
}

/** One account while this process collects it. */
export interface AccountRun {
  account: Account
  platform: Platform
  term: number
  watch: AccountWatch
  posts: Map<string, PostWatch>
  /** Posts that are being walked through now, and those of which a complete pass is under way beside it. */
  walks: Map<string, Walk>
  passes: Map<string, Walk>
  /** What the walk under way through a list has met. */
  met: { inbox: Set<string>; posts: Set<string> }
  plan: Plan
  trouble?: Trouble
  /** What the platform withholds, and where that is tried again. */
  withheld: Map<keyof Capabilities, { failures?: number }>
  /** What has worked since the run began; items of earlier runs about it are resolved. */
  proven: Set<keyof Capabilities | 'account'>
  /** When the last good call ended. */
  readAt?: number
  /** When it was last seen to. */
  at: number
  /** Nothing is due before. */
  nextAt: number
  /** Until when nothing is left for a purpose. */
  waits: Map<Purpose, number>
  skipped: Map<Purpose, { calls: number; since: number }>
  /** What is read again behind everything else, and when its next page may be asked for. */
  backfill?: {
    value: Backfill
    watch: { retryAt?: number; failures?: number; failedAt?: number }
    met: Set<string>
    idle: number
  }
  coverage?: { ours: number; theirs: number; posts: number; at: number }
  /** Something in `watch` has changed since it was saved. */
  dirty: boolean
}

/** Another instance goes on from what stands in the records. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

/** Throws LeaseLost when the lease under which the run began is not held any more. */
export function stillOurs({ term = () => 0 }: CollectorPorts, run: AccountRun): void {
  if (term(run.account) !== run.term) throw new LeaseLost()
}
