import type { Lane } from '@huiyin/domain/token-bucket.ts'
import type { Channel } from '@huiyin/ports/channel.ts'
import type { Delivery } from '@huiyin/schemas/alert.ts'
import { admission, learn, takeToken } from './channel-state.ts'
import { type Claimed, claim, type DeliveryPorts, noticeOf, setAside, settle } from './delivery.ts'
import { noteTrouble } from './trouble.ts'

const AT_MOST = 200

export type DeliverPorts = DeliveryPorts & { channels: readonly Channel[] }

/** Delivers what is owed at `now`: the channels side by side, in each the urgent before the others. */
export async function deliverDue(ports: DeliverPorts, now: number): Promise<void> {
  const due = await ports.records.due<Delivery>('delivery', now, AT_MOST)
  const byChannel = Map.groupBy(due, ({ value }) => value.channel)
  const ended = await Promise.allSettled(
    Array.from(byChannel, ([name, entries]) =>
      deliverThrough(
        ports,
        name,
        entries.map(({ value }) => value),
        now
      )
    )
  )
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

async function deliverThrough(ports: DeliverPorts, name: string, due: readonly Delivery[], now: number): Promise<void> {
  const channel = ports.channels.find(channel => channel.name === name)
  if (!channel) return unconfigured(ports, name, due, now)
  const left = due.filter(({ alert, state }) => state === 'sending' && !alert.urgent)
  for (const { id } of left) await claim(ports, channel, id, now) // ends it: nobody knows whether it was told
  const urgent = due.filter(({ alert }) => alert.urgent)
  const normal = due.filter(one => !one.alert.urgent && !left.includes(one))
  await deliverLane(ports, channel, 'urgent', urgent, now)
  await deliverLane(ports, channel, 'normal', normal, now)
}

/**
 * One message each while the channel's limits allow; with the last that they allow the normal ones that still wait go
 * together, in one digest (R43). What may not leave yet waits, what cannot leave at all says why.
 */
async function deliverLane(
  ports: DeliverPorts,
  channel: Channel,
  lane: Lane,
  due: readonly Delivery[],
  now: number
): Promise<void> {
  for (const [sent, { id }] of due.entries()) {
    const rest = due.slice(sent)
    const admitted = await admission(ports.records, channel, lane, now)
    if (!('atOnce' in admitted)) {
      const next = 'at' in admitted ? { until: admitted.at } : { failed: admitted.disabled }
      for (const { id } of rest) await setAside(ports, id, next)
      return
    }
    const together = lane === 'normal' && channel.digest && admitted.atOnce === 1
    await send(ports, channel, together ? rest.map(({ id }) => id) : [id], now)
    if (together) return
  }
}

async function send(ports: DeliverPorts, channel: Channel, ids: readonly string[], now: number): Promise<void> {
  const claimed: Claimed[] = []
  for (const id of ids) {
    const one = await claim(ports, channel, id, now)
    if (one) claimed.push(one)
  }
  const notices = claimed.map(one => noticeOf(ports, one))
  const [first] = notices
  if (!first) return
  await takeToken(ports.records, channel, now)
  const result = await (notices.length > 1 && channel.digest ? channel.digest(notices) : channel.deliver(first))
  for (const one of claimed) await settle(ports, channel, one, result, now)
  const broken = await learn(ports.records, channel.name, result, now)
  if (broken) await noteTrouble(ports, { channel: channel.name, reason: broken, at: now })
}

async function unconfigured(ports: DeliverPorts, name: string, due: readonly Delivery[], now: number): Promise<void> {
  for (const { id } of due) {
    const claimed = await claim(ports, undefined, id, now)
    if (!claimed) continue
    await settle(ports, undefined, claimed, { outcome: 'failed', reason: `Channel "${name}" is not configured` }, now)
  }
}
