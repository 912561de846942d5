import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { commentArrived, correct, undo } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import { comment, NOON } from '@huiyin/ports/contracts/fixtures.ts'
import { corrections } from '@huiyin/ports/corrections.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { system } from '@huiyin/schemas/actor.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { Corrections } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { run } from '../src/run.ts'

const LI = { id: 'li', name: '李静', role: 'operator' }

/** A desk with a scribe behind it; each act a second after the one before. */
function office() {
  const store = memoryStore({ searchLags: true })
  const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  let now = NOON
  const clock = { now: () => (now += 1_000) }
  const desk = openDesk({ tickets: store.tickets, events, clock })
  let acts = 0

  const written = async (native: string, text: string) => {
    const said = comment({ comment: native, root: native, text })
    const { firstText, firstObservedAt, state, classification, ...observation } = said
    await store.comments.putEach([{ document: said }])
    await act(desk, ticketId(said), commentArrived(system('desk'), observation, classification))
    return said
  }
  const corrected = async (said: ReturnType<typeof comment>, given: Corrections) => {
    await act(desk, ticketId(said), correct({ actor: LI, id: `k-${acts++}`, ...given }))
  }
  const takenBack = async (said: ReturnType<typeof comment>) => {
    await act(desk, ticketId(said), undo({ actor: LI, id: `u-${acts}`, of: `k-${acts - 1}` }))
  }
  const scribe = async () => {
    await desk.publisher.idle()
    const done = new AbortController()
    const running = run({ ...store, events, clock, logger: silent }, done.signal)
    while ((await events.lag('scribe')) > 0) await new Promise(resolve => setTimeout(resolve, 5))
    done.abort()
    await running
  }
  const becomes = async (said: ReturnType<typeof comment>, state: 'deleted' | 'erased') => {
    const [found] = await store.comments.getMany([said])
    await store.comments.putEach([{ document: { ...found!.document, state }, version: found!.version }])
  }
  const learned = () => Array.fromAsync(corrections(store.records, store.comments))
  const kept = async () => {
    await store.records.refresh()
    return store.records.list('corrections', { atMost: 100 })
  }
  return { written, corrected, takenBack, scribe, becomes, learned, kept, events }
}

t.test('what people correct', async t => {
  t.test('and take back teaches nothing, also when the log hands it out twice; what stood before it does', async t => {
    const { written, corrected, takenBack, scribe, learned, events } = office()
    const said = await written('c1', '小区门口积水')
    await corrected(said, { label: 'complaint' })
    await scribe()
    await corrected(said, { label: 'suggestion' })
    await scribe()
    t.match(await learned(), [{ label: 'suggestion' }])
    await takenBack(said)
    await scribe()
    t.match(await learned(), [{ label: 'complaint' }])
    for await (const batch of events.read({ group: 'again', atMost: 100 })) {
      await events.append(batch.events)
      break
    }
    await scribe()
    t.match(await learned(), [{ label: 'complaint' }])
  })

  t.test('is kept by event, once, without the text', async t => {
    const { written, corrected, scribe, kept, events } = office()
    const said = await written('c1', '小区门口积水')
    await corrected(said, { label: 'complaint', department: '水务局' })
    await scribe()
    const again = (await kept()).map(({ id }) => id)
    for await (const batch of events.read({ group: 'again', atMost: 100 })) {
      await events.append(batch.events) // the log hands out twice what it was not sure to have handed out
      break
    }
    await scribe()
    const [record, ...more] = await kept()
    t.same(more, [])
    t.same([record?.id], again)
    t.match(record?.value, {
      comment: said.id,
      publishedAt: said.publishedAt,
      ticket: ticketId(said),
      label: 'complaint',
      department: '水务局',
      by: 'li',
      at: Number
    })
    t.notMatch(JSON.stringify(record), /积水/)
  })

  t.test('is taught as the newest word on each question', async t => {
    const { written, corrected, scribe, learned } = office()
    const one = await written('c1', '小区门口积水')
    await written('c2', '谢谢')
    await corrected(one, { label: 'complaint', sentiment: 'negative' })
    await corrected(one, { label: 'inquiry', department: '水务局' })
    await scribe()
    t.same(await learned(), [{ text: '小区门口积水', label: 'inquiry', sentiment: 'negative', department: '水务局' }])
  })

  t.test('is no longer taught once the comment is erased or deleted', async t => {
    const { written, corrected, scribe, becomes, learned } = office()
    const [one, two, three] = [await written('c1', '一'), await written('c2', '二'), await written('c3', '三')]
    for (const said of [one, two, three]) await corrected(said, { label: 'other' })
    await scribe()
    await becomes(one, 'erased')
    await becomes(two, 'deleted')
    t.same(await learned(), [{ text: '三', label: 'other' }])
  })

  t.test('of risk and urgency alone teaches nothing', async t => {
    const { written, corrected, scribe, learned, kept } = office()
    await corrected(await written('c1', '一'), { urgent: true, level: 'red' })
    await scribe()
    t.match(await kept(), [{ value: { urgent: true, level: 'red' } }])
    t.same(await learned(), [])
  })

  t.test('is all read, however much there is', async t => {
    const { written, corrected, scribe, learned } = office()
    for (let i = 0; i < 620; i++) await corrected(await written(`c${i}`, `第${i}条`), { label: 'other' })
    await scribe()
    t.equal(new Set((await learned()).map(({ text }) => text)).size, 620)
  })
})
