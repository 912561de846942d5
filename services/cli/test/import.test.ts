import { readFileSync } from 'node:fs'
import { says } from '@huiyin/ports/contracts/fixtures.ts'
import t from 'tap'
import { CSV_IN_GB18030 } from './fixtures.ts'
import { allComments, allTickets, HOUR, jsonl, office } from './house.ts'

const MINUTE = 60_000

t.test('an import', async t => {
  t.test('of what is old is searchable and opens no ticket and no clock', async t => {
    const { write, take, look } = await office(t)
    const file = write('旧评论.csv', CSV_IN_GB18030)
    const { tally, place } = await take(file)
    t.match(tally, { read: 2, taken: 2, history: 2, refused: 0 })
    t.equal(place, 'here')
    await look(async house => {
      const found = await house.store.comments.search({ where: says('护栏'), sort: 'newest', atMost: 10 })
      t.match(found, {
        total: 1,
        rows: [{ text: '桥头的护栏松了，谁来修？', history: true, classification: { model: String } }]
      })
      t.equal((await allTickets(house)).total, 0)
    })
  })

  t.test('of fresh comments opens every ticket owed, due from the comment’s own time', async t => {
    const { write, take, look } = await office(t)
    const now = Date.now()
    const ago = (minutes: number) => now - minutes * MINUTE
    const rows = [
      { id: '1', text: '请问办理居住证需要带哪些材料？', time: ago(30), user_id: 'a' },
      { id: '2', text: '楼上漏水投诉了三次都没人管，物业根本不理人！', time: ago(20), user_id: 'b' },
      { id: '3', text: '小区里有浓烈的煤气味，有人晕倒了，快来人救命！', time: ago(10), user_id: 'c' },
      { id: '4', text: '建议在学校门口加装一个红绿灯，方便孩子过马路。', time: ago(5), user_id: 'd' },
      { id: '5', text: '太好了，为你们点赞，辛苦了！', time: ago(4), user_id: 'e' }
    ]
    const { tally } = await take(write('新评论.jsonl', jsonl(rows)), { as: 'live', now })
    t.match(tally, { taken: 5, history: 0 })
    await look(async house => {
      const { rows: tickets } = await allTickets(house)
      t.same(tickets.map(({ citizen }) => citizen.id).toSorted(), ['a', 'b', 'c', 'd'])
      for (const { citizen, urgent, clocks } of tickets) {
        const { time } = rows.find(({ user_id }) => user_id === citizen.id)!
        t.equal(urgent, citizen.id === 'c')
        t.match(clocks, [{ kind: 'first', startedAt: time, dueAt: time + (urgent ? HOUR : 24 * HOUR) }])
      }
    })
  })

  t.test('of the same file twice is as one', async t => {
    const { write, take, look } = await office(t)
    const csv = 'text,time,author\n请问低保怎么申请？,2026-01-05 10:00,甲\n请问低保怎么申请？,2026-01-05 10:01,甲\n'
    const file = write('a.csv', csv)
    await take(file, { as: 'live' })
    const before = await look(async house => ({ tickets: await allTickets(house), comments: await allComments(house) }))
    await take(file, { as: 'live' })
    const after = await look(async house => ({ tickets: await allTickets(house), comments: await allComments(house) }))
    t.equal(before.comments.total, 2)
    t.equal(before.tickets.total, 2)
    t.same(after.comments, before.comments)
    t.same(
      after.tickets.rows.map(({ id, n }) => [id, n]),
      before.tickets.rows.map(({ id, n }) => [id, n])
    )
  })

  t.test('writes down every refused line with its number and reason', async t => {
    const { write, take } = await office(t)
    const bad = Array.from({ length: 25 }, (_, i) => `${i},没有时间,`)
    const { tally, refusedFile } = await take(write('a.csv', `id,text,date\n99,完好,2026-11-20\n${bad.join('\n')}\n`))
    t.match(tally, { read: 26, taken: 1, refused: 25, first: { length: 20 } })
    const lines = readFileSync(refusedFile!, 'utf8').trimEnd().split('\n')
    t.equal(lines.length, 25)
    t.same(JSON.parse(lines[24]!), { line: 27, reason: 'has no time' })
  })

  t.test('that is only tried changes nothing', async t => {
    const { write, take, look } = await office(t)
    const tried = await take(write('a.csv', 'text,date\n好,2026-11-20\n坏,\n'), { dryRun: true })
    t.match(tried, { tally: { taken: 1, refused: 1 }, place: undefined, refusedFile: undefined })
    t.equal((await look(allComments)).total, 0)
  })

  t.test('of which no line can be taken is not understood', async t => {
    const { write, take } = await office(t)
    await t.rejects(take(write('a.csv', 'text,date\n好,昨天\n')), {
      code: 'INVALID_REQUEST',
      message: /none of its 1 lines can be taken; line 2 has a time that cannot be understood: "昨天"/
    })
  })

  t.test('of a heading alone has nothing to do', async t => {
    const { write, take } = await office(t)
    t.match(await take(write('a.csv', 'text,date\n')), { tally: { read: 0, taken: 0, refused: 0 } })
  })
})
