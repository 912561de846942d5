import type { Gathering, Notice } from '@huiyin/ports/channel.ts'
import type { Alert } from '@huiyin/schemas/alert.ts'
import { HOUR, START } from './platform-house.ts'

/** A ticket's id holds the citizen's own id at the platform, as it does in life. */
export const CITIZEN = 'openid-of-a-citizen'

/** Alerts that had to go together because of a channel's limits. */
export const LIMITED: Gathering = { why: 'limits', more: 0, gaps: [] }

/** An alert an hour before the due time. */
export const noticed = (changed: Partial<Alert> = {}, more: Partial<Notice> = {}): Notice => {
  const ticket = changed.ticket ?? `weibo/1900000001/5000/7000/by/${CITIZEN}`
  return {
    alert: {
      id: `${ticket}/first-1/3/warn/3600000/0`,
      ticket,
      number: 'H7Q2-9KXM',
      clock: 'first-1',
      dueSetBy: 3,
      kind: 'warn',
      point: HOUR,
      rung: 0,
      repeat: 0,
      urgent: false,
      level: 'yellow',
      account: '1900000001',
      department: '城管局',
      dueAt: START + HOUR,
      madeAt: START,
      recipients: [{ channel: '值班群' }],
      ...changed
    },
    perhapsRepeated: false,
    ...more
  }
}
