import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { actOnEach, openDesk } from '@huiyin/ports/act.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { Classified, type Observation } from '@huiyin/schemas/comment.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t from 'tap'
import { run } from '../src/run.ts'
import { tick } from '../src/tick.ts'
import { judged, MINUTE, NINE, observed } from './fixtures.ts'

const INQUIRY = judged('inquiry')

function said(comment: string, of: Partial<Observation> = {}): Classified {
  const observation = observed(of.root ?? comment, { comment, ...of })
  const { id, key } = observation
  return observation.ours ? { id, key, observation } : { id, key, observation, classification: INQUIRY }
}

function office() {
  const store = memoryStore({ searchLags: true })
  const classified = memoryEventLog({ parse: parser(Classified, 'classified comment') })
  const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  const clock = { now: () => NINE + 2 * MINUTE }
  const desk = openDesk({ tickets: store.tickets, events, clock })
  const ports = { classified, comments: store.comments, records: store.records, desk, logger: silent }
  const drain = async () => {
    const done = new AbortController()
    const running = run(ports, done.signal)
    while ((await classified.lag('desk')) > 0) await new Promise(resolve => setTimeout(resolve, 5))
    done.abort()
    await running
  }
  return { ...store, classified, events, desk, drain }
}

const idOf = ({ observation }: Classified) => ticketId(observation)

