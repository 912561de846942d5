import { useQueryString, visit } from '../data/query-string.ts'

/** Which message stands open beside the list. */

export const parkedPlace = (open: string | undefined) =>
  `?${new URLSearchParams(open === undefined ? { view: 'parked' } : { view: 'parked', open })}`

export const openParked = (open: string | undefined) => visit(parkedPlace(open))

export const useOpenParked = () => new URLSearchParams(useQueryString()).get('open') ?? undefined
