import { itemWords } from '@huiyin/domain/accounts/item-words.ts'
import { remindersOf } from '@huiyin/domain/accounts/reminders.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { AccountEntry } from '@huiyin/ports/accounts.ts'
import { ACCOUNT_FIELDS } from '@huiyin/schemas/account-fields.ts'
import type { AccountStanding } from '@huiyin/schemas/account-standing.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { AccountFieldList, AccountRow } from '@huiyin/schemas/api-accounts.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import type { ApiPorts } from './ports.ts'

type Ports = Pick<ApiPorts, 'records' | 'platform' | 'clock'>

/** Kind of the records that the collectors write. */
const STANDING = 'account-standing'

/** Accounts as `actor` may see them. */
export async function accountRows(ports: Ports, entries: readonly AccountEntry[], actor: Actor): Promise<AccountRow[]> {
  const ids = entries.map(({ account }) => accountId(account))
  const standings = await ports.records.getMany<AccountStanding>(STANDING, ids)
  return entries.map((entry, i) => accountRow(ports, entry, standings[i]?.document.value, actor))
}

function accountRow(
  { platform, clock }: Ports,
  { problem, ...entry }: AccountEntry,
  standing: AccountStanding | undefined,
  actor: Actor
): AccountRow {
  const { account, state } = entry
  const connected = platform({ platform: account.platform, account: account.id })
  const reminders = state === 'retired' ? [] : remindersOf(account, standing, clock.now())
  return {
    ...entry,
    credentials: [...entry.credentials],
    ...(problem !== undefined && mayDo(actor, 'account.configure', { account: accountId(account) }) && { problem }),
    ...(standing && { standing }),
    ...(connected && { capabilities: connected.capabilities, quotas: [...connected.quotas] }),
    reminders: reminders.map(({ kind, facts }) => ({ kind, facts, ...itemWords({ kind, facts }) }))
  }
}

const copied = (fields: (typeof ACCOUNT_FIELDS)[PlatformName]['credentials']) =>
  fields.map(({ oneOf, ...field }) => ({ ...field, ...(oneOf && { oneOf: [...oneOf] }) }))

export const fieldList = (): AccountFieldList => ({
  platforms: Object.entries(ACCOUNT_FIELDS).map(([platform, { credentials, options }]) => ({
    platform: platform as PlatformName,
    credentials: copied(credentials),
    options: copied(options)
  }))
})