t.test('the desk', async t => {
  t.test('opens one ticket per citizen and thread, and stores every comment', async t => {
    const { classified, drain, tickets, comments } = office()
    const batch = Array.from({ length: 50 }, (_, i) => said(String(100 + i)))
    await classified.append([...batch, ...batch])
    await drain()
    await Promise.all([tickets.refresh(), comments.refresh()])
    t.equal((await tickets.search({ sort: 'due', atMost: 200 })).total, 50)
    t.equal((await comments.search({ sort: 'newest', atMost: 200 })).total, 50)
  })

  t.test('publishes what happened to each ticket once, numbered without gaps', async t => {
    const { classified, drain, events } = office()
    await classified.append([said('1'), said('2')])
    await drain()
    const seen: HouseEvent[] = []
    for await (const batch of events.read({ group: 'test', atMost: 100 })) {
      seen.push(...batch.events)
      await batch.commit()
      if ((await events.lag('test')) === 0) break
    }
    const perTicket = Map.groupBy(seen, ({ ticket }) => ticket)
    t.equal(perTicket.size, 2)
    for (const of of perTicket.values()) {
      t.same(
        of.map(({ n }) => n),
        of.map((_, i) => i + 1)
      )
    }
  })

  t.test('stores what was imported for the record and opens no ticket for it', async t => {
    const { classified, drain, tickets, comments } = office()
    await classified.append([said('1', { history: true })])
    await drain()
    await Promise.all([tickets.refresh(), comments.refresh()])
    t.equal((await tickets.search({ sort: 'due', atMost: 10 })).total, 0)
    t.equal((await comments.search({ sort: 'newest', atMost: 10 })).total, 1)
  })

  t.test('asks the store for no ticket where nobody can have one: chat that begins a thread', async t => {
    const { classified, drain, tickets } = office()
    const asked: string[] = []
    const { getMany } = tickets
    tickets.getMany = ids => {
      asked.push(...ids)
      return getMany(ids)
    }
    const chat = (one: Classified): Classified => ({ ...one, classification: judged('other') })
    const [first, later, edited, elsewhere] = [
      chat(said('1')),
      chat(said('2', { root: '1' })),
      chat(said('3', { before: { likes: 1, at: NINE } })),
      chat(said('4'))
    ]
    await classified.append([first!, later!, edited!, elsewhere!])
    await drain()
    t.same(new Set(asked), new Set([idOf(later!), idOf(edited!)]), 'who may have spoken before is looked for')
    await classified.append([first!])
    await drain()
    t.ok(asked.includes(idOf(first!)), 'so is who comes twice')
  })

  t.test('gives our own reply to the citizen whom it answers', async t => {
    const { classified, drain, tickets } = office()
    const question = said('1')
    const reply = said('2', {
      root: '1',
      parent: '1',
      ours: true,
      text: '已派人维修。',
      publishedAt: NINE + 5 * MINUTE
    })
    await classified.append([question, reply])
    await drain()
    const ticket = (await tickets.get(idOf(question)))!.document
    t.equal(ticket.status, 'answered')
    t.match(ticket.clocks, [{ outcome: 'met', stoppedAt: NINE + 5 * MINUTE }])
  })

  t.test('looks back into the thread for the reply that came before the question', async t => {
    const { classified, drain, tickets, comments, desk } = office()
    const question = said('1', { replies: 1 })
    const reply = said('2', {
      root: '1',
      parent: '1',
      ours: true,
      text: '已派人维修。',
      publishedAt: NINE + 5 * MINUTE
    })
    await classified.append([reply])
    await drain()
    await classified.append([question])
    await drain()
    t.equal((await tickets.get(idOf(question)))!.document.status, 'open')
    await tickets.refresh()
    await tick({ desk, comments }, NINE + 3 * MINUTE)
    t.equal((await tickets.get(idOf(question)))!.document.status, 'answered')
  })

  t.test('looks back after the comments that wait, but not later than half a minute', async t => {
    const { classified, drain, tickets, comments, desk } = office()
    const question = said('1', { replies: 1 })
    await classified.append([question])
    await drain()
    await tickets.refresh()
    const lookBackAt = async () => (await tickets.get(idOf(question)))!.document.lookBackAt
    const due = (await lookBackAt())!
    const isBusy = async () => true
    await tick({ desk, comments, isBusy }, due + MINUTE / 2 - 1)
    t.equal(await lookBackAt(), due)
    await tick({ desk, comments, isBusy }, due + MINUTE / 2)
    t.equal(await lookBackAt(), undefined)
  })

  t.test('delivers what stands in many threads to each ticket its own', async t => {
    const { classified, drain, tickets, comments, desk } = office()
    const roots = Array.from({ length: 30 }, (_, i) => String(100 + i))
    await classified.append(
      roots.map(root => said(`${root}9`, { root, parent: root, ours: true, publishedAt: NINE + 5 * MINUTE }))
    )
    await drain()
    const questions = roots.map(root => said(root, { replies: 1 }))
    await classified.append(questions)
    await drain()
    await tickets.refresh()
    await tick({ desk, comments }, NINE + 3 * MINUTE)
    const found = await tickets.getMany(questions.map(idOf))
    t.ok(found.every(one => one!.document.status === 'answered' && one!.document.lookBackAt === undefined))
  })

  t.test('parks what the store refuses in the form in which it came, so that it can be replayed', async t => {
    const { classified, tickets, comments, records, events, desk } = office()
    const refusing = {
      ...tickets,
      putEach: async (puts: readonly unknown[]) =>
        puts.map(() => ({ outcome: 'refused', reason: 'too large' }) as const)
    }
    const done = new AbortController()
    const cut = openDesk({ tickets: refusing, events, clock: desk.clock, rules: desk.rules })
    const running = run({ classified, comments, records, desk: cut, logger: silent }, done.signal)
    const one = said('1')
    await classified.append([one])
    while ((await classified.lag('desk')) > 0) await new Promise(resolve => setTimeout(resolve, 5))
    done.abort()
    await running
    await records.refresh()
    const [parked] = await records.list<{ topic: string; raw: string; reason: string }>('parked', { atMost: 10 })
    t.match(parked?.value, { topic: 'classified', reason: 'too large' })
    t.same(JSON.parse(parked!.value.raw).map(parser(Classified, 'classified comment')), [one])
  })

  t.test('publishes later what it could not publish while the log was away', async t => {
    const { tickets, comments, desk, events } = office()
    const away = { ...events, append: () => Promise.reject(Object.assign(new Error(), { code: 'X' })) }
    const cut = openDesk({ tickets, events: away, clock: desk.clock, rules: desk.rules })
    const one = said('1')
    await actOnEach(cut, [
      {
        id: idOf(one),
        command: {
          type: 'comment.arrived',
          actor: { id: 'd', name: 'd', role: 'system' },
          observation: one.observation,
          classification: INQUIRY
        }
      }
    ])
    const stuck = (await tickets.get(idOf(one)))!
    await tickets.putIfUnchanged({ ...stuck.document, unpublishedSince: NINE }, stuck.version)
    await tickets.refresh()
    await tick({ desk, comments }, NINE + MINUTE)
    t.same((await tickets.get(idOf(one)))!.document.unpublished, [])
    t.ok((await events.lag('any')) > 0)
  })
})
