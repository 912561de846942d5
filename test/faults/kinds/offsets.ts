import type { Topic } from '../town/transport.ts'
import type { Kind } from './kind.ts'

/** Groups, and the services that read in them. */
const READERS: Readonly<Record<string, { topic: Topic; group: string }>> = {
  classifier: { topic: 'comments', group: 'classifier' },
  desk: { topic: 'classified', group: 'desk' },
  scribe: { topic: 'events', group: 'scribe' },
  analyst: { topic: 'classified', group: 'analyst' }
}

/** How far a group has come is forgotten, as after a week without it: it reads all of the log again. */
export const forgotten: Kind = {
  name: 'deleted group offsets',
  weight: 1,
  targets: ({ of }) => Object.keys(READERS).filter(service => of(service).length > 0),
  holds: ({ of }, target) => of(target).map(({ name }) => name),
  make: ({ of, transport }, target) => {
    const { topic, group } = READERS[target]!
    const all = of(target)
    return {
      lasts: 0,
      async inject() {
        await Promise.all(all.map(one => one.stop()))
        await transport.forget(topic, group)
      },
      mend: async () => void (await Promise.all(all.map(one => one.start())))
    }
  }
}
