import type { Token, TokenStore } from '@huiyin/ports/token-store.ts'

/** Tokens that last as long as the process. */
export function memoryTokens(): TokenStore {
  let held: { token: Token; version: number } | undefined
  return {
    read: async () => held && structuredClone(held),
    save: async (token, version) => {
      if (version !== held?.version) return false
      held = { token: structuredClone(token), version: (held?.version ?? 0) + 1 }
      return true
    }
  }
}
