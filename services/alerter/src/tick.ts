import type { Desk } from '@huiyin/ports/act.ts'
import type { Channel } from '@huiyin/ports/channel.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { deliverDue } from './deliver.ts'
import { raiseDue } from './raise.ts'
import { tellTroubles } from './trouble.ts'

export interface AlerterPorts {
  desk: Desk
  records: Records
  /** Everybody who is told; without any the alerts stand in the ledger and on the page only. */
  channels: readonly Channel[]
  /** The page of a ticket, when the house has a public address. */
  link: (number: string) => string | undefined
  logger: Logger
}

/** One round at `now`: what is due becomes alerts, what is owed to a channel is delivered, the urgent first;
 * a channel that is out of order is told by the others. */
export async function tick(ports: AlerterPorts, now: number): Promise<void> {
  await raiseDue(ports, now)
  await deliverDue(ports, now)
  await tellTroubles(ports, now)
}
