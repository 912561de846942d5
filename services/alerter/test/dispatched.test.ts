import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { dispatch, signDispatch, withdrawDispatch } from '@huiyin/domain/cases/commands.ts'
import { defaultLadders } from '@huiyin/domain/escalation/default-ladders.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { QuietHours } from '@huiyin/schemas/ladder.ts'
import t, { type Test } from 'tap'
import { handling } from '../src/handling.ts'
import { HOUR, LI, MINUTE, NINE, office } from './office.ts'
import { alerterPorts, ticking } from './ticking.ts'

const SECOND = 1000
const DESK = { channel: 'webhook', address: 'shuiwu-zhiban' }
const SUN = { id: 'sun', name: '孙工', role: 'handler', department: '水务局' }
const NIGHTS: QuietHours = {
  version: '1',
  zone: 'Asia/Shanghai',
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '08:00' }]
}

/** An office on SQLite whose water office has a duty desk, no account, and was sent a case at an instant. */
async function sentAt(t: Test, instant: number) {
  const { store, close } = await openSqlite({ folder: t.testdir({}), ...segmenter() })
  const house = office({ store })
  t.teardown(async () => {
    await house.desk.publisher.idle()
    await close()
  })
  const { records } = store
  const ladders = defaultLadders(['webhook'])
  const departments = [{ department: '水务局', contacts: [DESK] }]
  const people = { persons: [], rosters: [], channels: ['webhook'], departments, ladders, quietHours: NIGHTS }
  const handle = handling(
    { desk: house.desk, records, people: () => people, logger: silent },
    'https://huiyin.example'
  )!
  const { channels } = house.ports
  const ports = alerterPorts({ desk: house.desk, records, channels, people: () => people, handle })
  const at = ticking(store, ports, house.setNow)
  house.setNow(instant)
  const id = await house.arrives(1)
  const { lastTurn: seen } = await house.ticketOf(id)
  await house.acts(id, dispatch({ actor: LI, id: 'd', seen, department: '水务局', request: '请抽排' }))
  const told = () => house.told.filter(({ alert }) => alert.kind === 'dispatched')
  return { ...house, id, at, sent: (await house.ticketOf(id)).dispatches[0]!.id, told }
}

t.test('the duty desk of a department without an account', async t => {
  t.test('is told of a dispatch ten seconds later, once, with the page on which it signs', async t => {
    const { at, told, ticketOf, id } = await sentAt(t, NINE)
    await at(NINE + 10 * SECOND - 1)
    t.same(told(), [])
    for (const later of [10, 11, 60]) await at(NINE + later * SECOND)
    t.match(told(), [{ to: DESK.address, handle: /^https:\/\/huiyin\.example\/d\/[\w.-]{45}$/, alert: { rung: 0 } }])
    t.match((await ticketOf(id)).dispatches, [{ links: [{ to: '水务局值班' }] }])
  })

  t.test('is told again with the same page, and the group with it, until it signs', async t => {
    const { at, told, acts, setNow, id, sent } = await sentAt(t, NINE)
    await at(NINE + 10 * SECOND)
    await at(NINE + 4 * HOUR + 10 * SECOND)
    t.same(
      told()
        .map(({ to }) => to)
        .toSorted(),
      [DESK.address, DESK.address, undefined]
    )
    t.equal(new Set(told().flatMap(({ handle }) => handle ?? [])).size, 1)
    setNow(NINE + 5 * HOUR)
    await acts(id, signDispatch({ actor: SUN, id: 's', dispatch: sent }))
    await at(NINE + 30 * HOUR)
    t.equal(told().length, 3)
  })

  t.test('hears nothing of what was withdrawn within these ten seconds', async t => {
    const { at, told, acts, setNow, id, sent, alerts } = await sentAt(t, NINE)
    setNow(NINE + 9 * SECOND)
    await acts(id, withdrawDispatch({ actor: LI, id: 'w', dispatch: sent, reason: '派错了' }))
    for (const later of [10, 60]) await at(NINE + later * SECOND)
    t.same(told(), [])
    t.same(await alerts(), [])
  })

  t.test('hears of what was sent by night in the morning, once, by itself with the page (R37)', async t => {
    const night = NINE + 14 * HOUR
    const { at, told, digests } = await sentAt(t, night)
    for (const later of [MINUTE, 5 * HOUR, 9 * HOUR, 9 * HOUR + MINUTE]) await at(night + later)
    t.match(
      told().filter(({ to }) => to === DESK.address),
      { length: 1, 0: { handle: /\/d\// } }
    )
    t.notOk(digests.some(({ notices }) => notices.some(({ alert }) => alert.kind === 'dispatched')))
  })
})
