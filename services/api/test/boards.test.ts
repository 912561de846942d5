import { setTimeout as sleep } from 'node:timers/promises'
import { accountId } from '@huiyin/domain/ids.ts'
import { act } from '@huiyin/ports/act.ts'
import type { BoardOverview, BoardRows } from '@huiyin/schemas/api-boards.ts'
import t, { type Test } from 'tap'
import { citizenWrites, enter, HOUR, type House, openHouse, type Person } from './house.ts'

const LEADER = { id: 'liu', name: '刘县长', role: 'leader' }
const HEAD = { id: 'zhao', name: '赵宏', role: 'head' }
const DAY = 24 * HOUR

/** The overview once the house has counted what was put before. */
async function overview(person: Person, query = 'span=today'): Promise<BoardOverview> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = (await person.get(`/api/boards/overview?${query}`)).json<BoardOverview & { detail?: string }>()
    if (answer.figures === undefined) throw new Error(answer.detail)
    if (!answer.counting) return answer
    await sleep(10)
  }
  throw new Error('The house never came to an end of counting')
}

const rows = async (person: Person, query: string) => (await person.get(`/api/boards/rows?${query}`)).json<BoardRows>()

const numberOf = ({ figures }: BoardOverview, code: string) => figures.find(({ figure }) => figure === code)

let count = 0
const asks = (house: House, more: object = {}) => {
  const native = `c${++count}`
  const of = { platform: 'weibo', account: '1001', post: 'p1', root: native, comment: native, ...more } as const
  const id = [of.platform, of.account, of.post, of.root, of.comment].join('/')
  const author = { id: `u${count}`, name: `网友${count}` }
  return citizenWrites(house, { ...of, author, id, key: id.slice(0, id.lastIndexOf('/')) })
}

t.test('an empty house', async t => {
  const house = await openHouse(t)
  const leader = await enter(house, LEADER)
  const board = await overview(leader)

  t.test('has counted nothing, and says of rates that there is nothing to reckon from', async t => {
    t.match(numberOf(board, 'cases'), { value: 0, before: 0 })
    t.match(numberOf(board, 'comments'), { value: 0, before: 0 })
    t.match(numberOf(board, 'reply-rate-24h'), { value: null, sample: 0, before: null, beforeSample: 0 })
    t.match(numberOf(board, 'reply-median'), { value: null, sample: 0 })
    t.ok(board.now.every(({ value }) => value === 0))
    t.same([board.accounts, board.departments, board.topics], [[], [], []])
  })

  t.test('tells what each figure is, and which lists are behind it', async t => {
    for (const { figure } of [...board.figures, ...board.now, ...board.series])
      t.ok(board.definitions[figure]?.definition.zh, figure)
    t.same(board.definitions['reply-rate-24h']?.rows, ['answered-24h', 'first-owed'])
    for (const { rows: lists } of Object.values(board.definitions)) {
      for (const figure of lists) t.equal((await rows(leader, `span=today&figure=${figure}`)).total, 0, figure)
    }
  })
})

