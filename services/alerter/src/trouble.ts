import { idOf } from '@huiyin/domain/ids.ts'
import type { Channel, Trouble } from '@huiyin/ports/channel.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { admission, takeToken } from './channel-state.ts'

/** That a channel is out of order is told by every other channel, each when its limits allow. */
const KIND = 'trouble'
const AT_MOST = 50
/** Taken by one alerter for so long; after a crash another tells it again. */
const CLAIM_HOLDS = 60_000
const STALE = 86_400_000

type Untold = { trouble: Trouble; through: string }
export type TroublePorts = { records: Records; channels: readonly Channel[]; logger: Logger }

/** Says so in the log, and leaves a note for each of the others. */
export async function noteTrouble({ records, channels, logger }: TroublePorts, trouble: Trouble): Promise<void> {
  logger.error(trouble, 'a channel is out of order')
  for (const { name, report } of channels) {
    if (name === trouble.channel || !report) continue
    const value: Untold = { trouble, through: name }
    const id = idOf(trouble.channel, String(trouble.at), name)
    await records.create(KIND, { id, value, dueAt: trouble.at })
  }
}

/** Tells what has been noted. */
export async function tellTroubles(ports: TroublePorts, now: number): Promise<void> {
  for (const { id } of await ports.records.due<Untold>(KIND, now, AT_MOST)) await tell(ports, id, now)
}

async function tell({ records, channels, logger }: TroublePorts, id: string, now: number): Promise<void> {
  const found = await records.get<Untold>(KIND, id)
  if (!found || (found.document.dueAt ?? Infinity) > now) return
  const { value } = found.document
  const { trouble, through } = value
  const channel = channels.find(({ name }) => name === through)
  if (!channel?.report || now - trouble.at > STALE) return records.remove(KIND, id)
  const admitted = await admission(records, channel, 'urgent', now)
  if ('disabled' in admitted) return records.remove(KIND, id)
  const dueAt = 'at' in admitted ? admitted.at : now + CLAIM_HOLDS
  const put = await records.putIfUnchanged(KIND, { id, value, dueAt }, found.version)
  if ('at' in admitted || put.outcome !== 'put') return
  await takeToken(records, channel, now)
  const result = await channel.report(trouble)
  if (result.outcome === 'later')
    return void (await records.putIfUnchanged(KIND, { id, value, dueAt: now + result.retryAfterMs }, put.version))
  if (result.outcome !== 'sent')
    logger.warn({ channel: through, about: trouble.channel, outcome: result.outcome }, 'trouble was not told')
  await records.remove(KIND, id)
}
