import { randomUUID } from 'node:crypto'
import { accountId } from '@huiyin/domain/ids.ts'
import { act } from '@huiyin/ports/act.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { raiseItem } from '@huiyin/ports/items.ts'
import { type Actor, system } from '@huiyin/schemas/actor.ts'
import { ROLES } from '@huiyin/schemas/role.ts'
import type { Test } from 'tap'
import type { AppOptions } from '../../src/app.ts'
import { keepScreenshot } from '../../src/intake/screenshots.ts'
import { citizenWrites, type House, openHouse, type World } from '../house.ts'
import { incidentIn } from '../incident-in.ts'

/** Things of one account, with one department: what is own to some is foreign to others. */
export type Side = {
  platform: 'weibo' | 'wechat'
  account: string
  department: string
  ticket: string
  /** Another ticket of the same. */
  other: string
  /** A comment of the ticket, of which a screenshot is kept. */
  comment: string
  item: string
  /** An incident of its account. */
  incident: string
  /** Ids of what hangs on the ticket, by their names in paths. */
  parts?: Record<string, string>
}

type Place = Pick<Side, 'platform' | 'account' | 'department'>

export const OWN: Place = { platform: 'weibo', account: '1001', department: '水务局' }
export const FOREIGN: Place = { platform: 'wechat', account: '2002', department: '住建局' }

/** Of every role; one whom an earlier version called operator; and one of whom nobody knows what they are. */
export const CALLED = [...ROLES, 'operator', 'viewer'] as const

/** Somebody who cares for the account OWN, or is of its department. */
export const personOf = (role: string, id = `the-${role}`): Actor => ({
  id,
  name: role,
  role,
  ...(role === 'handler'
    ? { department: OWN.department }
    : { accounts: [accountId({ platform: OWN.platform, id: OWN.account })] })
})

/** Where every thing can be asked for. */
export async function openTown(t: Test, overrides: Partial<AppOptions> = {}, world?: World) {
  const house = await openHouse(t, { settings: { demo: false, version: '0.1.0' }, ...overrides }, world)
  const { book } = house
  const { platform, account } = OWN
  await book.add(
    { platform, id: account, name: account, credentials: { accessToken: 'x'.repeat(32) }, since: 0 },
    'boss'
  )
  return house
}

let count = 0

/** A new ticket that the department has, with all that hangs on it. */
export async function sideOf(house: House, place: Place, text = '积水很深'): Promise<Side> {
  const { platform, account, department } = place
  const [ticket, other] = [await dispatched(house, place, text), await dispatched(house, place, text)]
  const by = system('collector')
  const shot = { type: 'image/png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') } as const
  await keepScreenshot({ ...house.store, files: house.files }, ticket.comment, shot, {
    by,
    at: house.time.now,
    publishedAt: ticket.publishedAt
  })
  const about = randomUUID()
  await raiseItem(house.store.records, { kind: 'post.look', platform, account, about, facts: {} }, house.time.now)
  await house.store.records.refresh()
  const items = await house.store.records.list<{ about?: string }>('operator-item', { atMost: 1000 })
  const item = items.find(({ value }) => value.about === about)!.id
  const incident = await incidentIn(house, { id: `i${++count}`, platform, account, phrase: text })
  return { platform, account, department, ticket: ticket.id, other: other.id, comment: ticket.comment, item, incident }
}

async function dispatched(house: House, { platform, account, department }: Place, text: string) {
  const native = `c${++count}`
  const of = { platform, account, post: 'p1', root: native, comment: native }
  const author = { id: `u${count}`, name: `网友${count}` }
  const said = comment({ ...of, author, text, publishedAt: house.time.now })
  const id = await citizenWrites(house, {
    ...of,
    author,
    text,
    id: said.id,
    key: said.key,
    publishedAt: house.time.now
  })
  const head = { id: 'zhao', name: '赵宏', role: 'head' }
  const { lastTurn } = (await house.store.tickets.get(id))!.document
  await act(house.desk, id, {
    type: 'dispatch',
    actor: head,
    id: `d-${count}`,
    seen: lastTurn,
    department,
    request: '请处理'
  })
  await house.store.tickets.refresh()
  return { id, comment: said.id, publishedAt: said.publishedAt }
}
