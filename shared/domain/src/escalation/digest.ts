import { idOf, digest as shortHash } from '../ids.ts'
import type { Notification } from './ladder-step.ts'
import { type Recipient, recipientKey } from './recipients.ts'
import type { Gap } from './trigger.ts'

/** Several notifications that reach one recipient as one message. */
export type Digest = {
  /** The same notifications for the same recipient have the same id. */
  id: string
  recipient: Recipient
  /** Something in it is urgent. */
  urgent: boolean
  /** Ids of all that it tells. */
  notifications: string[]
  /** One line for each trigger: the newest of its notifications. */
  lines: Notification[]
  /** In which nobody could know or tell (R30). */
  gaps: Gap[]
}

export type Sorted = {
  digests: Digest[]
  /** To be told each by itself. */
  singly: Notification[]
  /** Reach nobody at all: for an operator to see. */
  unreached: Notification[]
}

/**
 * Sorts what is due: what quiet hours gathered (R37) and what fell due while nobody could tell (R30) becomes one
 * digest for each recipient, the urgent first; the rest goes by itself. Doubled notifications count once.
 */
export function digestOf(notifications: readonly Notification[]): Sorted {
  const all = [...new Map(notifications.map(one => [one.id, one])).values()]
  const reaching = all.filter(({ recipients }) => recipients.length > 0)
  const gathered = reaching.filter(({ gather }) => gather !== undefined)
  const byRecipient = new Map<string, { recipient: Recipient; of: Notification[] }>()
  for (const notification of gathered) {
    for (const recipient of notification.recipients) {
      const key = recipientKey(recipient)
      const { of } = byRecipient.get(key) ?? { of: [] }
      byRecipient.set(key, { recipient, of: [...of, notification] })
    }
  }
  const digests = Array.from(byRecipient.values(), ({ recipient, of }) => oneDigest(recipient, of))
  return {
    digests: digests.sort((a, b) => Number(b.urgent) - Number(a.urgent)),
    singly: reaching.filter(({ gather }) => gather === undefined),
    unreached: all.filter(({ recipients }) => recipients.length === 0)
  }
}

function oneDigest(recipient: Recipient, of: readonly Notification[]): Digest {
  const notifications = of.map(({ id }) => id).sort()
  const gaps = of.map(({ gap }) => gap).filter(gap => gap !== undefined)
  return {
    id: idOf('digest', recipientKey(recipient), shortHash(JSON.stringify(notifications))),
    recipient,
    urgent: of.some(({ urgent }) => urgent),
    notifications,
    lines: newestOfEach(of),
    gaps: [...new Map(gaps.map(gap => [JSON.stringify([gap.from, gap.to, gap.why]), gap])).values()]
  }
}

function newestOfEach(of: readonly Notification[]): Notification[] {
  const inOrder = of.toSorted((a, b) => a.at - b.at || a.rung - b.rung || (a.id < b.id ? -1 : 1))
  return [
    ...new Map(inOrder.map(one => [JSON.stringify([one.ticket, one.subject, one.event, one.kind]), one])).values()
  ].sort((a, b) => Number(b.urgent) - Number(a.urgent) || a.at - b.at)
}
