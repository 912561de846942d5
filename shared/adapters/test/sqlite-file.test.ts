import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { comment, puts, reply, says, ticket, versionOf } from '@huiyin/ports/contracts/fixtures.ts'
import type { TicketFilter } from '@huiyin/ports/tickets.ts'
import type { Reply } from '@huiyin/schemas/ticket.ts'
import t, { type Test } from 'tap'
import { openSqlite } from '../src/sqlite/open.ts'

async function folderOf(t: Test) {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-file-'))
  t.teardown(() => rm(folder, { recursive: true }))
  return folder
}

async function opened(t: Test) {
  const folder = await folderOf(t)
  const sqlite = await openSqlite({ folder })
  t.teardown(sqlite.close)
  return { ...sqlite, folder, file: join(folder, 'huiyin.db') }
}

t.test('all that was put is there when the folder is opened again', async t => {
  const { store, close, folder } = await opened(t)
  await store.tickets.putIfUnchanged(ticket({ id: 'a' }))
  await store.comments.putEach([{ document: comment({ id: 'a' }) }])
  await store.records.create('lease', { id: 'a', value: 1, dueAt: 5 })
  await close()

  const again = await openSqlite({ folder })
  t.teardown(again.close)
  t.strictSame((await again.store.tickets.get('a'))?.document, ticket({ id: 'a' }))
  t.strictSame((await again.store.comments.search({ sort: 'newest', atMost: 5, where: says('积水') })).rows, [
    comment({ id: 'a' })
  ])
  t.strictSame(await again.store.records.due('lease', 5, 5), [{ id: 'a', value: 1, dueAt: 5 }])
})

t.test('a word that was taken out of a comment is found no more, and after compact it is not on the disk', async t => {
  const { store, compact, close, file } = await opened(t)
  const secret = 'qzpassportnumber4711'
  const others = Array.from({ length: 200 }, (_, n) => comment({ id: `other ${n}`, text: `第${n}条 积水 word${n}` }))
  await store.comments.putEach(others.map(document => ({ document })))
  const [made] = await store.comments.putEach([{ document: comment({ id: 'a', text: `我的护照 ${secret}` }) }])
  t.equal(matches(file, secret), 1)
  const erased = comment({ id: 'a', text: '', firstText: '', state: 'erased' })
  await store.comments.putEach([{ document: erased, version: versionOf(made) }])
  t.equal(matches(file, secret), 0)
  t.equal((await store.comments.search({ sort: 'newest', atMost: 5, where: says(secret) })).total, 0)
  await compact()
  t.equal(
    (await store.comments.search({ sort: 'newest', atMost: 5, where: says('积水') })).total,
    200,
    'the others are'
  )
  await close()
  t.notOk((await readFile(file)).includes(secret))
})

function matches(file: string, word: string): number {
  const db = new DatabaseSync(file, { readOnly: true })
  const { length } = db.prepare('select rowid from comment_words where comment_words match ?').all(word)
  db.close()
  return length
}

t.test("another connection's lock holds up a put, but neither reads nor this thread", async t => {
  const { store, file } = await opened(t)
  await store.tickets.putIfUnchanged(ticket({ id: 'a' }))
  const other = new DatabaseSync(file)
  other.exec('begin immediate')

  let put = false
  const putting = store.tickets.putIfUnchanged(ticket({ id: 'b' })).then(({ outcome }) => {
    put = true
    return outcome
  })
  t.equal((await store.tickets.get('a'))?.document.id, 'a')
  t.equal((await store.tickets.search({ sort: 'newest', atMost: 5 })).total, 1)
  t.equal(put, false, 'the put waits')
  other.exec('rollback')
  other.close()
  t.equal(await putting, 'put')
})

t.test('a put with a value that no column takes is refused alone, and its neighbours are taken', async t => {
  const { store } = await opened(t)
  const wrong = ticket({ id: 'wrong', risk: { score: Number.NaN, level: 'blue', reasons: [] } })
  const results = await Promise.all([
    store.tickets.putEach([{ document: wrong }, { document: ticket({ id: 'a' }) }]),
    store.tickets.putIfUnchanged(ticket({ id: 'b' }))
  ])
  t.match(results, [[{ outcome: 'refused', reason: /risk_score/ }, { outcome: 'put' }], { outcome: 'put' }])
  const huge = comment({ id: 'huge', text: '水'.repeat(5_000_001) })
  t.match(await store.comments.putEach([{ document: huge }]), [{ outcome: 'refused', reason: /5000000 characters/ }])
})

t.test('a record with a value that is no JSON is refused alone, and its neighbours are taken', async t => {
  const { records } = (await opened(t)).store
  const entries = [1, undefined, 3].map((value, n) => ({ id: `p${n}`, value }))
  await t.rejects(records.createEach('parked', entries), { code: 'STORE_REFUSED', message: /is undefined/ })
  await t.rejects(records.put('parked', entries[1]!), { code: 'STORE_REFUSED' })
  t.match(
    await records.putEach(
      'parked',
      [...entries, { id: 'p3', value: 4 }].map(entry => ({ entry }))
    ),
    [{ outcome: 'conflict' }, { outcome: 'refused' }, { outcome: 'conflict' }, { outcome: 'put' }]
  )
})

