import type { KeyedVault } from '@huiyin/adapters/secrets/vault.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { keysInUse, keysToPrune, type ResealedLot, resealLot, type SealedPlace } from '@huiyin/ports/reseal.ts'

/** The keys by their ids, the one that seals first; `used`: how many records each seals. */
export interface KeysShown {
  source: KeyedVault['source']
  keys: readonly string[]
  used: Record<string, number>
}

/** The keys that credentials and tokens are sealed with. No key ever leaves the process. */
export interface KeyDesk {
  show: () => Promise<KeysShown>
  /** A new key that seals from now on; false where the environment gives the keys. */
  add: () => Promise<boolean>
  /** Seals the next records with the first key; without a place it begins. */
  reseal: (place?: SealedPlace) => Promise<ResealedLot>
  /** Removes all keys but the first; `removed` false where the environment gives them. Throws KEY_IN_USE. */
  prune: () => Promise<{ keys: string[]; removed: boolean }>
}

export const keyDesk = ({ vault, records }: { vault: KeyedVault; records: Records }): KeyDesk => ({
  show: async () => ({ source: vault.source, keys: vault.keys(), used: await keysInUse(records) }),
  add: async () => vault.addKey(),
  reseal: place => resealLot({ records, vault }, place),
  async prune() {
    const keys = await keysToPrune(records, vault)
    return { keys, removed: keys.length > 0 && vault.dropKeys(new Set(keys)) }
  }
})
