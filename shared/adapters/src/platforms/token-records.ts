import { storeRefused } from '@huiyin/domain/errors.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { openRecord, type Sealed, sealRecord } from '@huiyin/ports/sealed.ts'
import type { Token, TokenStore } from '@huiyin/ports/token-store.ts'
import type { Vault } from '@huiyin/ports/vault.ts'

const KIND = 'token'

/**
 * The token of one account in the house's records, sealed. `id`: accountId() of the account. Rejects as the records and
 * the vault do: STORE_UNAVAILABLE, KEY_MISSING, SECRET_UNREADABLE; STORE_REFUSED when the store will not take it.
 */
export const recordTokens = (records: Records, vault: Vault, id: string): TokenStore => ({
  read: async () => {
    const found = await records.get<Sealed>(KIND, id)
    if (!found) return undefined
    return { token: openRecord(vault, KIND, id, found.document.value) as Token, version: found.version }
  },
  save: async (token, version) => {
    const entry = { id, value: { sealed: sealRecord(vault, KIND, id, token) } }
    const [put] = await records.putEach<Sealed>(KIND, [{ entry, version: version as string | undefined }])
    if (put?.outcome === 'refused') throw storeRefused(put.reason)
    return put?.outcome === 'put'
  }
})
