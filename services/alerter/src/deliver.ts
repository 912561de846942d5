import type { Lane } from '@huiyin/domain/token-bucket.ts'
import type { Channel } from '@huiyin/ports/channel.ts'
import type { Delivery } from '@huiyin/schemas/alert.ts'
import { admission } from './channel-state.ts'
import { claimEach, endLost } from './claim.ts'
import { type DeliverPorts, holdsChannel, isLimited, sendEach, sendTogether } from './send.ts'
import { setAside, settleEach } from './settle.ts'

const AT_MOST = 1_000
/** A round (ms) ends then for what is not urgent. */
const LONG = 2_000
/** So many are claimed at once: as many at most are of unknown fate when this process is killed. */
const WIDTH = { limited: 4, unlimited: 8 }

/** Delivers what is owed at `now`: the channels side by side, in each the urgent before the others. */
export async function deliverDue(ports: DeliverPorts, now: number): Promise<void> {
  const due = await ports.records.due<Delivery>('delivery', now, AT_MOST)
  const mine = due.filter(({ value }) => ports.holds(`channel/${value.channel}`))
  const byChannel = Map.groupBy(mine, ({ value }) => value.channel)
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
  await endLost(ports, channel, idsOf(left), now)
  const urgent = due.filter(({ alert }) => alert.urgent)
  const normal = due.filter(one => !one.alert.urgent && !left.includes(one))
  await deliverLane(ports, channel, 'urgent', urgent, now)
  await deliverLane(ports, channel, 'normal', normal, now)
}

const idsOf = (deliveries: readonly Delivery[]) => deliveries.map(({ id }) => id)

/**
 * One message each while the channel's limits allow; with the last that they allow the normal ones that still wait go
 * together, in one digest (R43). What may not leave yet waits, what cannot leave at all says why. What is left when
 * the round has lasted long waits for the next, behind what became urgent meanwhile.
 */
async function deliverLane(
  ports: DeliverPorts,
  channel: Channel,
  lane: Lane,
  due: readonly Delivery[],
  began: number
): Promise<void> {
  const waiting = [...due]
  for (let first = waiting[0]; first; first = waiting[0]) {
    const now = Math.max(began, ports.desk.clock.now())
    if (!holdsChannel(ports, channel) || (lane === 'normal' && now - began > LONG)) return
    const admitted = await admission(ports.records, channel, lane, now)
    if (!('atOnce' in admitted)) {
      const next = 'at' in admitted ? { until: admitted.at } : { failed: admitted.disabled }
      return setAside(ports, idsOf(waiting), next)
    }
    const last = lane === 'normal' && admitted.atOnce === 1
    const room = lane === 'normal' ? admitted.atOnce - 1 : admitted.atOnce
    const next = last
      ? waiting.filter(({ address }) => address === first.address)
      : waiting.slice(0, Math.min(room, widthOf(channel)))
    for (const one of next) waiting.splice(waiting.indexOf(one), 1)
    if (last) await sendTogether(ports, channel, idsOf(next), now)
    else await sendEach(ports, channel, idsOf(next), now)
  }
}

const widthOf = (channel: Channel) => (isLimited(channel) ? WIDTH.limited : WIDTH.unlimited)

async function unconfigured(ports: DeliverPorts, name: string, due: readonly Delivery[], now: number): Promise<void> {
  const claimed = await claimEach(ports, undefined, idsOf(due), now)
  const result = { outcome: 'failed', reason: `Channel "${name}" is not configured` } as const
  await settleEach(
    ports,
    undefined,
    claimed.map(of => ({ of, result })),
    now
  )
}
