import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { undoOf } from '@huiyin/domain/bulk/steps.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { storeUnavailable } from '@huiyin/domain/errors.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { act, actOnEach, openDesk } from '@huiyin/ports/act.ts'
import { actOfJob, type BulkJob, bulkJobOf, cancelBulkJob, makeBulkJob, refusedOf } from '@huiyin/ports/bulk-jobs.ts'
import { type FrozenRow, freezeList, frozenList, frozenRows } from '@huiyin/ports/frozen-lists.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { teller } from '@huiyin/ports/tell.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { BulkAct, MacroStep } from '@huiyin/schemas/bulk.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t, { type Test } from 'tap'
import { type BulkPorts, openBulkJobs } from '../src/bulk-jobs.ts'
import { DESK } from '../src/run.ts'
import { judged, MINUTE, NINE, observed } from './fixtures.ts'

const SECOND = 1000
const LI = { id: 'li', name: '李静', role: 'editor' }
const ASKED = judged('inquiry')

type Kept = { tickets: Tickets; records: Records }

/** An office over one store, in which several processes may look after bulk work. */
async function officeOn({ tickets, records }: Kept) {
  let now = NINE + 60 * MINUTE
  const clock = { now: () => now }
  const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  const open = () => openDesk({ tickets, events, clock })
  const desk = open()
  const tell = teller(events, clock)
  const seen: HouseEvent[] = []
  await records.create('person', { id: LI.id, value: { actor: LI, password: {} } })
  const ids: string[] = []
  const office = {
    ...{ tickets, records, desk, clock, ids },
    at: (instant: number) => {
      now = instant
    },
    processes: (count: number, of: Partial<BulkPorts> = {}) =>
      Array.from({ length: count }, (_, i) =>
        openBulkJobs({
          ...{ records, desk: open(), tell, isBusy: async () => false, worker: `process-${i}`, monotonic: clock.now },
          logger: silent,
          ...of
        })
      ),
    /** So many citizens ask. */
    async opens(count: number) {
      for (let from = 0; from < count; from += 1000) {
        const batch = Array.from({ length: Math.min(1000, count - from) }, (_, i) => {
          const seen = observed(String(100_000 + from + i), { publishedAt: NINE + (from + i) * 10 })
          return { id: ticketId(seen), command: commentArrived(DESK, seen, ASKED) }
        })
        const { tickets } = await actOnEach(desk, batch)
        await desk.publisher.publish(tickets)
        ids.push(...batch.map(({ id }) => id))
      }
      await office.told('')
    },
    /** Somebody else gives it to a department. */
    async sends(ticket: string) {
      const { lastTurn } = (await tickets.get(ticket))!.document
      await act(desk, ticket, {
        ...{ type: 'dispatch', id: 'd', actor: { id: 'wang', name: '王敏', role: 'editor' }, seen: lastTurn },
        ...{ department: '水务局', request: '请抽排' }
      })
    },
    /** What the api does: the list as it stands, frozen, and a job over it. */
    async asks(act: BulkAct, steps: MacroStep[] = [act as MacroStep], token?: BulkJob['token']) {
      const id = `job-${now}`
      const found = await tickets.getMany(ids)
      const rows = found.map((one, i): FrozenRow => [ids[i]!, one?.document.lastTurn ?? 0])
      const total = await freezeList(records, { id, by: LI.id, act, steps, madeAt: now }, each(rows))
      await makeBulkJob(
        records,
        id,
        { act, steps, by: LI, madeAt: now, total, ...(token && { token }) },
        async () => {}
      )
      await records.refresh()
      return id
    },
    job: (id: string) => bulkJobOf(records, id),
    /** Ticks every process once a second until the job has ended and that was told. */
    async runs(id: string, processes: readonly ReturnType<typeof openBulkJobs>[], atMost = 300): Promise<BulkJob> {
      for (let seconds = 0; seconds < atMost; seconds++) {
        now += SECOND
        await Promise.all(processes.map(({ tick }) => tick(now)))
        await records.refresh()
        const job = await bulkJobOf(records, id)
        if (job.told) return job
      }
      return bulkJobOf(records, id)
    },
    /** Every event since the last look, each once as readers take them. */
    async told(type: string) {
      while ((await events.lag('test')) > 0)
        for await (const batch of events.read({ group: 'test', atMost: 5000 })) {
          seen.push(...batch.events)
          await batch.commit()
          break
        }
      return [...new Map(seen.map(event => [event.id, event])).values()].filter(event => event.type === type)
    }
  }
  return office
}

async function* each<V>(values: readonly V[]) {
  yield* values
}

const STORES: Record<string, (t: Test) => Promise<Kept>> = {
  memory: async () => memoryStore({ searchLags: true }),
  sqlite: async t => {
    const { store, close } = await openSqlite({ folder: t.testdir() })
    t.teardown(close)
    return store
  }
}

