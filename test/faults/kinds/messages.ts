import type { EventLog } from '@huiyin/ports/event-log.ts'
import { pick, type Random, shuffled } from '@huiyin/simulator/random.ts'
import type { Town } from '../town/open.ts'
import type { Topic } from '../town/transport.ts'
import type { Kind } from './kind.ts'

const TOPICS: readonly Topic[] = ['comments', 'classified', 'events']

const POISON: readonly ((n: number) => string)[] = [
  n => `no JSON ${n}`,
  n => `{"half": ${n}`,
  n => `{"id": ${n}}`,
  n => JSON.stringify({ id: `x${n}`, key: 'x', type: 'ticket.opened', at: 'yesterday' }),
  n => `[${n}]`,
  n => JSON.stringify(`\u0000${n}`),
  n => JSON.stringify({ id: 'x'.repeat(10_000), n })
]

/** Something stands in the log that nobody can read. */
export const poison: Kind = {
  name: 'poison message',
  weight: 2,
  targets: () => TOPICS,
  holds: (_, target) => [`poison in ${target}`],
  make: ({ transport, poisoned }, target, random) => ({
    lasts: 0,
    async inject() {
      const raw = pick(random, POISON)(poisoned.length)
      await transport.write(target as Topic, `poison-${poisoned.length % 7}`, raw)
      poisoned.push(raw)
    },
    mend: async () => {}
  })
}

/** So many of the last messages of each partition come once more, in another order. */
const BACK = 40

export const again: Kind = {
  name: 'duplicate and reordered messages',
  weight: 3,
  targets: () => TOPICS,
  holds: (_, target) => [`again in ${target}`],
  make: ({ house }, target, random) => ({
    lasts: 0,
    inject: () => inLog(house, target as Topic, log => repeatedIn(log, random)),
    mend: async () => {}
  })
}

type Work = <E extends { key: string }>(log: EventLog<E>) => Promise<void>

function inLog({ logs }: Town['house'], topic: Topic, work: Work): Promise<void> {
  if (topic === 'comments') return work(logs.comments)
  return topic === 'classified' ? work(logs.classified) : work(logs.events)
}

async function repeatedIn<E extends { key: string }>(log: EventLog<E>, random: Random): Promise<void> {
  const enough = new AbortController()
  const read: E[] = []
  const following = log.follow({ back: BACK, signal: AbortSignal.any([enough.signal, AbortSignal.timeout(8_000)]) })
  for await (const { events } of following) {
    read.push(...events)
    if (read.length >= BACK) break
  }
  enough.abort()
  await log.append(shuffled(random, read))
}

/** A message as a later release may write it, with more than this one knows of. */
export const later: Kind = {
  name: 'fields of a later release',
  weight: 1,
  targets: () => TOPICS,
  holds: (_, target) => [`again in ${target}`],
  make: (town, target) => ({ lasts: 0, inject: () => withMore(town, target as Topic), mend: async () => {} })
}

const withMore = ({ house, transport }: Town, topic: Topic): Promise<void> =>
  inLog(house, topic, async log => {
    for await (const { events } of log.follow({ back: 1, signal: AbortSignal.timeout(8_000) })) {
      const [event] = events
      if (!event) continue
      await transport.write(topic, event.key, JSON.stringify({ ...event, ofALaterRelease: { a: 1 } }))
      return
    }
  })
