import type { DispatchView } from '@huiyin/schemas/api.ts'

export type DispatchLink = NonNullable<DispatchView['links']>[number]

/** How a link stands at `now` (UTC in ms). */
export const standingOf = ({ endedAt, expiresAt, openedAt }: DispatchLink, now: number) =>
  endedAt !== undefined ? 'ended' : expiresAt <= now ? 'expired' : openedAt !== undefined ? 'used' : 'stands'
