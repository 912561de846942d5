import type { ReviewRow } from '@huiyin/schemas/api-desks.ts'
import { useMemo } from 'react'
import { oneOf } from '../data/address.ts'
import { useQueryString, visit } from '../data/query-string.ts'

/** Which pile one goes through, and what of it is open. */

export const PILES = ['decide', 'judge'] as const
export type Pile = (typeof PILES)[number]
export type ReviewPlace = { pile: Pile; open?: string }

/** A name for what waits: the same reply waits for a review and then for an approval. */
export const nameOfRow = ({ kind, id, may }: ReviewRow): string => `${kind}/${id}/${may[0]}`

export function parseReviewPlace(search: string): ReviewPlace {
  const query = new URLSearchParams(search)
  const open = query.get('open')
  return { pile: oneOf(PILES, query.get('pile')) ?? 'decide', ...(open && { open }) }
}

export const formatReviewPlace = ({ pile, open }: ReviewPlace): string =>
  `?${new URLSearchParams({ view: 'reviews', ...(pile === 'judge' && { pile }), ...(open !== undefined && { open }) })}`

export const goReview = (place: ReviewPlace, options?: { replace?: boolean }) =>
  visit(formatReviewPlace(place), options)

export function useReviewPlace(): ReviewPlace {
  const search = useQueryString()
  return useMemo(() => parseReviewPlace(search), [search])
}
