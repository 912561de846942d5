import type { ItemRow } from '@huiyin/schemas/api-accounts.ts'
import { placeOfAccount } from '../accounts/place.ts'
import { placeOfPosts } from '../posts/place.ts'
import { isWeb } from '../ticket/facts.tsx'

/** Where an item is mended: at the platform, at the account, or among its posts. */
export type Way = { href: string; outside: boolean }

export function wayOf({ kind, platform, account, link }: ItemRow): Way | undefined {
  if (isWeb(link)) return { href: link, outside: true }
  if (platform === undefined || account === undefined) return
  const of = { platform, id: account }
  return { href: kind.startsWith('account.') ? placeOfAccount(of) : placeOfPosts(of), outside: false }
}

/** Nothing is collected of such an account. */
export const isGrave = ({ kind }: ItemRow) => kind === 'account.authorise' || kind === 'account.stopped'
