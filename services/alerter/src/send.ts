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

/** Whether its other side takes no more than so many in a time. */
export const isLimited = ({ limits = [] }: Channel) => limits.length > 0

/** Whether this process alone may send by it now. */
export const holdsChannel = ({ holds }: DeliverPorts, { name }: Channel) => holds(`channel/${name}`)

/** Claimed at once; whatever has not left by then is given back when the lease is lost or the channel takes no more. */
export async function sendEach(
  ports: DeliverPorts,
  channel: Channel,
  ids: readonly string[],
  now: number
): Promise<void> {
  const claimed = await claimHere(ports, channel, ids, now)
  if (claimed.length === 0) return
  await takeTokens(ports.records, channel, claimed.length, now)
  await (isLimited(channel) ? inTurn : sideBySide)(ports, channel, claimed, now)
}

/** None, and all of them given back, where another holds the channel by now. */
async function claimHere(ports: DeliverPorts, channel: Channel, ids: readonly string[], now: number) {
  const claimed = await claimEach(ports, channel, ids, now)
  if (holdsChannel(ports, channel)) return claimed
  if (claimed.length > 0) await release(ports, claimed, now)
  return []
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

/** As one digest and for one token; what was claimed alone goes by itself. */
export async function sendTogether(
  ports: DeliverPorts,
  channel: Channel,
  ids: readonly string[],
  now: number
): Promise<void> {
  const claimed = await claimHere(ports, channel, ids, now)
  if (claimed.length === 0) return
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
