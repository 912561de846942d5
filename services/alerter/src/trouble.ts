import { digest, idOf } from '@huiyin/domain/ids.ts'
import type { Channel, Trouble } from '@huiyin/ports/channel.ts'
import type { Versioned } from '@huiyin/ports/documents.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { admission, takeTokens } from './channel-state.ts'

/**
 * That a channel is out of order, or that alerts are late, is told by every (other) channel, each when its limits
 * allow; so is that nobody has acknowledged a ticket whose ladder has come to its end (R36).
 */
const KIND = 'trouble'
const AT_MOST = 500
/** Taken by one alerter for so long; after a crash another tells it again. */
const CLAIM_HOLDS = 60_000
const STALE = 86_400_000
const EXHAUSTED = '已按升级规则逐级提醒，仍无人确认接手，请立即指定人员办理。'

/** `claimed`: somebody was about to tell it. */
type Untold = { trouble: Trouble; through: string; claimed?: boolean }
type Found = Versioned<Entry<Untold>>
export type TroublePorts = { records: Records; channels: readonly Channel[]; logger: Logger }

/** Leaves a note for each of the others; what is wrong with a channel is said in the log. */
export async function noteTrouble({ records, channels, logger }: TroublePorts, trouble: Trouble): Promise<void> {
  if (!trouble.kind) logger.error(trouble, 'a channel is out of order')
  const id = [...(trouble.kind ? [trouble.kind] : []), trouble.channel, String(trouble.at)]
  await records.createEach(KIND, notes(channels, trouble, id))
}

/** Once for what a ticket has told last: noted again, for another need perhaps, it is not told again. */
export async function noteExhausted(
  { records, channels }: Pick<TroublePorts, 'records' | 'channels'>,
  tickets: readonly Ticket[],
  now: number
): Promise<void> {
  const entries = tickets.flatMap(({ id, number, told = [] }) => {
    const last = Math.max(0, ...told.map(({ at }) => at))
    const trouble = { kind: 'exhausted', channel: 'ladder', numbers: [number], reason: EXHAUSTED, at: now } as const
    return notes(channels, trouble, ['exhausted', digest(id), String(last)])
  })
  if (entries.length > 0) await records.createEach(KIND, entries)
}

const notes = (channels: readonly Channel[], trouble: Trouble, id: readonly string[]): Entry<Untold>[] =>
  channels
    .filter(({ name, report }) => report && (trouble.kind || name !== trouble.channel))
    .map(({ name }) => ({ id: idOf(...id, name), value: { trouble, through: name }, dueAt: trouble.at }))

/** Tells what has been noted, all tickets that nobody has acknowledged in one message. */
export async function tellTroubles(ports: TroublePorts, now: number): Promise<void> {
  const listed = await ports.records.due<Untold>(KIND, now, AT_MOST)
  const read = await ports.records.getMany<Untold>(
    KIND,
    listed.map(({ id }) => id)
  )
  const due = read.filter(one => one !== undefined && (one.document.dueAt ?? Infinity) <= now) as Found[]
  const together = Map.groupBy(due, ({ document: { id, value } }) =>
    value.trouble.kind === 'exhausted' ? idOf('exhausted', value.through) : id
  )
  for (const found of together.values()) await tell(ports, found, now)
}

async function tell(ports: TroublePorts, found: readonly Found[], now: number): Promise<void> {
  const { records, channels, logger } = ports
  const { through } = found[0]!.document.value
  const channel = channels.find(({ name }) => name === through)
  const fresh = channel?.report ? found.filter(({ document }) => now - document.value.trouble.at <= STALE) : []
  await forget(records, without(found, fresh))
  if (!channel?.report || fresh.length === 0) return
  const admitted = await admission(records, channel, laneOf(fresh), now)
  if ('disabled' in admitted) return forget(records, fresh)
  if ('at' in admitted) return void (await put(records, fresh, { dueAt: admitted.at }))
  const perhapsRepeated = fresh.some(({ document }) => document.value.claimed)
  const ours = await put(records, fresh, { dueAt: now + CLAIM_HOLDS, claimed: true })
  if (ours.length === 0) return
  await takeTokens(records, channel, 1, now)
  const result = await channel.report({ ...joined(ours), ...(perhapsRepeated && { perhapsRepeated }) })
  if (result.outcome === 'later') {
    await put(records, ours, { dueAt: now + result.retryAfterMs, claimed: perhapsRepeated })
    return
  }
  if (result.outcome !== 'sent') logger.warn({ channel: through, outcome: result.outcome }, 'trouble was not told')
  await forget(records, ours)
}

/** The place for what is urgent is not for what nobody has cared for anyway. */
const laneOf = (found: readonly Found[]) =>
  found[0]!.document.value.trouble.kind === 'exhausted' ? 'normal' : 'urgent'

const without = (all: readonly Found[], some: readonly Found[]) => all.filter(one => !some.includes(one))

/** Those that nobody else took meanwhile. */
async function put(
  records: Records,
  found: readonly Found[],
  { dueAt, claimed }: { dueAt?: number; claimed?: boolean } = {}
): Promise<Found[]> {
  if (found.length === 0) return []
  const puts = found.map(({ document: { id, value }, version }) => ({
    entry: {
      id,
      value: { ...value, ...(claimed !== undefined && { claimed }) },
      ...(dueAt !== undefined && { dueAt })
    },
    version
  }))
  const results = await records.putEach(KIND, puts)
  return results.flatMap((result, i) =>
    result.outcome === 'put' ? [{ document: puts[i]!.entry, version: result.version }] : []
  )
}

/** That a ticket is exhausted stays noted. */
async function forget(records: Records, found: readonly Found[]): Promise<void> {
  const isExhausted = ({ document }: Found) => document.value.trouble.kind === 'exhausted'
  await put(records, found.filter(isExhausted))
  for (const { document } of found.filter(one => !isExhausted(one))) await records.remove(KIND, document.id)
}

/** One trouble, or all tickets of several. */
function joined(found: readonly Found[]): Trouble {
  const troubles = found.map(({ document }) => document.value.trouble)
  const [first] = troubles
  const numbers = troubles.flatMap(({ numbers = [] }) => numbers)
  return { ...first!, ...(numbers.length > 0 && { numbers: [...new Set(numbers)] }) }
}