const TAG: BulkAct = { type: 'tag', add: ['暴雨'] }
const DISMISS: BulkAct = { type: 'dismiss', reason: '重复' }

/** Records of a process that has acted on the first page when it loses everything, for good. */
function dying(records: Records, dies: string): Records {
  let puts = 0
  const lost = () => storeUnavailable(new Error('killed'))
  return {
    ...records,
    get: async (kind, id) => {
      if (puts >= 2) throw lost()
      return records.get(kind, id)
    },
    putIfUnchanged: async (kind, entry, version) => {
      puts += 1 // the first claims
      if (puts > 2 || (puts === 2 && dies.startsWith('before'))) throw lost()
      const result = await records.putIfUnchanged(kind, entry, version)
      if (puts === 2) throw lost()
      return result
    }
  }
}

for (const [name, open] of Object.entries(STORES)) {
  const office = async (t: Test) => officeOn(await open(t))

  t.test(`bulk work, kept in ${name},`, async t => {
    t.test('is done once though three processes look after it', async t => {
      const here = await office(t)
      await here.opens(1_200)
      const id = await here.asks(TAG)
      const job = await here.runs(id, here.processes(3))
      t.match(job, { state: 'done', total: 1_200, done: 1_200, changed: 1_200, unchanged: 0, refused: 0 })
      const tagged = await here.told('ticket.tagged')
      t.equal(tagged.length, 1_200)
      t.equal(new Set(tagged.map(({ ticket }) => ticket)).size, 1_200)
      t.equal(
        tagged.every(({ actor }) => actor.id === LI.id),
        true
      )
      t.match(await here.told('job.ended'), [{ data: { act: 'tag', outcome: 'done', changed: 1_200 } }])
      for (const { document } of (await here.tickets.getMany(here.ids)).flatMap(one => one ?? []))
        if (document.tags?.length !== 1 || document.tags[0] !== '暴雨') t.fail(document.number)
    })

    for (const dies of ['before the row says so', 'once the row says so'])
      t.test(`goes on behind the page after which a process died ${dies}, and does nothing twice`, async t => {
        const here = await office(t)
        await here.opens(350)
        const id = await here.asks(DISMISS)
        const records = dying(here.records, dies)
        const [killed] = here.processes(1, { records, worker: 'killed' })
        const [other] = here.processes(1, { worker: 'other' })
        here.at(here.clock.now() + SECOND)
        await t.rejects(killed!.tick(here.clock.now()), { code: 'STORE_UNAVAILABLE' })
        t.match(await here.job(id), { worker: 'killed', endedAt: undefined })
        const begun = here.clock.now()
        const job = await here.runs(id, [other!])
        t.ok(here.clock.now() - begun >= 10 * SECOND)
        t.match(job, { worker: 'other', state: 'done', done: 350, changed: 350, unchanged: 0, refused: 0 })
        t.equal((await here.told('ticket.dismissed')).length, 350)
      })

    t.test('refuses what somebody was faster on, row by row, and overwrites nothing', async t => {
      const here = await office(t)
      await here.opens(450)
      const id = await here.asks(DISMISS)
      const faster = here.ids.filter((_, i) => i % 10 === 3)
      for (const ticket of faster) {
        const { lastTurn } = (await here.tickets.get(ticket))!.document
        await act(here.desk, ticket, {
          ...{ type: 'dispatch', id: 'd', actor: { id: 'wang', name: '王敏', role: 'editor' }, seen: lastTurn },
          ...{ department: '水务局', request: '请抽排' }
        })
      }
      const job = await here.runs(id, here.processes(2))
      t.match(job, { state: 'done', done: 450, changed: 405, refused: 45 })
      const first = await refusedOf(here.records, id, { atMost: 30 })
      const rest = await refusedOf(here.records, id, { atMost: 30, after: first.after })
      t.same([first.rows.length, rest.rows.length, rest.after], [30, 15, undefined])
      t.same([...first.rows, ...rest.rows].map(({ ticket }) => ticket).toSorted(), faster.toSorted())
      t.match(first.rows[0], { code: 'SOMEBODY_WAS_FASTER', message: /王敏/, number: /-/ })
      for (const ticket of faster) t.match((await here.tickets.get(ticket))?.document, { status: 'open' })
    })

    t.test('stops when its person is suspended, and what was done stays done', async t => {
      const here = await office(t)
      await here.opens(500)
      const id = await here.asks(TAG)
      const processes = here.processes(1, { isBusy: async () => true })
      here.at(here.clock.now() + SECOND)
      await processes[0]!.tick(here.clock.now())
      await here.records.put('person', { id: LI.id, value: { actor: LI, state: 'suspended' } })
      t.match(await here.runs(id, processes), { state: 'stopped', why: 'USER_STATE', done: 100, changed: 100 })
      t.equal((await here.told('ticket.tagged')).length, 100)
      t.match(await here.told('job.ended'), [{ data: { outcome: 'stopped', done: 100, why: 'USER_STATE' } }])
    })

    t.test('goes by the rights that its person has at each act', async t => {
      const here = await office(t)
      await here.opens(300)
      const id = await here.asks(DISMISS)
      const processes = here.processes(1, { isBusy: async () => true })
      here.at(here.clock.now() + SECOND)
      await processes[0]!.tick(here.clock.now())
      const collector = { ...LI, role: 'collector' } // may make jobs, but close no ticket
      await here.records.put('person', { id: LI.id, value: { actor: collector, password: {} } })
      t.match(await here.runs(id, processes), { state: 'done', done: 300, changed: 100, refused: 200 })
      t.match((await refusedOf(here.records, id, { atMost: 1 })).rows, [{ code: 'NOT_ALLOWED' }])
    })

    t.test(
      'asked by a program does no more than its token holds, and stops when that is revoked or runs out',
      async t => {
        const here = await office(t)
        await here.opens(250)
        const expiresAt = here.clock.now() + MINUTE
        const token = { person: LI.id, name: '报表', actions: ['job.make', 'ticket.tag'], createdAt: 0, expiresAt }
        await here.records.create('api-token', { id: 'a-token', value: token })
        const by = { id: 'a-token', actions: token.actions }
        const dismissing = await here.asks(DISMISS, [DISMISS as MacroStep], by)
        t.match(await here.runs(dismissing, here.processes(1)), { state: 'done', refused: 250 })
        const tagging = await here.asks(TAG, [TAG as MacroStep], by)
        const processes = here.processes(1, { isBusy: async () => true })
        here.at(here.clock.now() + SECOND)
        await processes[0]!.tick(here.clock.now())
        await here.records.put('api-token', { id: 'a-token', value: { ...token, revoked: { by: LI.id, at: 1 } } })
        t.match(await here.runs(tagging, processes), { state: 'stopped', why: 'TOKEN_INVALID', changed: 100 })
        await here.records.put('api-token', { id: 'a-token', value: token })
        here.at(expiresAt)
        const late = await here.asks(TAG, [TAG as MacroStep], by)
        t.match(await here.runs(late, processes), { state: 'stopped', why: 'TOKEN_INVALID', changed: 0 })
      }
    )

    t.test('is cancelled between two pages, whoever works on it', async t => {
      const here = await office(t)
      await here.opens(500)
      const id = await here.asks(TAG)
      const processes = here.processes(3, { isBusy: async () => true })
      for (let i = 0; i < 2; i++) {
        here.at(here.clock.now() + SECOND)
        await Promise.all(processes.map(({ tick }) => tick(here.clock.now())))
      }
      await cancelBulkJob(here.records, id, LI, here.clock.now())
      t.match(await here.runs(id, processes), { state: 'cancelled', done: 200, changed: 200, cancelled: { by: LI } })
      t.equal((await here.told('ticket.tagged')).length, 200)
      await t.rejects(cancelBulkJob(here.records, id, LI, here.clock.now()), { code: 'JOB_STATE' })
    })

    t.test('that is cancelled while a page is done counts that page', async t => {
      const here = await office(t)
      await here.opens(250)
      const id = await here.asks(TAG)
      let puts = 0
      const records: Records = {
        ...here.records,
        putIfUnchanged: async (kind, entry, version) => {
          puts += 1
          if (puts === 2) await cancelBulkJob(here.records, id, LI, here.clock.now())
          return here.records.putIfUnchanged(kind, entry, version)
        }
      }
      const job = await here.runs(id, here.processes(1, { records }))
      t.match(job, { state: 'cancelled', done: 100, changed: 100 })
      t.equal((await here.told('ticket.tagged')).length, 100)
    })

    t.test('takes the steps of a macro one after the other, and what came before a refusal is done', async t => {
      const here = await office(t)
      await here.opens(3)
      const [taken] = here.ids
      await act(here.desk, taken!, {
        ...{ type: 'dispatch', id: 'd', actor: LI, seen: (await here.tickets.get(taken!))!.document.lastTurn },
        ...{ department: '水务局', request: '请抽排' }
      })
      const id = await here.asks({ type: 'macro', macro: 'storm' }, [
        { type: 'tag', add: ['暴雨'] },
        { type: 'correct', department: '水务局' },
        { type: 'dispatch', department: '水务局', request: '请抽排' },
        { type: 'dismiss', reason: '已转办' }
      ])
      const job = await here.runs(id, here.processes(1))
      t.match(job, { state: 'done', done: 3, refused: 1 })
      t.match((await refusedOf(here.records, id, { atMost: 9 })).rows, [
        { ticket: taken, step: 2, code: 'DISPATCH_ACTIVE' }
      ])
      const [first, second] = (await here.tickets.getMany(here.ids)).map(one => one!.document)
      t.match([first!.tags, first!.department, first!.status], [['暴雨'], '水务局', 'open'])
      t.match([second!.tags, second!.dispatches.length], [['暴雨'], 1])
    })

    t.test('is taken back within a minute where nobody acted since, the last step first', async t => {
      const here = await office(t)
      await here.opens(250)
      const steps: MacroStep[] = [
        { type: 'tag', add: ['暴雨'] },
        { type: 'dismiss', reason: '已统一答复' }
      ]
      const [faster, overtaken] = here.ids
      const id = await here.asks({ type: 'macro', macro: 'storm' }, steps)
      await here.sends(faster!)
      t.match(await here.runs(id, here.processes(1)), { changed: 249, refused: 1 })
      const by = { id: 'wang', name: '王敏', role: 'editor' }
      await act(here.desk, overtaken!, { type: 'tag', actor: by, id: 'mine', add: ['内涝'] })
      const back = { steps: undoOf(steps, actOfJob(id)), by: LI, madeAt: here.clock.now(), total: 250, list: id }
      await makeBulkJob(here.records, 'back', { act: { type: 'undo', job: id }, ...back }, async () => {})
      await here.records.refresh()
      t.match(await here.runs('back', here.processes(3)), { state: 'done', done: 250, changed: 249, refused: 1 })
      t.match((await refusedOf(here.records, 'back', { atMost: 5 })).rows, [
        { ticket: overtaken, step: 1, code: 'UNDO_OVERTAKEN', message: /王敏/ }
      ])
      const after = (await here.tickets.getMany(here.ids)).map(one => one!.document)
      t.same([after[0]!.status, after[0]!.tags], ['open', undefined])
      t.same([after[1]!.status, after[1]!.tags], ['open', ['暴雨', '内涝']])
      t.equal(
        after.slice(2).every(({ status, tags }) => status === 'open' && tags === undefined),
        true
      )
      t.equal((await here.told('act.undone')).length, 249 * 2)
    })

    t.test('is told, kept for three months and then tidied up with its list', async t => {
      const here = await office(t)
      await here.opens(250)
      const id = await here.asks({ type: 'waive', reason: '谢谢' })
      await here.runs(id, here.processes(1))
      t.equal((await frozenRows(here.records, id, { from: 200, atMost: 100 })).length, 50)
      here.at(here.clock.now() + 91 * 24 * 60 * MINUTE)
      for (const { tick } of here.processes(2)) await tick(here.clock.now())
      await t.rejects(here.job(id), { code: 'JOB_NOT_FOUND' })
      t.equal(await frozenList(here.records, id), undefined)
      t.same(await frozenRows(here.records, id, { from: 200, atMost: 100 }), [])
    })

    t.test('that nobody runs is forgotten with its list after an hour', async t => {
      const here = await office(t)
      await here.opens(10)
      const rows = here.ids.map((id): FrozenRow => [id, 1])
      const list = { id: 'tried', by: LI.id, act: TAG, steps: [TAG as MacroStep], madeAt: here.clock.now() }
      await freezeList(here.records, list, each(rows))
      await here.records.refresh()
      const [process] = here.processes(1)
      await process!.tick(here.clock.now())
      t.match(await frozenList(here.records, 'tried'), { total: 10 })
      await process!.tick(here.clock.now() + 60 * MINUTE)
      t.equal(await frozenList(here.records, 'tried'), undefined)
    })
  })
}