t.test('a day', async t => {
  const house = await openHouse(t)
  const { time } = house
  const leader = () => enter(house, LEADER) // a session ends when the day does
  const first = await asks(house)
  const other = await asks(house, { account: '2002' })

  t.test('counts cases by the account that they are of, each with its list', async t => {
    const board = await overview(await leader())
    t.equal(numberOf(board, 'cases')?.value, 2)
    t.equal(numberOf(board, 'comments')?.value, 2)
    t.same(board.accounts.map(({ key, numbers }) => [key, numbers.cases?.value]).sort(), [
      ['weibo/1001', 1],
      ['weibo/2002', 1]
    ])
    const list = await rows(await leader(), 'span=today&figure=cases&by=account&key=weibo%2F2002')
    t.same(
      list.rows.map(({ ticket }) => ticket?.id),
      [other]
    )
  })

  t.test('is compared with yesterday until the same hour, as it stood then', async t => {
    time.now += DAY
    const board = await overview(await leader())
    t.match(numberOf(board, 'cases'), { value: 0, before: 2 })
    t.equal(board.compared.until, board.compared.from + (board.period.until - board.period.from))
    time.now -= 2 * HOUR
    t.match(numberOf(await overview(await leader()), 'cases'), { value: 0, before: 0 })
  })

  t.test('has a promise missed from the instant after it was due, and in time no more', async t => {
    const { dueAt } = (await house.store.tickets.get(first))!.document.clocks.find(({ kind }) => kind === 'first')!
    time.now = dueAt
    t.match(numberOf(await overview(await leader()), 'unanswered'), { value: 0 })
    time.now = dueAt + 1
    const board = await overview(await leader())
    t.equal(numberOf(board, 'unanswered')?.value, 2)
    t.equal(board.now.find(({ figure }) => figure === 'overdue-now')?.value, 2)
    const list = await rows(await leader(), 'span=today&figure=unanswered')
    t.same(list.rows.map(({ ticket }) => ticket?.id).sort(), [first, other].sort())
    t.equal((await rows(await leader(), 'span=today&figure=overdue-now')).total, 2)
  })

  t.test('is told to whom cares for one account of that account alone', async t => {
    const narrow = await enter(house, {
      ...LEADER,
      id: 'narrow',
      accounts: [accountId({ platform: 'weibo', id: '1001' })]
    })
    const board = await overview(narrow)
    t.equal(numberOf(board, 'unanswered')?.value, 1)
    t.same(
      (await rows(narrow, 'span=today&figure=unanswered')).rows.map(({ ticket }) => ticket?.id),
      [first]
    )
    t.same((await rows(narrow, 'span=today&figure=unanswered&by=account&key=weibo%2F2002')).rows, [])
    t.match((await narrow.get('/api/boards/overview?span=today&account=weibo%2F2002')).json(), { code: 'NOT_ALLOWED' })
    t.match((await narrow.get('/api/boards/mood?span=today&account=weibo%2F2002')).json(), { code: 'NOT_ALLOWED' })
  })

  t.test('moves with what people do', async t => {
    const { lastTurn } = (await house.store.tickets.get(first))!.document
    await act(house.desk, first, { type: 'dismiss', actor: HEAD, id: 'k1', seen: lastTurn, reason: '与本单位无关' })
    await until(t, async () => numberOf(await overview(await leader()), 'dismissed')?.value === 1)
    t.same(
      (await rows(await leader(), 'span=today&figure=dismissed')).rows.map(({ ticket }) => ticket?.id),
      [first]
    )
  })
})

/** The log is followed: what was done is counted a moment later. */
async function until(t: Test, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await holds()) return
    await sleep(10)
  }
  t.fail('it never came to hold')
}

t.test('a question that makes no sense is refused with what was expected', async t => {
  const house = await openHouse(t)
  const leader = await enter(house, LEADER)
  const asking = async (path: string) => (await leader.get(`/api/boards/${path}`)).json()
  t.match(await asking('overview?span=year'), { code: 'INVALID_REQUEST' })
  t.match(await asking('overview?span=today&day=2026-02-31'), { code: 'INVALID_REQUEST', at: 'query/day' })
  t.match(await asking('overview?span=today&day=2999-01-01'), { code: 'INVALID_REQUEST', at: 'query/day' })
  t.match(await asking('overview?span=today&day=2020-01-01'), { code: 'INVALID_REQUEST', at: 'query/day' })
  t.match(await asking('overview?span=today&account=nonsense'), { code: 'INVALID_REQUEST', at: 'query/account' })
  t.match(await asking('overview?span=today&account=weibo%2F%25'), { code: 'INVALID_REQUEST', at: 'query/account' })
  t.match(await asking('rows?span=today&figure=nothing'), { code: 'INVALID_REQUEST', at: 'query/figure' })
  t.match(await asking('rows?span=today&figure=reply-rate'), { code: 'INVALID_REQUEST', at: 'query/figure' })
  t.match(await asking('rows?span=today&figure=cases&by=place&key=x'), { code: 'INVALID_REQUEST', at: 'query/by' })
  t.match(await asking('mood?span=today&topic=%EF%BC%81'), { code: 'INVALID_REQUEST', at: 'query/topic' })
  t.match(await asking('rows?span=today&figure=cases&by=label'), { code: 'INVALID_REQUEST', at: 'query/key' })
  t.match(await asking('rows?span=today&figure=cases&at=5'), { code: 'INVALID_REQUEST', at: 'query/at' })
  t.match(await asking('rows?span=today&figure=cases&after=x'), { code: 'INVALID_REQUEST', at: 'query/after' })
})

t.test('a handler of a department reads no dashboards', async t => {
  const handler = await enter(await openHouse(t), { id: 'h', name: '周', role: 'handler', department: '水务局' })
  for (const path of ['overview?span=today', 'mood?span=today', 'rows?span=today&figure=cases', 'subscriptions'])
    t.match((await handler.get(`/api/boards/${path}`)).json(), { code: 'NOT_ALLOWED' }, path)
})

t.test('numbers that may be of before say since when', async t => {
  const house = await openHouse(t)
  const leader = await enter(house, LEADER)
  t.equal((await overview(leader)).staleSince, undefined)
  await house.events.close()
  await until(t, async () => (await overview(leader)).staleSince === house.time.now)
})
