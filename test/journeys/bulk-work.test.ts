import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { openBulkJobs } from '@huiyin/desk/bulk-jobs.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { act, actOnEach, openDesk } from '@huiyin/ports/act.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { DryRun, JobAnswer, MacroApplied } from '@huiyin/schemas/api-jobs.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t from 'tap'
import { enter, type House, openHouse, SAME_ORIGIN } from '../../services/api/test/house.ts'

const TICKETS = 10_000
const LI = { id: 'li', name: '李静', role: 'editor' }
const WANG = { id: 'wang', name: '王敏', role: 'head' }

/** So many citizens have asked about the same flood. */
async function floods({ desk, time, store }: House): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < TICKETS; from += 1000) {
    const batch = Array.from({ length: 1000 }, (_, i) => {
      const native = `c${from + i}`
      const said = comment({
        ...{ comment: native, root: native, author: { id: native, name: `网友${native}` } },
        ...{ text: `路口积水很深 ${native}`, publishedAt: time.now - TICKETS + from + i }
      })
      const { firstText, firstObservedAt, state, classification, ...observation } = said
      return { id: ticketId(said), command: commentArrived(system('desk'), observation, classification) }
    })
    ids.push(...batch.map(({ id }) => id))
    const { tickets } = await actOnEach(desk, batch)
    await desk.publisher.publish(tickets)
  }
  await store.tickets.refresh()
  return ids
}

t.test('ten thousand tickets by one act, over HTTP and SQLite', async t => {
  const sqlite = await openSqlite({ folder: t.testdir() })
  t.teardown(sqlite.close)
  const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  const house = await openHouse(t, {}, { store: sqlite.store, events })
  const ids = await floods(house)
  const url = await house.app.listen({ port: 0 })
  const as = ({ cookie }: { cookie: string }) => {
    let keys = 0
    return async <V>(method: string, path: string, body?: object, seen?: number): Promise<V> => {
      const answer = await fetch(url + path, {
        method,
        headers: {
          ...{ cookie, ...SAME_ORIGIN, 'idempotency-key': `${cookie.slice(-9)}-${++keys}` },
          ...(body && { 'content-type': 'application/json' }),
          ...(seen !== undefined && { 'if-match': `"${seen}"` })
        },
        ...(body && { body: JSON.stringify(body) })
      })
      return (await answer.json()) as V
    }
  }
  const li = as(await enter(house, LI))
  const clock = { now: () => house.time.now }
  const { tickets, records } = house.store
  const processes = ['first', 'second', 'third'].map(worker =>
    openBulkJobs({
      ...{ records, worker, logger: silent, isBusy: async () => false, tell: teller(events, clock) },
      ...{ desk: openDesk({ tickets, events, clock }), monotonic: () => performance.now() }
    })
  )
  const ACT = { type: 'dismiss', reason: '同一积水点，已统一答复' }
  const delay = monitorEventLoopDelay({ resolution: 10 })
  let list = ''

  await t.test('are tried first: nothing changes, and the list is kept as it was seen', async t => {
    delay.enable()
    const began = performance.now()
    const answer = await li<{ dryRun: DryRun }>('POST', '/api/jobs', {
      ...{ act: ACT, on: { filter: { q: '积水', status: ['open'] } }, dryRun: true }
    })
    delay.disable()
    t.comment(`dry run of ${TICKETS}: ${Math.round(performance.now() - began)} ms`)
    t.comment(`longest time without an answer to others: ${Math.round(delay.max / 1e6)} ms`)
    t.match(answer.dryRun, { total: TICKETS, judged: TICKETS, changed: TICKETS, refused: 0 })
    list = answer.dryRun.list
  })

  await t.test('are done in the background, but where somebody was faster', async t => {
    const faster = ids.filter((_, i) => i % 1000 === 7)
    for (const id of faster) {
      const { lastTurn } = (await tickets.get(id))!.document
      await act(house.desk, id, {
        ...{ type: 'dispatch', actor: WANG, id: 'd', seen: lastTurn, department: '水务局', request: '请抽排' }
      })
    }
    const { job } = await li<JobAnswer>('POST', '/api/jobs', { act: ACT, on: { list } })
    t.match(job, { id: list, total: TICKETS, state: 'waiting' })
    let answer = await li<JobAnswer>('GET', `/api/jobs/${list}`)
    const seen = new Set<number>()
    while (answer.job.endedAt === undefined) {
      house.time.now += 1000
      await Promise.all([...processes.map(({ tick }) => tick(house.time.now)), sleep(50)])
      answer = await li<JobAnswer>('GET', `/api/jobs/${list}?atMost=200`)
      seen.add(answer.job.done)
    }
    t.match(answer.job, { state: 'done', done: TICKETS, changed: TICKETS - faster.length, refused: faster.length })
    t.same(answer.refused.rows.map(({ ticket }) => ticket).toSorted(), faster.toSorted())
    t.match(answer.refused.rows[0], { code: 'SOMEBODY_WAS_FASTER', message: /王敏/ })
    t.equal((await tickets.count('status', {})).dismissed, TICKETS - faster.length)
    t.ok(seen.size > 1, 'it was seen on its way')
  })

  await t.test('and each of them stands once in the log', async t => {
    const dismissed: string[] = []
    while ((await events.lag('test')) > 0)
      for await (const batch of events.read({ group: 'test', atMost: 5000 })) {
        dismissed.push(...batch.events.flatMap(({ type, ticket }) => (type === 'ticket.dismissed' ? [ticket] : [])))
        await batch.commit()
        break
      }
    t.same([dismissed.length, new Set(dismissed).size], [TICKETS - 10, TICKETS - 10])
  })

  await t.test('and one of them is opened again by a macro', async t => {
    const [id] = ids
    const steps = [
      { type: 'reopen', reason: '另有积水点' },
      { type: 'tag', add: ['内涝'] }
    ]
    await li('PUT', '/api/macros/again', { name: '重开', steps })
    const { lastTurn } = (await tickets.get(id!))!.document
    const path = `/api/tickets/${encodeURIComponent(id!)}/macro`
    t.same((await li<MacroApplied>('POST', path, { macro: 'again' }, lastTurn)).done, steps)
    t.match((await tickets.get(id!))!.document, { status: 'open', tags: ['内涝'] })
  })
})
