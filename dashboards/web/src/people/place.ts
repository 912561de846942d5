import { useQueryString, visit } from '../data/query-string.ts'

/** Who stands open beside the list: their sign-in name, or that somebody is being proposed. */

/** Nobody's sign-in name. */
export const NEW = '+'

export const personPlace = (open: string | undefined) =>
  `?${new URLSearchParams(open === undefined ? { view: 'people' } : { view: 'people', open })}`

export const openPerson = (open: string | undefined) => visit(personPlace(open))

export const useOpenPerson = () => new URLSearchParams(useQueryString()).get('open') ?? undefined
