import type { DispatchView, ReplyView, TicketView } from '@huiyin/schemas/api.ts'

/** What was let go and still waits a moment, so that it can be called back; the first that leaves. */
export type Leaving = { at: number } & (
  | { what: 'reply'; reply: ReplyView }
  | { what: 'dispatch'; dispatch: DispatchView }
)

/** `now` is UTC in ms. */
export function leavingOf({ replies, dispatches }: Pick<TicketView, 'replies' | 'dispatches'>, now: number) {
  const all: Leaving[] = [
    ...replies.flatMap(reply =>
      reply.state === 'approved' && reply.leavesAt !== undefined
        ? [{ what: 'reply' as const, reply, at: reply.leavesAt }]
        : []
    ),
    ...dispatches.flatMap(dispatch =>
      dispatch.endedAt === undefined && dispatch.leavesAt !== undefined
        ? [{ what: 'dispatch' as const, dispatch, at: dispatch.leavesAt }]
        : []
    )
  ]
  return all.filter(({ at }) => at > now).sort((a, b) => a.at - b.at)[0]
}
