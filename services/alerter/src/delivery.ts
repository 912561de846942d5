import { alertUpToDate } from '@huiyin/domain/earlier-version.ts'
import type { Desk } from '@huiyin/ports/act.ts'
import type { Channel, Notice } from '@huiyin/ports/channel.ts'
import type { Version } from '@huiyin/ports/documents.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Alert, AlertRecipient, Delivery } from '@huiyin/schemas/alert.ts'

/**
 * A delivery: pending → claimed (sending) → sent, failed, unknown or cancelled.
 * A claim that was left alone means that nobody knows whether it was told: an urgent one is told again and
 * says so (可能重复), any other is shown as unknown and goes by the next channel (R41). Where the receiver cannot drop
 * repeats it is told again once.
 */
export const MOST_ATTEMPTS = 8

export type DeliveryPorts = {
  desk: Desk
  records: Records
  channels: readonly Channel[]
  link: (number: string) => string | undefined
  /** The page on which whoever is told takes the ticket without an account; when the house has a public address. */
  acknowledge?: (alert: Alert, recipient: AlertRecipient) => Promise<string>
  /** The page on which the department of whoever is told handles its dispatch; for those who cannot sign in. */
  handle?: (alert: Alert, recipient: AlertRecipient) => Promise<string | undefined>
  logger: Logger
}

/** A delivery that this process may send, with what of it still has to be told. */
export type Claimed = { delivery: Delivery; version: Version; perhapsRepeated: boolean; alerts: Alert[] }

/** Whether a delivery of unknown fate may be sent by the same channel once more. */
export const mayRepeat = ({ alert, perhapsRepeated, attempts }: Delivery, channel: Channel | undefined) =>
  alert.urgent && attempts < MOST_ATTEMPTS && (channel?.dropsRepeats === true || !perhapsRepeated)

/** What leaves, one notice for each alert that it tells. */
export function noticesOf({ link: linkTo }: DeliveryPorts, { delivery, perhapsRepeated, alerts }: Claimed): Notice[] {
  const { attempts, address } = delivery
  return alerts.map(alert => {
    const link = linkTo(alert.number)
    return { alert, ...(link && { link }), perhapsRepeated, attempt: attempts, ...(address && { to: address }) }
  })
}

/** The notice of one alert alone, by which it can be taken. */
export async function noticeOf(ports: DeliveryPorts, of: Claimed): Promise<Notice> {
  const [notice] = noticesOf(ports, of)
  const { alert, channel, address } = of.delivery
  const recipient = alertUpToDate(alert).recipients.find(one => one.channel === channel && one.address === address) ?? {
    channel
  }
  const acknowledge = await ports.acknowledge?.(alert, recipient)
  const handle = await ports.handle?.(alert, recipient)
  return { ...notice!, ...(acknowledge && { acknowledge }), ...(handle && { handle }) }
}

/** What is not urgent and may or may not have been told, or will not be taken, goes by the next channel, once (R41). */
export async function goOtherWay({ records, channels }: DeliveryPorts, delivery: Delivery, now: number): Promise<void> {
  const { alert } = delivery
  const tried = new Set([delivery.channel, ...alertUpToDate(alert).recipients.map(({ channel }) => channel)])
  const next = channels.find(({ name }) => !tried.has(name))
  if (!next) return
  const { address: _, claim: __, reason: ___, ...rest } = delivery
  const value: Delivery = { ...rest, id: `${alert.id}/${next.name}`, channel: next.name, state: 'pending', attempts: 0 }
  await records.create('delivery', { id: value.id, value, dueAt: now })
}
