import { createHash } from 'node:crypto'
import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { memoryTopic } from '@huiyin/adapters/memory/topic.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { type Desk, openDesk } from '@huiyin/ports/act.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { tellLinks } from '../src/links.ts'
import { tick } from '../src/tick.ts'

/**
 * A small world in which every request to the store and to the log waits until it is chosen, so that every order of
 * them can be tried, and every process can be killed before each. What runs in it is the real thing.
 */

export interface Scenario {
  tickets: readonly Ticket[]
  now: number
  /** What each does, as a process of its own; asked again with the same key after a crash. */
  people: Readonly<Record<string, Person>>
  /** How many crashes there may be in one run. */
  crashes: number
  /** How many events the reader of links takes at once. */
  batch: number
  /** Another reader took all that was there at some moment, was slow, and tells it much later. */
  straggler?: boolean
  /** When nothing else is to be done: what else happens then, at once; answers whether it did something. */
  afterwards?: (desk: Desk) => Promise<boolean>
}

export type Person = (ports: { tickets: Tickets; desk: Desk }) => Promise<unknown>

export interface End {
  tickets: Ticket[]
  outcomes: Record<string, string>
}

interface Waiting {
  process: string
  what: () => string
  go: () => Promise<void>
}

const READER = 'reader'
const STRAGGLER = 'straggler'
const parse = parser(HouseEvent, 'event')

/** A world of the scenario before anything has happened. */
export async function begin({ tickets, now, people, crashes, batch, straggler, afterwards }: Scenario) {
  const store = memoryStore()
  const topic = memoryTopic(1)
  const clock = { now: () => now }
  const log = topic.partitions[0]!
  const versions = new Map<string, string>()
  const looks = new Map<string, string>()
  let logLooks = ''
  let appended = Promise.withResolvers<void>()
  const outcomes: Record<string, string> = {}
  /** What each process has learned since it began or committed, and what it has published. */
  const past = new Map<string, string>()
  const sent = new Map<string, string>()
  let waiting: Waiting[] = []
  let committed = 0
  let left = crashes
  let lives = 0

  const record = (process: string, what: string) => past.set(process, digest(`${past.get(process) ?? ''} ${what}`))

  const gate = <R>(process: string, what: () => string, run: () => Promise<R>): Promise<R> =>
    new Promise((resolve, reject) => {
      const go = async () => {
        record(process, what())
        await run().then(resolve, reject)
      }
      waiting.push({ process, what, go })
    })

  const put = async (ticket: Ticket, version?: string) => {
    const result = await store.tickets.putIfUnchanged(ticket, version)
    if (result.outcome === 'put') {
      versions.set(ticket.id, result.version)
      looks.set(ticket.id, digest(JSON.stringify(ticket)))
    }
    return result
  }

  const gatedTickets = (process: string): Tickets => ({
    ...store.tickets,
    get: async id => {
      const found = await store.tickets.get(id) // read at once: what changes before the put is a conflict there
      record(process, looks.get(id) ?? '')
      return found
    },
    getMany: ids =>
      gate(
        process,
        () => `get ${ids.map(id => `${id} ${looks.get(id)}`)}`,
        () => store.tickets.getMany(ids)
      ),
    putIfUnchanged: (ticket, version) => {
      const look = digest(JSON.stringify(ticket))
      return gate(
        process,
        () => `put ${look} ${versions.get(ticket.id) === version}`,
        () => put(ticket, version)
      )
    }
  })

  const events = memoryEventLog({ parse, topic })
  const appendNow: typeof events.append = async those => {
    const positions = await events.append(those)
    logLooks = digest(logLooks + those.map(({ id }) => id))
    appended.resolve()
    appended = Promise.withResolvers()
    return positions
  }
  const deskOf = (tickets: Tickets, process?: string) => {
    const append: typeof events.append = those => {
      const what = `append ${those.map(({ id }) => id)}`
      if (process === undefined) return appendNow(those)
      sent.set(process, `${sent.get(process) ?? ''} ${what}`)
      return gate(
        process,
        () => what,
        () => appendNow(those)
      )
    }
    return openDesk({ tickets, events: { ...events, append }, clock })
  }

  async function act(name: string): Promise<void> {
    const tickets = gatedTickets(name)
    try {
      await people[name]!({ tickets, desk: deskOf(tickets, name) })
      outcomes[name] = 'done'
    } catch (error) {
      if (!(error instanceof HuiyinError)) throw error
      outcomes[name] = error.code
    }
  }

  async function read(): Promise<void> {
    lives += 1
    const life = lives
    const desk = deskOf(gatedTickets(READER), READER)
    for (;;) {
      while (log.length === committed) await appended.promise
      if (life !== lives) return
      const some = log.slice(committed, committed + batch)
      await tellLinks(
        { desk, logger: silent },
        some.map(value => JSON.parse(value))
      )
      await gate(
        READER,
        () => 'commit',
        async () => {
          committed += some.length
        }
      )
      past.delete(READER)
    }
  }

  async function straggle(): Promise<void> {
    while (log.length === 0) await appended.promise
    const desk = deskOf(gatedTickets(STRAGGLER), STRAGGLER)
    const some = await gate(
      STRAGGLER,
      () => 'read',
      async () => [...log]
    )
    await tellLinks(
      { desk, logger: silent },
      some.map(value => JSON.parse(value))
    )
  }

  const start = (process: string) => void (process === READER ? read() : act(process))
  for (const ticket of tickets) await put(ticket)
  for (const process of [READER, ...Object.keys(people)]) start(process)
  if (straggler) void straggle()

  function crash(process: string): void {
    left -= 1
    waiting = waiting.filter(one => one.process !== process)
    past.delete(process)
    sent.delete(process)
    if (process === READER || outcomes[process] === undefined) start(process)
  }

  const settle = () => new Promise(resolve => setImmediate(resolve))
  const all = async () => (await store.tickets.getMany(tickets.map(({ id }) => id))).map(one => one!.document)

  /** What nobody waits for: the sweeper publishes what was left, and what the scenario adds. */
  async function rest(): Promise<boolean> {
    const desk = deskOf({ ...store.tickets, putIfUnchanged: put })
    const before = log.length
    if ((await all()).some(({ unpublishedSince }) => unpublishedSince !== undefined))
      await tick({ desk, comments: store.comments }, now + 60_000)
    const added = (await afterwards?.(desk)) ?? false
    await settle()
    return added || log.length > before
  }

  function choices(): (() => Promise<void>)[] {
    const ready = waiting.toSorted((a, b) => (a.process < b.process ? -1 : a.process > b.process ? 1 : 0))
    const steps = ready.map(one => async () => {
      waiting = waiting.filter(other => other !== one)
      await one.go()
    })
    const mortal =
      left === 0 ? [] : [...new Set(ready.map(({ process }) => process))].filter(process => process !== STRAGGLER)
    const alone = ready.length > 0 && ready.every(({ process }) => process === STRAGGLER)
    const meanwhile = alone ? [async () => void (await rest())] : []
    return [...steps, ...mortal.map(process => async () => crash(process)), ...meanwhile]
  }

  await settle()
  return {
    rest,
    choices,
    settle,
    end: async (): Promise<End> => ({ tickets: await all(), outcomes }),
    /** Equal for worlds that have the same future. */
    key: () =>
      digest(
        JSON.stringify([[...looks], logLooks, committed, left, outcomes, [...past].sort(), [...sent].sort()]) +
          waiting.map(({ process, what }) => `${process} ${what()}`).sort()
      )
  }
}

const digest = (text: string) => createHash('sha1').update(text).digest('base64')
