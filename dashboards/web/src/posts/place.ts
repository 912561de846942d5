import type { PlatformName } from '@huiyin/schemas/names.ts'
import { type AccountKey, nameOfKey } from '../data/accounts.ts'
import { oneOf } from '../data/address.ts'
import { PLATFORMS } from '../data/filter.ts'
import { useQueryString, visit } from '../data/query-string.ts'

/** Whose posts one looks at, and whether one is being added. */

export type PostPlace = { account?: AccountKey | undefined; adding?: boolean }

/** `wechat/wx123` as an account. */
export function keyOfName(name: string | null): AccountKey | undefined {
  const [platform = '', ...id] = (name ?? '').split('/')
  const known = oneOf<PlatformName>(PLATFORMS, platform)
  return known && id.length > 0 ? { platform: known, id: id.join('/') } : undefined
}

export const postPlace = ({ account, adding }: PostPlace) =>
  `?${new URLSearchParams({
    view: 'posts',
    ...(account && { account: nameOfKey(account) }),
    ...(adding && { open: 'new' })
  })}`

export const placeOfPosts = (account: AccountKey) => postPlace({ account })

/** Where a post of this account is added by hand. */
export const placeOfAdding = (account: AccountKey) => postPlace({ account, adding: true })

export const goAmongPosts = (place: PostPlace, options?: { replace?: boolean }) => visit(postPlace(place), options)

export function usePostPlace(): PostPlace {
  const query = new URLSearchParams(useQueryString())
  return { account: keyOfName(query.get('account')), adding: query.get('open') === 'new' }
}
