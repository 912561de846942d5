import type { Channel, DeliveryOutcome, Gathering } from '@huiyin/ports/channel.ts'
import { learn, takeTokens } from './channel-state.ts'
import { claimEach, release } from './claim.ts'
import { type Claimed, type DeliveryPorts, noticeOf, noticesOf } from './delivery.ts'
import { settleEach } from './settle.ts'
import { noteTrouble } from './trouble.ts'

export type DeliverPorts = DeliveryPorts & {
  /** Whether a lease is held here. */
  holds: (lease: string) => boolean
}

export const isLimited = ({ limits = [] }: Channel) => limits.length > 0

export const holdsChannel = ({ holds }: DeliverPorts, { name }: Channel) => holds(`channel/${name}`)

/** Claimed at once; whatever has not left by then is given back when the lease is lost or the channel takes no more. */
export async function sendEach(
  ports: DeliverPorts,
  channel: Channel,
  ids: readonly string[],
  now: number
): Promise<void> {
  const claimed = await claimEach(ports, channel, ids, now)
  if (claimed.length === 0) return
  if (!holdsChannel(ports, channel)) return release(ports, claimed, now)
  await takeTokens(ports.records, channel, claimed.length, now)
  await (isLimited(channel) ? inTurn : sideBySide)(ports, channel, claimed, now)
}

async function sideBySide(ports: DeliverPorts, channel: Channel, claimed: readonly Claimed[], now: number) {
  const ended = await Promise.allSettled(claimed.map(one => sendOne(ports, channel, one)))
  const settled = ended.flatMap((one, i) =>
    one.status === 'fulfilled' ? [{ of: claimed[i]!, result: one.value }] : []
  )
  await settleEach(ports, channel, settled, now)
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  const worst = settled.find(({ result }) => result.outcome !== 'sent') ?? settled[0]!
  await learnFrom(ports, channel, worst.result, now)
}

async function inTurn(ports: DeliverPorts, channel: Channel, claimed: readonly Claimed[], now: number) {
  let result: DeliveryOutcome | undefined
  for (const [i, of] of claimed.entries()) {
    if (!holdsChannel(ports, channel)) return release(ports, claimed.slice(i), now)
    result = await sendOne(ports, channel, of)
    await settleEach(ports, channel, [{ of, result }], now)
    if (result.outcome === 'sent') continue
    await learnFrom(ports, channel, result, now)
    if (stops(result)) return release(ports, claimed.slice(i + 1), now)
  }
  if (result?.outcome === 'sent') await learnFrom(ports, channel, result, now)
}

/** The next would fare alike. */
const stops = (result: DeliveryOutcome) =>
  result.outcome === 'unknown' || result.outcome === 'disabled' || (result.outcome === 'later' && result.everything)

const sendOne = async (ports: DeliverPorts, channel: Channel, of: Claimed): Promise<DeliveryOutcome> =>
  isDigest([of]) ? channel.digest(noticesOf(ports, of), gatheringOf([of])) : channel.deliver(await noticeOf(ports, of))

export async function sendTogether(
  ports: DeliverPorts,
  channel: Channel,
  ids: readonly string[],
  now: number
): Promise<void> {
  const claimed = await claimEach(ports, channel, ids, now)
  if (claimed.length === 0) return
  if (!holdsChannel(ports, channel)) return release(ports, claimed, now)
  await takeTokens(ports.records, channel, 1, now)
  const notices = claimed.flatMap(one => noticesOf(ports, one))
  const [only] = claimed.length === 1 ? claimed : []
  const result = await (only ? sendOne(ports, channel, only) : channel.digest(notices, gatheringOf(claimed)))
  await settleEach(
    ports,
    channel,
    claimed.map(of => ({ of, result })),
    now
  )
  await learnFrom(ports, channel, result, now)
}

async function learnFrom(ports: DeliverPorts, channel: Channel, result: DeliveryOutcome, now: number): Promise<void> {
  const broken = await learn(ports.records, channel.name, result, now)
  if (broken) await noteTrouble(ports, { channel: channel.name, reason: broken, at: now })
}

const isDigest = (claimed: readonly Claimed[]) => claimed.length > 1 || claimed[0]?.delivery.digest !== undefined

function gatheringOf(claimed: readonly Claimed[]): Gathering {
  const alerts = claimed.flatMap(({ alerts }) => alerts)
  const gaps = alerts.flatMap(({ gap }) => gap ?? [])
  const [{ gather } = {}] = alerts
  return {
    why: claimed.length > 1 ? 'limits' : (gather ?? 'limits'),
    more: claimed.reduce((sum, { delivery }) => sum + (delivery.more ?? 0), 0),
    gaps: [...new Map(gaps.map(gap => [JSON.stringify(gap), gap])).values()]
  }
}