t.test('searches use an index for what people look at all day', async t => {
  const { file } = await opened(t)
  const db = new DatabaseSync(file, { readOnly: true })
  t.teardown(() => db.close())
  const plan = (sql: string) =>
    db
      .prepare(`explain query plan ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('; ')
  t.match(plan(`select id from tickets where next_due_at <= 5 order by next_due_at limit 9`), 'tickets_next_due')
  t.match(
    plan(`select id from tickets where unpublished_since <= 5 order by unpublished_since limit 9`),
    'tickets_unpublished'
  )
  t.match(plan(`select id, document from tickets where status = 'open' order by due_at, id limit 9`), 'tickets_status')
  const OPEN = `status in ('open', 'handling')`
  t.match(
    plan(`select count(*) from tickets where ${OPEN} and (assigned is null) = 1`),
    /COVERING INDEX tickets_status/
  )
  t.match(plan(`select id from tickets where ${OPEN} and assigned = 'li'`), 'tickets_assigned')
  for (const what of [`urgent = 1`, `review = 1`, `reply_state = 'drafted' and reply_by <> 'li'`])
    t.match(plan(`select count(*) from tickets where ${OPEN} and ${what}`), /COVERING INDEX tickets_status/, what)
  t.match(
    plan(`select document from comments where key = 'a' order by published_at desc, id limit 9`),
    'comments_thread'
  )
  t.match(plan(`select id from comments where true order by published_at desc, id limit 9`), 'comments_published')
})

/** What the seventh and eighth layouts added, taken away again. */
const BACK_TO_SIXTH = `
  drop table layouts;
  alter table tickets drop column sentiment;
  alter table tickets drop column places;
  drop index comments_published;
  create index comments_published on comments (published_at);
  alter table comments drop column department;
  alter table comments drop column places;
  alter table comments drop column risk_score;
  pragma user_version = 6;
`

/** Takes back what the sixth layout added. */
const BACK_TO_FIFTH = `
  ${BACK_TO_SIXTH}
  drop table links;
  drop index history_at; drop index history_rare; drop index history_person; drop index history_place;
  alter table history drop column at;
  alter table history drop column rare;
  alter table history drop column person;
  alter table history drop column partition;
  alter table history drop column "offset";
  pragma user_version = 5;
`

/** And the fifth. */
const BACK_TO_FOURTH = `
  ${BACK_TO_FIFTH}
  drop index tickets_assigned; drop index tickets_tags; drop index tickets_status;
  create index tickets_status on tickets (status, due_at);
  alter table tickets drop column assigned;
  alter table tickets drop column tags;
  alter table tickets drop column reply_state;
  alter table tickets drop column reply_by;
  pragma user_version = 4;
`

t.test('a file of the first layout is brought up to this one: what was deleted in it is found as deleted', async t => {
  const { store, close, folder, file } = await opened(t)
  const put = await store.comments.putEach([
    { document: comment({ id: 'a' }) },
    { document: comment({ id: 'b', state: 'deleted' }) },
    { document: comment({ id: 'c', state: 'erased', text: '' }) }
  ])
  await close()
  const first = new DatabaseSync(file)
  first.exec(`
    ${BACK_TO_FOURTH}
    drop index comments_hidden;
    alter table comments drop column state;
    drop index tickets_dispatched;
    alter table tickets drop column dispatched;
    drop index comments_account_post;
    pragma user_version = 1
  `)
  first.close()

  const again = await openSqlite({ folder })
  t.teardown(again.close)
  const { comments } = again.store
  for (const [state, id] of [
    ['visible', 'a'],
    ['deleted', 'b'],
    ['erased', 'c']
  ] as const) {
    const { rows } = await comments.search({ state: [state], sort: 'newest', atMost: 9 })
    t.strictSame(
      rows.map(({ id }) => id),
      [id]
    )
  }
  await comments.putEach([{ document: comment({ id: 'b' }), version: versionOf(put[1]) }])
  t.strictSame(await comments.count('post', { state: ['visible'] }), { p1: 2 })
})

t.test(
  'a file of the second layout is brought up to this one: what was dispatched is found by its departments',
  async t => {
    const { store, close, folder, file } = await opened(t)
    const by = { id: 'li', name: '李静', role: 'operator' }
    const dispatch = { id: 'd', state: 'dispatched', cycle: 1, request: '请处理', by, dispatchedAt: 0 } as const
    await store.tickets.putEach([
      { document: ticket({ id: 'a', dispatches: [{ ...dispatch, department: '水务局', assisting: ['城管局'] }] }) },
      { document: ticket({ id: 'b', dispatches: [{ ...dispatch, department: '水务局' }] }) },
      { document: ticket({ id: 'c' }) }
    ])
    await close()
    const second = new DatabaseSync(file)
    second.exec(BACK_TO_FOURTH)
    second.exec('drop index comments_account_post; drop index tickets_dispatched')
    second.exec('alter table tickets drop column dispatched; pragma user_version = 2')
    second.close()

    const again = await openSqlite({ folder })
    t.teardown(again.close)
    for (const [dispatchedTo, ids] of [
      ['水务局', ['a', 'b']],
      ['城管局', ['a']],
      ['交通局', []]
    ] as const) {
      const { rows } = await again.store.tickets.search({ dispatchedTo, sort: 'newest', atMost: 9 })
      t.strictSame(
        rows.map(({ id }) => id),
        ids
      )
    }
  }
)

t.test('a file of the fourth layout is brought up to this one: replies are found by how they stand', async t => {
  const { store, close, folder, file } = await opened(t)
  const of = (id: string, state: Reply['state'], more: Partial<Reply> = {}) =>
    ticket({ id, replies: [reply('old', 'confirmed'), { ...reply(id, state), ...more }] })
  const attested = { by: { id: 'wang', name: '王强', role: 'editor' }, at: 0, postedAt: 0, evidence: 'x' }
  await store.tickets.putEach(
    puts(of('a', 'drafted'), of('b', 'attesting', { attested }), of('c', 'superseded'), ticket({ id: 'd' }))
  )
  await close()
  const fourth = new DatabaseSync(file)
  fourth.exec(BACK_TO_FOURTH)
  fourth.close()

  const again = await openSqlite({ folder })
  t.teardown(again.close)
  const ids = async (query: TicketFilter) =>
    (await again.store.tickets.search({ ...query, sort: 'newest', atMost: 9 })).rows.map(({ id }) => id)
  t.strictSame(await ids({ reply: ['drafted'] }), ['a'])
  t.strictSame(await ids({ replyNotBy: 'li' }), ['b'])
  t.strictSame(await ids({ replyNotBy: 'wang' }), ['a'])
  t.strictSame(await ids({ unassigned: true }), ['a', 'b', 'c', 'd'])
})

t.test('a file of a newer program is refused, and left as it is', async t => {
  const { close, folder, file } = await opened(t)
  await close()
  const newer = new DatabaseSync(file)
  newer.exec('pragma user_version = 99')
  newer.close()
  await t.rejects(openSqlite({ folder }), { code: 'STORE_UNAVAILABLE', message: /newer Huiyin \(layout 99/ })
  const after = new DatabaseSync(file)
  t.strictSame(after.prepare('pragma user_version').get()?.user_version, 99)
  after.close()
})

t.test('a damaged file is told in a sentence, and the folder is given back', async t => {
  const folder = await folderOf(t)
  await writeFile(
    join(folder, 'huiyin.db'),
    'no database at all, but long enough to be read as the head of one'.repeat(100)
  )
  for (const _ of [1, 2]) {
    await t.rejects(openSqlite({ folder }), { code: 'STORE_DAMAGED', message: /damaged.*restore/ })
  }
})

t.test('what is damaged within is told when it is met, and is no outage that one could wait out', async t => {
  const folder = await folderOf(t)
  const before = await openSqlite({ folder })
  const entries = Array.from({ length: 3_000 }, (_, n) => ({ id: `id ${n}`, value: 'x'.repeat(300) }))
  await before.store.records.createEach('kind', entries)
  await before.close()
  const path = join(folder, 'huiyin.db')
  const bytes = await readFile(path)
  bytes.fill(0x5a, 200 * 4_096)
  await writeFile(path, bytes)
  const { store, close } = await openSqlite({ folder })
  t.teardown(close)
  await t.rejects(
    store.records.getMany(
      'kind',
      entries.map(({ id }) => id)
    ),
    {
      code: 'STORE_DAMAGED',
      message: /damaged.*restore/
    }
  )
})

t.test('a folder that cannot be one is told in a sentence', async t => {
  const folder = await folderOf(t)
  const path = join(folder, 'file')
  await writeFile(path, '')
  await t.rejects(openSqlite({ folder: path }), { code: 'SETTINGS_INVALID', message: /HUIYIN_DATA/ })
  await t.rejects(openSqlite({ folder: join(path, 'below') }), { code: 'SETTINGS_INVALID' })
})

t.test('after a close every call is refused', async t => {
  const { store, log, close } = await opened(t)
  const notes = log('notes', { parse: () => ({ key: 'a' }) })
  await close()
  await close()
  await t.rejects(store.tickets.putIfUnchanged(ticket({ id: 'a' })), { code: 'STORE_UNAVAILABLE' })
  await t.rejects(store.tickets.get('a'), { code: 'STORE_UNAVAILABLE' })
  await t.rejects(store.tickets.search({ sort: 'newest', atMost: 1 }), { code: 'STORE_UNAVAILABLE' })
  await t.rejects(notes.append([{ key: 'a' }]), { code: 'LOG_UNAVAILABLE' })
})
