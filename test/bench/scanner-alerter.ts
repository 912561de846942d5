import type { House } from '@huiyin/adapters/house.ts'
import type { AlerterPorts } from '@huiyin/alerter/tick.ts'
import { defaultLadders } from '@huiyin/domain/escalation/default-ladders.ts'
import type { Channel } from '@huiyin/ports/channel.ts'
import type { Records } from '@huiyin/ports/records.ts'

/** An alerter alone, with the ladders of a new house; its one channel takes everything at once. */
export function alerterOf({ desk, store, logger }: House, records: Records = store.records): AlerterPorts {
  const takes = async () => ({ outcome: 'sent' }) as const
  const channel: Channel = { name: 'webhook', deliver: takes, digest: takes }
  const channels = [channel.name]
  const people = { persons: [], departments: [], rosters: [], channels, ladders: defaultLadders(channels) }
  return {
    ...{ desk, records, people: () => people, channels: [channel], link: () => undefined, logger },
    ...{ holds: () => true, mayAlert: async () => true }
  }
}
