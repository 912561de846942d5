import { digest } from '@huiyin/domain/ids.ts'
import type { Alert, Delivery } from '@huiyin/schemas/alert.ts'
import type { Message } from '../world/channel.ts'

export interface Told {
  /** Ids of alerts of which no message left and nothing says why. */
  missing: string[]
  /** Ids of alerts that were told twice without saying so. */
  twice: string[]
  /** Ids of alerts that were found late together with others and went apart from them (R30). */
  scattered: string[]
  figures: {
    messages: number
    digests: number
    alertsInDigests: number
    repeatedAndSaidSo: number
    yielded: number
    unknown: number
  }
}

/** Whether each alert that was made was told, and once. */
export function compareMessages(
  alerts: readonly Alert[],
  deliveries: readonly Delivery[],
  messages: readonly Message[],
  endedAt: number
): Told {
  const times = new Map<string, number>()
  const saidSo = new Set<string>()
  for (const { alert, perhapsRepeated } of messages.flatMap(({ notices }) => notices)) {
    times.set(alert.id, (times.get(alert.id) ?? 0) + 1)
    if (perhapsRepeated) saidSo.add(alert.id)
  }
  const ways = Map.groupBy(
    deliveries.flatMap(one => idsOf(one).map(id => ({ id, state: one.state }))),
    ({ id }) => id
  )
  const states = (id: string) => [...(ways.get(id) ?? []), ...(ways.get(digest(id)) ?? [])].map(({ state }) => state)
  const isFresh = ({ madeAt }: Alert) => madeAt > endedAt - STILL_GATHERED
  const untold = alerts.filter(({ id }) => !times.has(id))
  const explained = ({ id }: Alert) =>
    states(id).some(state => state === 'cancelled' || state === 'unknown' || state === 'sent')
  const digests = messages.filter(message => message.digest)
  return {
    missing: untold.filter(alert => !explained(alert) && !isFresh(alert)).map(({ id }) => id),
    scattered: scatteredOf(messages),
    twice: [...times].filter(([id, n]) => n > 1 && !saidSo.has(id)).map(([id]) => id),
    figures: {
      messages: messages.length,
      digests: digests.length,
      alertsInDigests: digests.reduce((sum, { notices }) => sum + notices.length, 0),
      repeatedAndSaidSo: saidSo.size,
      yielded: untold.filter(({ id }) => states(id).some(state => state === 'cancelled' || state === 'sent')).length,
      unknown: untold.filter(({ id }) => states(id).includes('unknown')).length
    }
  }
}

/** What was made last may still wait for its digest, at the end of the night. */
const STILL_GATHERED = 10 * 3_600_000

const idsOf = ({ alert, taken }: Delivery): readonly string[] => taken ?? [alert.id]

/** What one look found late goes in one message, the urgent before the rest. */
function scatteredOf(messages: readonly Message[]): string[] {
  const late = messages.flatMap((message, n) =>
    message.notices.filter(({ alert }) => alert.gather === 'late').map(({ alert }) => ({ alert, n }))
  )
  const together = Map.groupBy(late, ({ alert }) => `${alert.madeAt} ${alert.urgent}`)
  return [...together.values()].flatMap(those =>
    new Set(those.map(({ n }) => n)).size > 1 ? those.map(({ alert }) => alert.id) : []
  )
}
