import { setTimeout as sleep } from 'node:timers/promises'
import type { BoardOverview, BoardRows } from '@huiyin/schemas/api-boards.ts'
import t, { type Test } from 'tap'
import { standing } from '../src/boards/listed.ts'
import { sharing } from '../src/boards/sharing.ts'
import { citizenWrites, enter, HOUR, openHouse } from './house.ts'

const LEADER = { id: 'liu', name: '刘县长', role: 'leader' }

const openTown = async (t: Test) => {
  const house = await openHouse(t)
  const leader = await enter(house, LEADER)
  const asks = (native: string, at: number, more: object = {}) => {
    const of = { platform: 'weibo', account: '1001', post: 'p1', root: native, comment: native } as const
    const key = `weibo/1001/p1/${native}`
    const author = { id: `u${native}`, name: `网友${native}` }
    return citizenWrites(house, { ...of, author, publishedAt: at, id: `${key}/${native}`, key, ...more })
  }
  const rows = async (query: string) => (await leader.get(`/api/boards/rows?span=today&${query}`)).json<BoardRows>()
  const counted = async () => {
    for (let tries = 0; tries < 200; tries++) {
      const board = (await leader.get('/api/boards/overview?span=today')).json<BoardOverview>()
      if (!board.counting) return board
      await sleep(10)
    }
    throw new Error('The house never came to an end of counting')
  }
  return { house, leader, asks, rows, counted }
}

t.test('the list behind a number', async t => {
  t.test('goes on behind the row that was given last, though newer ones came before it', async t => {
    const { house, asks, rows, counted } = await openTown(t)
    const now = house.time.now
    const ids = [await asks('a', now - 4 * HOUR), await asks('b', now - 3 * HOUR), await asks('c', now - 2 * HOUR)]
    await counted()
    const first = await rows('figure=cases&atMost=1')
    t.same(
      first.rows.map(({ ticket }) => ticket?.id),
      [ids[2]]
    )
    await asks('d', now - HOUR)
    for (let tries = 0; (await rows('figure=cases')).total < 4 && tries < 200; tries++) await sleep(10)
    const rest = await rows(`figure=cases&after=${first.after}`)
    t.same(
      rest.rows.map(({ ticket }) => ticket?.id),
      [ids[1], ids[0]],
      'nothing twice, nothing left out'
    )
    t.match(await rows('figure=cases&after=50'), { code: 'INVALID_REQUEST', at: 'query/after' })
  })

  t.test('gives each row once where several stand at the same place, and where the last one has gone', async t => {
    const all = ['a', 'a', 'a', 'b'].map(id => ({ id }))
    const listed = (some: typeof all) =>
      standing(
        some,
        ({ id }) => ({ by: [1], id }),
        rows => rows.map((_, at) => ({ at }))
      )
    const first = await listed(all).page({ atMost: 2 })
    t.equal((await listed(all).page({ atMost: 9, after: first.after! })).rows.length, 2)
    t.equal((await listed(all.slice(3)).page({ atMost: 9, after: first.after! })).rows.length, 1)
  })

  t.test('says of a comment that it was collected after the number was counted', async t => {
    const { house, asks, rows, counted } = await openTown(t)
    const { now } = house.time
    await asks('a', now - HOUR, { firstObservedAt: now - HOUR })
    const { asOf } = await counted()
    house.time.now += HOUR
    await asks('b', now - HOUR, { firstObservedAt: now + 1 })
    const list = await rows(`figure=comments&asOf=${asOf}`)
    t.same(list.rows.map(({ comment, late }) => [comment?.author, late]).sort(), [
      ['网友a', undefined],
      ['网友b', true]
    ])
  })

  t.test('is saved whole, each row once', async t => {
    const { house, leader, asks, counted } = await openTown(t)
    for (let i = 0; i < 120; i++) await asks(`n${i}`, house.time.now - HOUR - (i % 3))
    await counted()
    for (const figure of ['cases', 'comments', 'open-now']) {
      const { body, statusCode } = await leader.get(`/api/boards/rows.csv?span=today&figure=${figure}`)
      t.equal(statusCode, 200, `${figure}: ${body.slice(0, 200)}`)
      t.match(body, /共 120 条/, figure)
      const lines = body.split('\r\n').filter(line => line.startsWith('2026-'))
      t.equal(new Set(lines).size, 120, figure)
    }
  })
})

t.test('posts are walked once for the numbers of now and of before, whoever asks meanwhile', async t => {
  const { house, leader, counted } = await openTown(t)
  await counted()
  const { records } = house.store
  const { list } = records
  let walks = 0
  records.list = ((kind, options) => {
    if (kind === 'post' && options.after === undefined) walks += 1
    return list(kind, options)
  }) as typeof list
  await leader.get('/api/boards/overview?span=today')
  t.equal(walks, 1)
})

t.test('work that is shared begins after whoever is answered by it has asked', async t => {
  const ends: ((value: number) => void)[] = []
  let begun = 0
  const work = sharing(() => {
    const nth = ++begun
    return new Promise<number>(end => ends.push(() => end(nth)))
  })
  const first = work()
  const alike = work()
  await sleep(1)
  const second = work()
  const third = work()
  t.equal(begun, 1, 'one goes on, one waits')
  ends[0]!(0)
  t.same([await first, await alike], [1, 1])
  await sleep(1)
  ends[1]!(0)
  t.same([await second, await third], [2, 2])
})
