import type { House } from '@huiyin/adapters/house.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { type AccountKey, rowOf } from '@huiyin/ports/accounts.ts'
import { allBackfills, askBackfill, backfillOf, setBackfill } from '@huiyin/ports/backfills.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Backfill } from '@huiyin/schemas/backfill.ts'

/** A back-fill without what only the collector needs. */
export type BackfillSeen = Omit<Backfill, 'cursor' | 'left'>

export interface BackfillAsked {
  /** So far back, from now. */
  days: number
  /** For the record only: opens no ticket. */
  history: boolean
  /** The person's name on this machine. */
  by: string
}

/** The back-fills of the accounts, begun and watched where they are kept. */
export interface BackfillDesk {
  /** One that is under way begins anew. Throws ACCOUNT_NOT_FOUND. */
  start: (key: AccountKey, asked: BackfillAsked) => Promise<BackfillSeen>
  /** Of one account, or of all. Throws ACCOUNT_NOT_FOUND. */
  status: (key?: AccountKey) => Promise<BackfillSeen[]>
  /** Throws ACCOUNT_NOT_FOUND, and BACKFILL_NOT_FOUND when none is under way. */
  setState: (key: AccountKey, state: 'running' | 'paused') => Promise<BackfillSeen>
}

const DAY = 86_400_000

export type BackfillPorts = Pick<House, 'accounts' | 'clock'> & { records: Records }

export function backfillDesk({ accounts, records, clock }: BackfillPorts): BackfillDesk {
  const known = async (key: AccountKey) => {
    await records.refresh()
    await accounts.refresh()
    return rowOf(accounts, key).account
  }
  return {
    async start(key, { days, history, by }) {
      const now = clock.now()
      const actor = { id: `cli:${by}`, name: by, role: 'administrator' }
      const asked = { from: now - days * DAY, history, by: actor, now }
      return seen(await askBackfill(records, await known(key), asked))
    },
    async status(key) {
      if (!key) {
        await records.refresh()
        return (await allBackfills(records)).map(seen)
      }
      const job = await backfillOf(records, await known(key))
      return job ? [seen(job)] : []
    },
    async setState(key, state) {
      const job = await setBackfill(records, await known(key), state)
      if (job) return seen(job)
      throw new HuiyinError(
        'BACKFILL_NOT_FOUND',
        `No back-fill of ${key.platform} ${key.id} is under way; huiyin backfill start begins one`
      )
    }
  }
}

const seen = ({ cursor, left, ...job }: Backfill): BackfillSeen => job
