import type { People } from '@huiyin/domain/escalation/alerts-owed.ts'
import type { Desk } from '@huiyin/ports/act.ts'
import type { Channel } from '@huiyin/ports/channel.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Meter } from '@huiyin/ports/meter.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { deliverDue } from './deliver.ts'
import type { DeliveryPorts } from './delivery.ts'
import { makeDigests } from './gather.ts'
import { raiseDue } from './raise.ts'
import { gatherBefore } from './taken-over.ts'
import { tellTroubles } from './trouble.ts'

export interface AlerterPorts {
  desk: Desk
  records: Records
  /** Whom ladders reach. */
  people: () => People
  /** All ways to tell; without any the alerts stand in the ledger and on the page only. */
  channels: readonly Channel[]
  /** The page of a ticket, when the house has a public address. */
  link: (number: string) => string | undefined
  /** The page on which whoever is told takes the ticket without an account. */
  acknowledge?: DeliveryPorts['acknowledge']
  handle?: DeliveryPorts['handle']
  /** Whether this process holds a lease: `tickets/<partition>`, `channel/<name>`, `digests`. */
  holds: (lease: string) => boolean
  /** False in an installation that was copied from another (R45): nothing leaves it. */
  mayAlert: () => Promise<boolean>
  /** When this installation took over from another, ms UTC; undefined where none did. */
  adoptedAt?: () => Promise<number | undefined>
  logger: Logger
  meter?: Meter
}

/** One round at `now`: what is due becomes alerts, what is owed to a channel is delivered, the urgent first;
 * a channel that is out of order is told by the others. */
export async function tick(ports: AlerterPorts, now: number): Promise<void> {
  await raiseDue(ports, now)
  if (ports.holds('digests')) await makeDigests(ports.records, now)
  if (!(await ports.mayAlert())) return
  const since = await ports.adoptedAt?.()
  if (since !== undefined) await gatherBefore(ports.records, since, now)
  await deliverDue(ports, now)
  if (ports.holds('digests')) await tellTroubles(ports, now)
}
