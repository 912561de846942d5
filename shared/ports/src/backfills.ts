import { storeRefused } from '@huiyin/domain/errors.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Backfill } from '@huiyin/schemas/backfill.ts'
import type { Records } from './records.ts'

const KIND = 'backfill'
const AT_MOST = 1_000

type Of = Pick<Account, 'platform' | 'id'>

/** Begins reading again from an instant on; one that runs or is paused is begun anew. */
export async function askBackfill(
  records: Records,
  account: Of,
  { from, history, by, now }: { from: number; history: boolean; by?: Actor; now: number }
): Promise<Backfill> {
  const value: Backfill = {
    id: accountId(account),
    platform: account.platform,
    account: account.id,
    from,
    history,
    state: 'running',
    askedAt: now,
    ...(by && { by }),
    phase: 'inbox',
    progress: { pages: 0, comments: 0, found: 0, posts: 0 }
  }
  await records.put<Backfill>(KIND, { id: value.id, value })
  return value
}

export const backfillOf = async (records: Records, account: Of): Promise<Backfill | undefined> =>
  (await records.get<Backfill>(KIND, accountId(account)))?.document.value

export const allBackfills = async (records: Records): Promise<Backfill[]> =>
  (await records.list<Backfill>(KIND, { atMost: AT_MOST })).map(({ value }) => value)

/** Changes it as it stands; undefined when there is none, or `change` gives nothing. */
export async function changeBackfill(
  records: Records,
  account: Of,
  change: (job: Backfill) => Backfill | undefined
): Promise<Backfill | undefined> {
  while (true) {
    const found = await records.get<Backfill>(KIND, accountId(account))
    const value = found && change(found.document.value)
    if (!found || !value) return undefined
    const [put] = await records.putEach<Backfill>(KIND, [{ entry: { id: value.id, value }, version: found.version }])
    if (put?.outcome === 'refused') throw storeRefused(put.reason)
    if (put?.outcome === 'put') return value
  }
}

/** Paused by a person, or going on. */
export const setBackfill = (
  records: Records,
  account: Of,
  state: 'running' | 'paused'
): Promise<Backfill | undefined> =>
  changeBackfill(records, account, job => (job.state === 'done' ? undefined : { ...job, state }))
