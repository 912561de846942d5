import { oneOf } from '../data/address.ts'
import { useQueryString, visit } from '../data/query-string.ts'
import { PARTS, type Part } from './parts.ts'

/** Where one stands among the settings: the part, and the thing of it that is open. */
export type HousePlace = { part?: Part; item?: string; shows?: 'history' | 'edit' }

/** No id of anything. */
export const NEW = '+'

export function parseHouse(search: string): HousePlace {
  const query = new URLSearchParams(search)
  const part = oneOf(PARTS, query.get('part'))
  const item = query.get('item')?.slice(0, 500) || undefined
  const shows = oneOf(['history', 'edit'] as const, query.get('shows'))
  return { ...(part && { part }), ...(part && item && { item }), ...(part && shows && { shows }) }
}

export const formatHouse = (place: HousePlace): string => `?${new URLSearchParams({ view: 'house', ...place })}`

export const goHouse = (place: HousePlace, options?: { replace?: boolean }) => visit(formatHouse(place), options)

export const useHousePlace = (): HousePlace => parseHouse(useQueryString())
