import { type AccountKey, nameOfKey } from '../data/accounts.ts'
import { useQueryString, visit } from '../data/query-string.ts'

/** Which account stands open beside the list: its name, or that one is being added. */

export const NEW = 'new'

/** What is begun where one comes to. */
export type Start = 'edit' | 'check'

export const accountPlace = (open: string | undefined, start?: Start) =>
  `?${new URLSearchParams({ view: 'accounts', ...(open !== undefined && { open }), ...(start && { do: start }) })}`

export const placeOfAccount = (key: AccountKey) => accountPlace(nameOfKey(key))

export const openAccount = (open: string | undefined, start?: Start) => visit(accountPlace(open, start))

export const useOpenAccount = () => new URLSearchParams(useQueryString()).get('open') ?? undefined

export function useStart(): Start | undefined {
  const said = new URLSearchParams(useQueryString()).get('do')
  return said === 'edit' || said === 'check' ? said : undefined
}