t.test('ten thousand tickets are acted on, each once, while comments come in', async t => {
  const here = await officeOn(await STORES.sqlite!(t))
  await here.opens(10_000)
  const id = await here.asks({ type: 'acknowledge' })
  let asked = 0
  const isBusy = async () => ++asked % 3 === 0
  const began = performance.now()
  const job = await here.runs(id, here.processes(2, { isBusy }), 1_000)
  const passed = Math.round(performance.now() - began)
  t.match(job, { state: 'done', total: 10_000, done: 10_000, changed: 10_000, refused: 0 })
  const told = await here.told('ticket.acknowledged')
  t.equal(told.length, 10_000)
  t.equal(new Set(told.map(({ ticket }) => ticket)).size, 10_000)
  t.comment(`${Math.round(10_000_000 / passed)} acts a second`)
})

t.test('what nobody foresaw stops one job, and no other', async t => {
  const here = await officeOn(memoryStore())
  await here.opens(1)
  const { document, version } = (await here.tickets.get(here.ids[0]!))!
  await here.tickets.putIfUnchanged({ ...document, owed: undefined as never }, version)
  const id = await here.asks({ type: 'dismiss', reason: '重复' })
  t.match(await here.runs(id, here.processes(1)), { state: 'stopped', why: 'INTERNAL' })
})
