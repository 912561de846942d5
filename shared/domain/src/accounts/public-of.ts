import type { Account, PublicAccount } from '@huiyin/schemas/account.ts'

/** What may leave the process: everything but the credentials. */
export function publicOf({ credentials: _, ...rest }: Account): PublicAccount {
  return rest
}
