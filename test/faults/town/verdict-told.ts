import type { Alert, Delivery } from '@huiyin/schemas/alert.ts'
import { type Arrived, CHANNELS } from '../receivers.ts'

/** Nobody was told the same twice, but of what is urgent by a message that says so. */
export const judgeTold = (
  arrived: readonly Arrived[],
  alerts: readonly Alert[],
  deliveries: readonly Delivery[]
): string[] => [...again(arrived), ...moreThanOwed(arrived, alerts), ...needlessly(deliveries)]

/** The second of the same message says that it may be one; what drops no repeats gets no third. */
function again(arrived: readonly Arrived[]): string[] {
  const same = Map.groupBy(arrived, ({ channel, number, reference }) => `${channel} ${number} ${reference}`)
  return Array.from(same.values()).flatMap(([first, ...repeats]) => {
    const { channel, number } = first!
    const isMarked = repeats.every(({ repeated }) => repeated)
    if (isMarked && (channel !== CHANNELS.urgent || repeats.length <= 1)) return []
    return [`${number} was told the same ${repeats.length + 1} times by ${channel}: ${allOf([first!, ...repeats])}`]
  })
}

/** By ticket and channel no more unmarked messages than alerts for it, whatever their words. */
function moreThanOwed(arrived: readonly Arrived[], alerts: readonly Alert[]): string[] {
  const keyOf = ({ channel, number }: Pick<Arrived, 'channel' | 'number'>) => `${channel} ${number}`
  const isOwed = ({ channel, repeated }: Arrived) => channel !== CHANNELS.spare && !repeated
  const owed = Map.groupBy(
    alerts.flatMap(({ number, recipients }) => recipients.map(({ channel }) => ({ channel, number }))),
    keyOf
  )
  return Array.from(Map.groupBy(arrived.filter(isOwed), keyOf)).flatMap(([key, messages]) => {
    const { channel, number } = messages[0]!
    const most = owed.get(key)?.length ?? 0
    return messages.length <= most
      ? []
      : [`${number} was told ${messages.length} times by ${channel}, there are ${most} alerts: ${allOf(messages)}`]
  })
}

/** What is not urgent and may have been told goes by the next channel instead (R41). */
const needlessly = (deliveries: readonly Delivery[]): string[] =>
  deliveries.flatMap(({ id, alert, digest = [alert], perhapsRepeated }) =>
    perhapsRepeated && !digest.some(({ urgent }) => urgent) ? [`delivery ${id} was repeated, and is not urgent`] : []
  )

const allOf = (messages: readonly Arrived[]) =>
  messages.map(({ at, said }) => `${new Date(at).toISOString().slice(11, 19)} ${said}`).join(' | ')
