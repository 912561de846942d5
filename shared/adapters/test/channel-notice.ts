import type { Notice } from '@huiyin/ports/channel.ts'
import type { Alert } from '@huiyin/schemas/alert.ts'
import { HOUR, START } from './platform-house.ts'

/** A ticket's id holds the citizen's own id at the platform, as it does in life. */
export const CITIZEN = 'openid-of-a-citizen'

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
      urgent: false,
      level: 'yellow',
      account: '1900000001',
      department: '城管局',
      dueAt: START + HOUR,
      madeAt: START,
      channels: ['值班群'],
      ...changed
    },
    perhapsRepeated: false,
    ...more
  }
}
