import type { Channel, DeliveryOutcome } from '@huiyin/ports/channel.ts'
import { openLetterLinks } from '@huiyin/ports/letter-links.ts'
import { learn } from '../channel-state.ts'
import { noteTrouble } from '../trouble.ts'
import type { Claimed, LetterPorts } from './ports.ts'

const DAY = 86_400_000
/** A receipt's link serves for so long. */
const LINK_HOLDS = 30 * DAY

/** Lets one leave, and keeps what its fate says of the channel. */
export async function send(ports: LetterPorts, channel: Channel, of: Claimed, now: number): Promise<DeliveryOutcome> {
  const { records, channels, logger } = ports
  if (!channel.letter) return { outcome: 'failed', reason: `通道“${channel.name}”不能发送通知` }
  const result = await channel.letter(await noticeOf(ports, of))
  const broken = await learn(records, channel.name, result, now)
  if (broken) await noteTrouble({ records, channels, logger }, { channel: channel.name, reason: broken, at: now })
  return result
}

async function noticeOf({ records, files, page }: LetterPorts, { letter, delivery }: Claimed) {
  const { id, to, attempts, perhapsRepeated = false, madeAt } = delivery
  const link = letter.path === undefined ? undefined : page(letter.path)
  const token = letter.receipt && page('/') && (await openLetterLinks(records).issue(id, madeAt + LINK_HOLDS))
  const receive = token ? page(`/n/${token}`) : undefined
  return {
    ...{ letter, reference: id, perhapsRepeated, attempt: attempts },
    ...(to.address !== undefined && { to: to.address }),
    ...(link !== undefined && { link }),
    ...(receive !== undefined && { receive }),
    open: async (sha256: string) => readAll((await files.open(sha256)).content)
  }
}

/** Whole: the channel asks only for what it can carry. */
const readAll = async (content: AsyncIterable<Uint8Array>): Promise<Uint8Array> =>
  Buffer.concat(await Array.fromAsync(content))
