/** What a platform gave us to act for an account, as it changes while we work. Kept encrypted. */
export interface Token {
  access: string
  /** Until when it may be used, in ms since 1970. */
  accessUntil: number
  refresh?: string
  refreshUntil?: number
  /** How often `refresh` was renewed. */
  renewals?: number
  /** Digests of the configured refresh tokens that the chain began with, the newest first: another one begins a new chain. */
  from?: string[]
  /** Somebody renews it until then; whoever meets this uses what stands, or comes again. */
  renewing?: { by: string; until: number }
}

/** The token of one account, shared by all processes; a renewal that another made first is read, not repeated. */
export interface TokenStore {
  read: () => Promise<{ token: Token; version: unknown } | undefined>
  /** False when somebody has saved another since that version (none: since there was none): read again. */
  save: (token: Token, version?: unknown) => Promise<boolean>
}
