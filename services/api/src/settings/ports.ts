import { type AccountBook, openAccounts } from '@huiyin/ports/accounts.ts'
import type { Addresses } from '@huiyin/ports/addresses.ts'
import type { KeepingPorts } from '@huiyin/ports/keeping.ts'
import { type OfficeMap, openOfficeMap } from '@huiyin/ports/office-map.ts'
import { overlayRecords } from '@huiyin/ports/overlay-records.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { openRulebook, type Rulebook } from '@huiyin/ports/rulebook.ts'
import type { Vault } from '@huiyin/ports/vault.ts'

/** What settings are read and saved by. */
export interface SettingsPorts extends KeepingPorts {
  records: Records
  rulebook: Rulebook
  book: AccountBook
  map: OfficeMap
  vault: Vault
  /** Whether what a person has entered may be asked. */
  addresses: Addresses
}

/** The same as it stands now, where everything can be tried and nothing of it is kept or told. */
export async function toTryIn({
  records: under,
  rulebook,
  book,
  map,
  vault,
  addresses,
  clock
}: SettingsPorts): Promise<SettingsPorts> {
  const records = overlayRecords(under)
  const ports = { clock, events: { append: async () => [] } }
  const settings = book.rows().flatMap(({ account, origin }) => (origin === 'settings' ? (book.of(account) ?? []) : []))
  const tried: SettingsPorts = {
    ...ports,
    records,
    vault,
    addresses,
    rulebook: openRulebook(records, { ...ports, channels: rulebook.people().channels }),
    book: openAccounts(records, { ...ports, vault, settings }),
    map: openOfficeMap(records, {
      ...ports,
      settings: map.settings,
      ...(map.reading && { reading: map.reading })
    })
  }
  await readAll(tried)
  return tried
}

/** Everything as it stands in the store. */
export async function readAll({ records, rulebook, book, map }: SettingsPorts): Promise<void> {
  await records.refresh()
  await Promise.all([rulebook.refresh(), book.refresh(), map.refresh()])
}
