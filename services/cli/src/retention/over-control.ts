import type { Ask } from '../control/messages.ts'
import type { RetentionDesk } from './desk.ts'

/** The desk of the process that owns the folder, over a conversation with it. */
export const retentionOver = (ask: <T>(message: Ask) => Promise<T>): RetentionDesk => ({
  status: () => ask({ ask: 'retention.status' }),
  apply: of => ask({ ask: 'retention.apply', ...of })
})
