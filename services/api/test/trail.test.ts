import { ticketNumber } from '@huiyin/domain/ids.ts'
import { openAnchors } from '@huiyin/ports/anchors.ts'
import { raiseItem } from '@huiyin/ports/items.ts'
import { park } from '@huiyin/ports/parking.ts'
import { keepVerification } from '@huiyin/ports/verifications.ts'
import { verifyTrailFile } from '@huiyin/ports/verify-trail-file.ts'
import type { TrailRow } from '@huiyin/schemas/api-trail.ts'
import t from 'tap'
import { citizenWrites, enter, MINUTE, NOON, openHouse, signIn } from './house.ts'
import { written } from './written.ts'

const AUDITOR = { id: 'qian', name: '钱审', role: 'auditor' }

/** An office with a ticket, an auditor who has signed in, and all that is written. */
async function audited(t: Parameters<typeof openHouse>[0]) {
  const house = await openHouse(t)
  const ticket = await citizenWrites(house, { text: '小区门口积水' })
  const auditor = await enter(house, AUDITOR)
  await written(house)
  return { house, ticket, auditor }
}

const typesOf = (rows: TrailRow[]) => rows.map(({ event }) => event.type)

t.test('the trail', async t => {
  t.test('is read the newest first, each event with its link and without its salt', async t => {
    const { house, ticket, auditor } = await audited(t)
    const { rows, now } = (await auditor.get('/api/trail')).json()
    t.equal(now, NOON)
    const times = rows.map(({ event }: TrailRow) => event.at)
    t.same(
      times,
      times.toSorted((a: number, b: number) => b - a)
    )
    const opened = rows.find(({ event }: TrailRow) => event.type === 'ticket.opened')
    t.match(opened, { number: ticketNumber(ticket), link: { id: /^\d+\/\d+$/, hash: /^[\w-]{43}$/ } })
    t.notOk(JSON.stringify(rows).includes('salt'))
    t.equal((await house.store.history.of(ticket, { atMost: 1 }))[0]?.salt?.length, 22)
  })

  t.test('is narrowed by person, type, period and ticket, by its number too, page by page', async t => {
    const { house, ticket, auditor } = await audited(t)
    house.time.now += MINUTE
    const head = await enter(house, { id: 'zhao', name: '赵宏', role: 'head' })
    await head.post('/api/reveals', { ticket, reason: '要打电话给市民' })
    await written(house)
    const rows = async (query: string) => (await auditor.get(`/api/trail?${query}`)).json().rows as TrailRow[]
    t.match(await rows('person=zhao'), [{ event: { type: 'revealed', actor: { id: 'zhao' } }, link: {} }])
    t.match(await rows('type=revealed'), [{ event: { ticket: 'person/zhao' } }])
    t.same(typesOf(await rows(`from=${NOON + MINUTE}`)), ['revealed'])
    t.notOk(typesOf(await rows(`to=${NOON + MINUTE}`)).includes('revealed'))
    const ofTicket = typesOf(await rows(`subject=${encodeURIComponent(ticket)}`))
    t.ok(ofTicket.includes('ticket.opened'))
    t.same(typesOf(await rows(`subject=${ticketNumber(ticket).toLowerCase().replace('-', '')}`)), ofTicket)
    const first = (await auditor.get('/api/trail?atMost=1')).json()
    const second = (await auditor.get(`/api/trail?atMost=1&after=${encodeURIComponent(first.after)}`)).json()
    t.same(typesOf([...first.rows, ...second.rows]), typesOf(await rows('atMost=2')))
  })

  t.test('is exported with its proof, which stands by the file alone; that it was exported is told first', async t => {
    const { house, auditor } = await audited(t)
    house.time.now += MINUTE
    const answer = await auditor.get(`/api/trail/export?from=0&to=${NOON + 60 * MINUTE}`)
    t.equal(answer.statusCode, 200)
    t.match(answer.headers, { 'content-type': /jsonl/, 'content-disposition': /trail-1970-01-01-2026-11-21\.jsonl/ })
    const lines = answer.body.split('\n')
    const verified = (of: string[]) => verifyTrailFile(ofLines(of), { now: NOON })
    t.match(await verified(lines), { ok: true, anchors: 1, unanchored: 0 })
    t.ok((await verified(lines)).links > 2)
    const anchor = openAnchors({ ...house.store, vault: house.vault, clock: house.desk.clock, tell: async () => {} })
    t.equal(JSON.parse(lines[0]!).key, await anchor.key())

    t.match(await verified(lines.map(line => line.replace('ticket.opened', 'ticket.closed'))), { ok: false })
    t.match(await verified(lines.toSpliced(2, 1)), { ok: false })
    t.match(await verified(lines.slice(0, -3)), { ok: false })

    await written(house)
    const { rows } = (await auditor.get('/api/trail?type=exported')).json()
    t.match(rows, [{ event: { ticket: 'export/trail', actor: { id: 'qian' }, data: { what: 'trail', from: 0 } } }])
  })

  t.test('says how far it has come, when it was anchored and what the last verification found', async t => {
    const { house, auditor } = await audited(t)
    const before = (await auditor.get('/api/trail/state')).json()
    t.match(before, { heads: [{ partition: Number, n: Number }] })
    t.notOk(before.anchor)
    const verification = { at: NOON, ok: true, links: 1, rows: 1, redacted: 0, unanchored: 0, anchors: 0, broken: 0 }
    await keepVerification(house.store.records, { ...verification, findings: [] })
    await openAnchors({ ...house.store, vault: house.vault, clock: house.desk.clock, tell: async () => {} }).anchor()
    t.match((await auditor.get('/api/trail/state')).json(), { anchor: { n: 1, heads: before.heads }, verification })
  })

  t.test('knows who resolved an item and who replayed a message', async t => {
    const { house, auditor } = await audited(t)
    const { records } = house.store
    const at = house.time.now
    await raiseItem(records, { kind: 'post.look', platform: 'weibo', account: '1001', about: 'p1', facts: {} }, at)
    const parked = await park(records, { topic: 'comments', raw: '{', reason: 'no JSON', at })
    await records.refresh()
    const [item] = await records.list('operator-item', { atMost: 1 })
    const admin = await signIn(house)
    t.equal((await admin.post('/api/items/resolve', { id: item!.id })).statusCode, 200)
    t.equal((await admin.post(`/api/parked/${parked}/replay`)).statusCode, 200)
    await written(house)
    const rows = async (type: string) => (await auditor.get(`/api/trail?type=${type}`)).json().rows
    t.match(await rows('item.resolved'), [{ event: { data: { kind: 'post.look' } } }])
    t.match(await rows('parked.replayed'), [
      { event: { actor: { id: 'admin' }, ticket: `parked/${parked}`, data: { topic: 'comments' } } }
    ])
  })

  t.test('is for auditors and administrators; a period that ends before it begins is refused', async t => {
    const { house, auditor } = await audited(t)
    const editor = await enter(house, { id: 'li', name: '李静', role: 'editor' })
    for (const path of ['trail', 'trail/state', 'trail/export?from=0&to=1'])
      t.equal((await editor.get(`/api/${path}`)).statusCode, 403, path)
    t.match((await auditor.get('/api/trail/export?from=5&to=5')).json(), { status: 400, at: 'query/to' })
  })
})

async function* ofLines(lines: readonly string[]) {
  yield* lines
}
