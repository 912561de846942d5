import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import type { Store } from '@huiyin/adapters/open.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import type { House } from '@huiyin/domain/escalation/recipients.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { comment, MINUTE, NOON, puts, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import { keepSearch, removeSearch, searchId } from '@huiyin/ports/saved-searches.ts'
import type { Classified, StoredComment } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import type { SavedSearchBody } from '@huiyin/schemas/saved-search.ts'
import t, { type Test } from 'tap'
import { type FindPorts, findComments, findTickets } from '../src/searches/finds.ts'
import { openSearches } from '../src/searches/searches.ts'
import { tellFinds } from '../src/searches/tell-finds.ts'

/** Five minutes, and a little for what is seen late. */
const OVER = 5 * MINUTE + 20_000

const LI = { id: 'li', name: '李敏', role: 'editor' }
const REACHED: House = {
  persons: [{ id: 'li', name: '李敏', contacts: [{ channel: 'smtp', address: 'li@example.gov.cn' }], leave: [] }],
  departments: [],
  rosters: [],
  channels: ['smtp']
}
const WATER: SavedSearchBody = { name: '停水', what: 'comments', q: '停水', tell: 'soon' }

const WORLDS = {
  sqlite: async (t: Test): Promise<Store> => {
    const { store, close } = await openSqlite({ folder: t.testdir() })
    t.teardown(close)
    return store
  },
  'memory, with search that lags,': async () => memoryStore({ searchLags: true })
}

type Owner = typeof LI & { accounts?: string[] }

/** One person with one search; `round` is what the analyst does of it at an instant. */
async function officeOn(store: Store, body: SavedSearchBody, actor: Owner = LI, house = REACHED) {
  const { records, tickets } = store
  await records.create('person', { id: actor.id, value: { actor } })
  await keepSearch(records, { person: actor.id, own: 'a', body, at: NOON })
  const book = { rows: () => [] }
  const open = (): FindPorts => ({ records, tickets, asked: openSearches({ records, cut: segmenter().cut, book }) })
  const ports = open()
  return {
    store,
    restart: open,
    came: (comments: StoredComment[], now = NOON, by = ports) => findComments(by, comments.map(classified), now),
    opened: (events: HouseEvent[], now = NOON) => findTickets(ports, events, now),
    tell: async (now: number) => {
      await records.refresh()
      await tellFinds({ records, people: () => house }, now)
    },
    letters: async () => {
      await records.refresh()
      const found = await Array.fromAsync(entriesOf<Letter>(records, 'letter'))
      return found.map(({ value }) => value)
    }
  }
}

const classified = ({ classification, ...observation }: StoredComment): Classified => ({
  id: observation.id,
  key: observation.key,
  observation,
  ...(classification && { classification })
})

const said = (n: number, text: string, of: Partial<StoredComment> = {}) => comment({ id: `c${n}`, text, ...of })

for (const [name, openStore] of Object.entries(WORLDS)) {
  t.test(`a saved search over ${name}`, async t => {
    t.test('tells its owner once of all that came in five minutes', async t => {
      const office = await officeOn(await openStore(t), WATER)
      await office.came([said(1, '我们小区又停水了'), said(2, '今天天气真好'), said(3, '停水没人管')])
      await office.tell(NOON + MINUTE)
      t.same(await office.letters(), [], 'the five minutes are not over')
      await office.tell(NOON + OVER)
      await office.tell(NOON + 6 * MINUTE)
      const letters = await office.letters()
      t.match(letters, [{ title: '检索“停水”有 2 条新评论', to: [{ address: 'li@example.gov.cn' }] }])
      t.equal(letters.length, 1)
    })

    t.test('tells of no comment twice, whoever reads it again', async t => {
      const office = await officeOn(await openStore(t), WATER)
      await office.came([said(1, '停水了')])
      await office.tell(NOON + OVER)
      await office.came([said(1, '停水了'), said(2, '还在停水')], NOON + 6 * MINUTE, office.restart())
      await office.tell(NOON + 5 * MINUTE + OVER)
      t.same(
        (await office.letters()).map(({ title }) => title),
        ['检索“停水”有 1 条新评论', '检索“停水”有 1 条新评论']
      )
    })

    t.test('does not tell of what was imported for the record, nor of our own replies', async t => {
      const office = await officeOn(await openStore(t), WATER)
      await office.came([said(1, '停水了', { history: true }), said(2, '停水已在抢修', { ours: true })])
      await office.tell(NOON + OVER)
      t.same(await office.letters(), [])
    })

    t.test('finds nothing of accounts that its owner does not care for', async t => {
      const owner = { ...LI, accounts: [accountId({ platform: 'weibo', id: 'mine' })] }
      const office = await officeOn(await openStore(t), WATER, owner)
      await office.came([
        said(1, '停水了', { platform: 'weibo', account: 'theirs' }),
        said(2, '停水两天', { platform: 'weibo', account: 'mine' })
      ])
      await office.tell(NOON + OVER)
      t.match(await office.letters(), [{ title: '检索“停水”有 1 条新评论' }])
    })

    t.test('finds tickets as they are opened', async t => {
      const store = await openStore(t)
      const office = await officeOn(store, { name: '红色', what: 'tickets', q: '级别:红色', tell: 'soon' })
      const red = ticket({ id: 't1', risk: { score: 90, level: 'red', reasons: [] } })
      await store.tickets.putEach(puts(red, ticket({ id: 't2' })))
      await office.opened(['t1', 't2'].map(openedOf))
      await office.tell(NOON + OVER)
      t.match(await office.letters(), [{ title: '检索“红色”有 1 条新工单', of: searchId('li', 'a') }])
    })

    t.test('tells nothing once it is removed, or its owner has left', async t => {
      const removed = await officeOn(await openStore(t), WATER)
      await removed.came([said(1, '停水了')])
      await removeSearch(removed.store.records, searchId('li', 'a'))
      await removed.tell(NOON + OVER)
      t.same(await removed.letters(), [])

      const left = await officeOn(await openStore(t), WATER)
      await left.store.records.put('person', { id: 'li', value: { actor: LI, state: 'left' } })
      await left.came([said(1, '停水了')])
      await left.tell(NOON + OVER)
      t.same(await left.letters(), [])
    })

    t.test('tells also of what was found in the last moment, and in the first of the next five minutes', async t => {
      const office = await officeOn(await openStore(t), WATER)
      await office.came([said(1, '停水了')], NOON + MINUTE)
      await office.tell(NOON + 5 * MINUTE)
      await office.came([said(2, '停水了')], NOON + 5 * MINUTE - 1)
      await office.came([said(3, '停水了')], NOON + 5 * MINUTE)
      await office.tell(NOON + OVER)
      await office.tell(NOON + 5 * MINUTE + OVER)
      const titles = (await office.letters()).map(({ title }) => title)
      t.same(titles.toSorted(), ['检索“停水”有 1 条新评论', '检索“停水”有 2 条新评论'])
    })

    t.test('waits for the morning where its owner now wants to be told daily', async t => {
      const office = await officeOn(await openStore(t), WATER)
      await office.came([said(1, '停水了')])
      await keepSearch(office.store.records, { person: 'li', own: 'a', body: { ...WATER, tell: 'daily' }, at: NOON })
      await office.tell(NOON + OVER)
      t.same(await office.letters(), [])
      await office.tell(NOON + 24 * 60 * MINUTE)
      t.equal((await office.letters()).length, 1)
    })

    t.test('finds no personal data for somebody who may not read them any more, nor sends them in a link', async t => {
      const phone = { ...WATER, q: '13800138000' }
      const narrowed = await officeOn(await openStore(t), phone, { ...LI, role: 'leader' })
      await narrowed.came([said(1, '打我电话13800138000')])
      await narrowed.tell(NOON + OVER)
      t.same(await narrowed.letters(), [])

      const allowed = await officeOn(await openStore(t), phone)
      await allowed.came([said(1, '打我电话13800138000')])
      await allowed.tell(NOON + OVER)
      const letters = await allowed.letters()
      t.equal(letters.length, 1)
      t.notMatch(JSON.stringify(letters), /13800138000/)
    })

    t.test('sends no letter to somebody whom no channel reaches', async t => {
      const office = await officeOn(await openStore(t), WATER, LI, { ...REACHED, persons: [] })
      await office.came([said(1, '停水了')])
      await office.tell(NOON + OVER)
      t.same(await office.letters(), [])
    })
  })
}

const openedOf = (ticket: string): HouseEvent => ({
  id: `${ticket}#1`,
  key: ticket,
  ticket,
  n: 1,
  type: 'ticket.opened',
  at: NOON,
  actor: { id: 'system:desk', name: 'desk', role: 'system' },
  data: {}
})
