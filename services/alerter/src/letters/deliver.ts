import type { Channel } from '@huiyin/ports/channel.ts'
import { LETTER_DELIVERIES, LETTERS } from '@huiyin/ports/letters.ts'
import type { Letter, LetterDelivery } from '@huiyin/schemas/letter.ts'
import { admission, takeTokens } from '../channel-state.ts'
import { claim, type Found, release } from './claim.ts'
import type { LetterPorts } from './ports.ts'
import { send } from './send.ts'
import { endAs, outOfOrder, settle, tellEnd, wait } from './settle.ts'

/** Looked at in a round. */
const AT_MOST = 500

type Due = { letter: Letter; found: Found }

/** Delivers what is owed at `now`: the channels side by side, in each one after the other, the urgent first. */
export async function deliverLetters(ports: LetterPorts, now: number): Promise<void> {
  const mine = (await dueAt(ports, now)).filter(({ found }) => ports.holds(leaseOf(found)))
  const byChannel = Map.groupBy(mine, ({ found }) => found.document.value.to.channel)
  const ended = await Promise.allSettled(
    Array.from(byChannel, ([name, due]) => deliverThrough(ports, name, due.toSorted(urgentFirst), now))
  )
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

const leaseOf = ({ document }: Found) => `channel/${document.value.to.channel}`
const urgentFirst = (a: Due, b: Due) => Number(b.letter.urgent) - Number(a.letter.urgent)

/** What is due by the rows themselves: the list lags behind. */
async function dueAt({ records }: LetterPorts, now: number): Promise<Due[]> {
  const listed = await records.due<LetterDelivery>(LETTER_DELIVERIES, now, AT_MOST)
  const rows = await records.getMany<LetterDelivery>(
    LETTER_DELIVERIES,
    listed.map(({ id }) => id)
  )
  const due = rows.flatMap(row => (row && (row.document.dueAt ?? Infinity) <= now ? [row] : []))
  const ids = [...new Set(due.map(({ document }) => document.value.letter))]
  const letters = new Map((await records.getMany<Letter>(LETTERS, ids)).map((one, i) => [ids[i]!, one?.document.value]))
  return due.flatMap(found => {
    const letter = letters.get(found.document.value.letter)
    return letter ? [{ letter, found }] : []
  })
}

async function deliverThrough(ports: LetterPorts, name: string, due: readonly Due[], began: number): Promise<void> {
  const channel = ports.channels.find(one => one.name === name)
  for (const { letter, found } of due) {
    const now = Math.max(began, ports.clock.now())
    const delivery = found.document.value
    const standing = { letter, delivery, version: found.version }
    if (delivery.untold) await tellEnd(ports, delivery, found.version)
    else if (channel) await deliverOne(ports, channel, { letter, found }, now)
    else await endAs(ports, standing, { state: 'failed', reason: `通道“${name}”未配置` }, now)
  }
}

async function deliverOne(ports: LetterPorts, channel: Channel, { letter, found }: Due, now: number): Promise<void> {
  const standing = { letter, delivery: found.document.value, version: found.version }
  const admitted = await admission(ports.records, channel, letter.urgent ? 'urgent' : 'normal', now)
  if (standing.delivery.state !== 'sending' && 'at' in admitted) return wait(ports, standing, { until: admitted.at })
  if (standing.delivery.state !== 'sending' && 'disabled' in admitted)
    return outOfOrder(ports, standing, admitted.disabled, now)
  const claimed = await claim(ports, { letter, channel, found }, now)
  if (!claimed) return
  if (!('atOnce' in admitted) || !ports.holds(`channel/${channel.name}`)) return release(ports, claimed, now)
  await takeTokens(ports.records, channel, 1, now)
  await settle(ports, channel, claimed, await send(ports, channel, claimed, now), Math.max(now, ports.clock.now()))
}
