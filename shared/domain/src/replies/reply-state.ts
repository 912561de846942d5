import type { Reply, ReplyState } from '@huiyin/schemas/ticket.ts'

const UNDER_WAY: readonly ReplyState[] = ['approved', 'sending', 'sent']
const BEING_WRITTEN: readonly ReplyState[] = ['drafted', 'reviewed']

/** Approved and not yet seen on the platform: the responder's. */
export const isUnderWay = ({ state }: Pick<Reply, 'state'>): boolean => UNDER_WAY.includes(state)
/** Drafted or reviewed: people may still change it. */
export const isBeingWritten = ({ state }: Pick<Reply, 'state'>): boolean => BEING_WRITTEN.includes(state)
