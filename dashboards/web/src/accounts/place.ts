import { type AccountKey, nameOfKey } from '../data/accounts.ts'
import { useQueryString, visit } from '../data/query-string.ts'

/** Which account stands open beside the list: its name, or that one is being added. */

export const NEW = 'new'

export const accountPlace = (open: string | undefined) =>
  `?${new URLSearchParams(open === undefined ? { view: 'accounts' } : { view: 'accounts', open })}`

export const placeOfAccount = (key: AccountKey) => accountPlace(nameOfKey(key))

export const openAccount = (open: string | undefined) => visit(accountPlace(open))

export const useOpenAccount = () => new URLSearchParams(useQueryString()).get('open') ?? undefined
