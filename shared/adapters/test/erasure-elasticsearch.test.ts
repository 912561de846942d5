import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesk } from '@huiyin/ports/act.ts'
import { comment, historyRow, NOON, puts, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { openErasures } from '@huiyin/ports/erasures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import t, { type Test } from 'tap'
import { folderFiles } from '../src/files/folder.ts'
import { memoryEventLog } from '../src/memory/event-log.ts'
import { PARSERS } from '../src/open.ts'
import { engine, newPrefix, open, skip, sweep, under } from './elasticsearch-opened.ts'

const TEXT = '锦鲤巷七号院的翡翠围墙昨夜垮塌，砸中红旗电动三轮，请问玄武社区何时赔付'
const WORDS = ['锦鲤巷', '翡翠', '红旗电动', '玄武社区', '雾隐山樵']
const AUTHOR = { id: 'u7', name: '雾隐山樵' }
const [LI, ZHAO] = [
  { id: 'li', name: '李静', role: 'editor' },
  { id: 'zhao', name: '赵科长', role: 'head' }
]

/** Every document of every index, as the engine holds it, of rebuilds too. */
async function everything(prefix: string): Promise<string> {
  await engine.indices.refresh(under(prefix))
  const { hits } = await engine.search({ ...under(prefix), size: 10_000 })
  return JSON.stringify(hits.hits)
}

async function filled(t: Test) {
  const prefix = newPrefix()
  const store = open(prefix)
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-erasure-'))
  t.teardown(async () => {
    await store.close()
    await sweep(prefix)
    await rm(folder, { recursive: true })
  })
  const said = comment({ author: AUTHOR, text: TEXT })
  const mine = ticket({
    id: 'weibo/1001/p1/c1/by/u7',
    citizen: AUTHOR,
    says: TEXT,
    turns: [{ n: 1, by: 'citizen', comment: said.id, at: NOON, excerpt: TEXT }]
  })
  await store.comments.putEach(
    puts(said, comment({ comment: 'c2', author: { id: 'u8', name: '路人' }, text: '路灯坏了' }))
  )
  await store.tickets.putEach(puts(mine))
  await store.records.create('note', { id: 'n', value: { ticket: mine.id, text: `他说${TEXT.slice(7, 20)}` } })
  await store.history.add([
    historyRow({ ticket: mine.id, n: 1, data: { reason: TEXT.slice(0, 20) }, ...{ salt: 'x' } })
  ])
  const copying = await store.rebuilder.begin('comments-2026-11', false)
  let step = { copying, ready: false }
  while (!step.ready) step = await store.rebuilder.copy(step.copying)
  while (!(await store.rebuilder.swap(step.copying))) step = await store.rebuilder.copy(step.copying)
  await Promise.all([
    store.comments.refresh(),
    store.tickets.refresh(),
    store.records.refresh(),
    store.history.refresh()
  ])
  return { prefix, store, folder, said }
}

t.test('an erasure on Elasticsearch', { skip }, async t => {
  const { prefix, store, folder, said } = await filled(t)
  const events = memoryEventLog<HouseEvent>({ parse: PARSERS.events })
  const clock = { now: () => NOON + 3_600_000 }
  const erasures = openErasures({
    ...{ comments: store.comments, records: store.records, history: store.history, rebuilder: store.rebuilder },
    ...{ purge: store.purge, files: folderFiles(folder), desk: openDesk({ tickets: store.tickets, events, clock }) },
    ...{ tell: async () => {}, worker: 'one', monotonic: () => performance.now(), logger: silent }
  })
  const before = await everything(prefix)
  t.same(
    WORDS.filter(word => !before.includes(word)),
    [],
    'every word is there'
  )

  const of = { kind: 'comment', comment: said.id, publishedAt: said.publishedAt } as const
  const { id } = await erasures.ask({ of, why: '来信 1' }, LI)
  await t.rejects(erasures.decide(id, LI, { granted: true }), { code: 'SECOND_PERSON_NEEDED' })
  await erasures.decide(id, ZHAO, { granted: true })
  await t.rejects(erasures.decide(id, ZHAO, { granted: false }), { code: 'ERASURE_STATE' })
  do await store.records.refresh()
  while ((await erasures.round()) === 0)

  const after = await everything(prefix)
  t.same(
    WORDS.filter(word => after.includes(word)),
    [],
    'no document of any index says it, nor its words'
  )
  t.ok(after.includes('路灯坏了'), 'what others said is there')
  t.match(await erasures.get(id), {
    state: 'done',
    done: { erased: { comments: 1, tickets: 1, note: 1, history: 1, copies: 1 } }
  })
  const parts = await store.rebuilder.parts()
  t.notOk(
    parts.some(({ kept }) => kept !== undefined),
    'no old copy is kept'
  )
})
