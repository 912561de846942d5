import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { classification } from '@huiyin/ports/contracts/fixtures.ts'
import { keeping } from '@huiyin/ports/keeping.ts'
import { openOfficeMap } from '@huiyin/ports/office-map.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import t, { type Test } from 'tap'
import { citizenWrites, enter, HOUR, MINUTE, openHouse } from './house.ts'

const BOSS = { id: 'boss', name: '钱主任', role: 'administrator' }
const AUDITOR = { id: 'xu', name: '徐审', role: 'auditor' }

/** With all that the log was told of settings. */
async function openOffice(t: Test) {
  const told: HouseEvent[] = []
  const log = memoryEventLog<HouseEvent>({ parse: parser(HouseEvent, 'event') })
  const append: typeof log.append = events => {
    told.push(...events.filter(({ type }) => type === 'settings.changed' || type === 'exported'))
    return log.append(events)
  }
  const house = await openHouse(t, {}, { store: memoryStore({ searchLags: true }), events: { ...log, append } })
  return { house, told, boss: await enter(house, BOSS), auditor: await enter(house, AUDITOR) }
}

const person = (of: object = {}) => ({
  ...{ id: 'li', name: '李静', contacts: [{ channel: 'wecom', address: 'lijing' }], leave: [] },
  ...of
})
const tagOfList = (body: { rows: { tag: string }[] }) => body.rows[0]!.tag

t.test('what was changed', async t => {
  t.test('is kept with who, when, how and what became other', async t => {
    const { house, boss } = await openOffice(t)
    const first = await boss.put('/api/people/li', person())
    t.equal(first.statusCode, 200, first.body)
    house.time.now += HOUR
    const second = await boss.put('/api/people/li', person({ name: '李静静' }), { 'if-match': first.json().tag })
    t.equal(second.statusCode, 200, second.body)
    const { rows } = (await boss.get('/api/settings/people/li/revisions')).json()
    t.match(rows, [
      { n: 2, at: house.time.now, how: 'saved', by: { id: 'boss', name: '钱主任' }, more: 0 },
      { n: 1, at: house.time.now - HOUR, how: 'saved', changes: [] }
    ])
    t.same(rows[0].changes, [{ path: 'name', from: '李静', to: '李静静' }])
    t.match((await boss.get('/api/settings/people/li/revisions/1')).json(), { n: 1, value: person() })
  })

  t.test('is told to the log without texts before it is answered, and not done when the log refuses', async t => {
    const { house, boss, told } = await openOffice(t)
    await boss.put('/api/people/li', person())
    t.match(told, [
      { ticket: 'settings/people/li', actor: { id: 'boss' }, data: { what: 'people', id: 'li', n: 1, how: 'saved' } }
    ])
    t.notMatch(JSON.stringify(told), /李静|lijing/)

    const mute = { append: () => Promise.reject(Object.assign(new Error('away'), { code: 'LOG_UNAVAILABLE' })) }
    const records = keeping(house.store.records, { clock: house.desk.clock, events: mute }, { by: BOSS })
    await t.rejects(records.create('staff', { id: 'wang', value: person({ id: 'wang' }) }), { code: 'LOG_UNAVAILABLE' })
    t.equal(await house.store.records.get('staff', 'wang'), undefined)
  })

  t.test('before anything was noted is the first revision', async t => {
    const { house, boss } = await openOffice(t)
    await house.store.records.create('staff', { id: 'li', value: person() })
    await house.readRules()
    const tag = tagOfList((await boss.get('/api/people')).json())
    const saved = await boss.put('/api/people/li', person({ role: '组长' }), { 'if-match': tag })
    t.equal(saved.statusCode, 200, saved.body)
    const { rows } = (await boss.get('/api/settings/people/li/revisions')).json()
    t.match(rows, [
      { n: 2, how: 'saved', changes: [{ path: 'role', to: '组长' }] },
      { n: 1, how: 'found', by: { id: 'system:house' } }
    ])
  })

  t.test('and not noted because the process ended is found by the next change', async t => {
    const { house, boss } = await openOffice(t)
    await boss.put('/api/people/li', person())
    const { records } = house.store
    const found = (await records.get('staff', 'li'))!
    await records.putIfUnchanged('staff', { id: 'li', value: person({ name: '李' }) }, found.version)
    await house.readRules()
    await boss.put('/api/people/li', person({ name: '李大' }), {
      'if-match': tagOfList((await boss.get('/api/people')).json())
    })
    const { rows } = (await boss.get('/api/settings/people/li/revisions')).json()
    t.same(
      rows.map(({ n, how }: { n: number; how: string }) => [n, how]),
      [
        [3, 'saved'],
        [2, 'found'],
        [1, 'saved']
      ]
    )
  })

  t.test('is refused without a revision when it is wrong or somebody was faster', async t => {
    const { boss } = await openOffice(t)
    const wrong = {
      id: 'night',
      name: '夜班',
      zone: 'Asia/Shanghai',
      weekly: [{ days: [1], from: '22:00', to: '06:00', people: ['nobody'] }],
      dated: [],
      handOver: 0
    }
    t.equal((await boss.put('/api/rosters/night', wrong)).statusCode, 422)
    await boss.put('/api/people/li', person())
    t.equal((await boss.put('/api/people/li', person({ name: '王' }))).json().code, 'SOMEBODY_WAS_FASTER')
    t.match((await boss.get('/api/settings/rosters/night/revisions')).json(), {
      code: 'SETTING_NOT_FOUND',
      status: 404
    })
    t.equal((await boss.get('/api/settings/people/li/revisions')).json().rows.length, 1)
  })

  t.test('is read by those who may, contacts only by those who keep them', async t => {
    const { house, boss, auditor } = await openOffice(t)
    const { tag } = (await boss.put('/api/people/li', person())).json()
    await boss.put('/api/people/li', person({ contacts: [] }), { 'if-match': tag })
    const seen = await auditor.get('/api/settings/people/li/revisions')
    t.same(
      seen.json().rows.map(({ changes }: { changes: unknown[] }) => changes),
      [[], []]
    )
    t.notMatch((await auditor.get('/api/settings/people/li/revisions/1')).body, 'lijing')
    t.match((await boss.get('/api/settings/people/li/revisions/1')).body, 'lijing')
    t.equal((await auditor.post('/api/settings/people/li/restore', { n: 1 })).statusCode, 403)
    const editor = await enter(house, { id: 'e', name: '编', role: 'editor' })
    t.equal((await editor.get('/api/settings')).statusCode, 403)
  })

  t.test('is summed up: how many there are, and who changed what last', async t => {
    const { boss } = await openOffice(t)
    await boss.put('/api/people/li', person())
    const { rows } = (await boss.get('/api/settings')).json()
    t.equal(rows.length, 17)
    t.match(
      rows.find(({ what }: { what: string }) => what === 'people'),
      { kept: 1, last: { id: 'li', by: { name: '钱主任' }, n: 1 } }
    )
    t.match((await boss.get('/api/settings/people')).json(), {
      rows: [{ id: 'li', kept: true, last: { n: 1, how: 'saved' } }]
    })
  })
})

t.test('what was is made to count again', async t => {
  t.test('with all the checks of a change', async t => {
    const { boss } = await openOffice(t)
    const { tag } = (await boss.put('/api/people/li', person())).json()
    await boss.put('/api/people/li', person({ name: '错' }), { 'if-match': tag })
    t.equal((await boss.post('/api/settings/people/li/restore', { n: 1 }, { 'if-match': tag })).statusCode, 409)
    const restored = await boss.post('/api/settings/people/li/restore', { n: 1 })
    t.match(restored.json(), { n: 3, how: 'restored', of: 1 }, restored.body)
    t.match((await boss.get('/api/people')).json().rows, [{ name: '李静' }])
    t.match((await boss.post('/api/settings/people/li/restore', { n: 9 })).json(), { code: 'SETTING_NOT_FOUND' })
  })

  t.test('as a new version of what is made of versions, from now on', async t => {
    const { house, boss } = await openOffice(t)
    const policy = { ...DEFAULT_POLICY, version: 'p-1', effectiveFrom: house.time.now }
    t.equal((await boss.post('/api/policies', policy)).statusCode, 200)
    house.time.now += HOUR
    await boss.post('/api/policies', { ...policy, version: 'p-2', effectiveFrom: house.time.now, reviewBelow: 0.5 })
    house.time.now += HOUR
    const restored = await boss.post('/api/settings/policies/office/restore', { n: 2 })
    t.match(restored.json(), { n: 4, how: 'restored', of: 2 }, restored.body)
    const { rows } = (await boss.get('/api/policies')).json()
    t.match(rows[0], {
      version: 'p-1.r2',
      effectiveFrom: house.time.now,
      reviewBelow: DEFAULT_POLICY.reviewBelow,
      inForce: true
    })
    const told = (await boss.get('/api/settings/policies/office/revisions')).json().rows
    t.same(
      told.map(({ how }: { how: string }) => how),
      ['restored', 'saved', 'saved', 'found']
    )
    t.match(told[1].changes, [
      { path: 'effectiveFrom' },
      { path: 'reviewBelow', from: 0.65, to: 0.5 },
      { path: 'version' }
    ])
  })

  t.test('a template to be approved anew, an account with the credentials that it has now', async t => {
    const { house, boss } = await openOffice(t)
    const template = { version: 1, name: '感谢', kind: 'interim', text: '收到，谢谢。', effectiveFrom: house.time.now }
    t.equal((await boss.put('/api/templates/thanks', template)).statusCode, 200)
    await boss.put('/api/templates/thanks', { ...template, version: 2, text: '谢谢反映。' })
    t.match((await boss.post('/api/settings/templates/thanks/restore', { n: 1 })).json(), { n: 3 })
    const { rows } = (await boss.get('/api/templates')).json()
    t.match(
      rows.find(({ id, version }: { id: string; version: number }) => id === 'thanks' && version === 3),
      { text: '收到，谢谢。', inForce: false }
    )

    const account = {
      platform: 'weibo' as const,
      id: '10011',
      name: '云溪',
      since: 0,
      credentials: { accessToken: 'S'.repeat(32) }
    }
    await house.book.add(account, { by: BOSS })
    const { credentials: _, ...rest } = account
    await house.book.change({ ...rest, name: '改名' }, house.book.rows()[0]!.tag, { by: BOSS })
    const restored = await boss.post('/api/settings/accounts/weibo%2F10011/restore', { n: 1 })
    t.match(restored.json(), { n: 3, how: 'restored' }, restored.body)
    t.match(house.book.of(account), { name: '云溪', credentials: account.credentials })
    t.notMatch((await boss.get('/api/settings/accounts/weibo%2F10011/revisions/1')).body, 'SSSS')
  })
})

t.test('departments and places', async t => {
  const places = [{ name: '云溪县' }, { name: '城关镇', within: '云溪县', aliases: ['城关'] }]
  const departments = [
    { name: '水务局', words: ['积水'] },
    { name: '城关镇政府', places: ['城关镇'] }
  ]

  t.test('of the house count over those of the settings file, until they are taken away', async t => {
    const { house, boss } = await openOffice(t)
    t.match((await boss.get('/api/settings/departments')).json(), {
      origin: 'settings',
      departments: [{ name: '水务局' }, { name: '住建局' }]
    })
    const put = await boss.put('/api/settings/places', { places })
    t.match(put.json(), { origin: 'kept', tag: String }, put.body)
    const saved = await boss.put('/api/settings/departments', { departments })
    t.match(saved.json(), { origin: 'kept', departments }, saved.body)
    t.match((await boss.get('/api/directory')).json(), { departments: ['水务局', '城关镇政府'] })
    t.equal((await boss.put('/api/settings/departments', { departments: [] })).json().code, 'SOMEBODY_WAS_FASTER')

    const removed = await boss.del('/api/settings/departments', undefined, { 'if-match': saved.json().tag })
    t.match(removed.json(), { origin: 'settings', departments: [{ name: '水务局' }, { name: '住建局' }] }, removed.body)
    const { rows } = (await boss.get('/api/settings/departments/office/revisions')).json()
    t.match(rows, [{ how: 'removed', changes: [{ path: '' }] }, { how: 'saved' }])
    t.match((await boss.post('/api/settings/departments/office/restore', { n: 1 })).json(), { how: 'restored', n: 3 })
    t.same(house.map.now().departments, departments)
  })

  t.test('are refused where nothing could be found by them', async t => {
    const { boss } = await openOffice(t)
    for (const wrong of [
      [{ name: '水务局' }],
      [{ name: '水务局', places: ['无此地'] }],
      [{ name: '水务局', classes: ['没有的类'] }]
    ])
      t.match((await boss.put('/api/settings/departments', { departments: wrong })).json(), {
        status: 422,
        code: 'SETTING_INVALID'
      })
    await boss.put('/api/settings/places', { places })
    await boss.put('/api/settings/departments', { departments })
    const tag = (await boss.get('/api/settings/places')).json().tag
    t.match((await boss.put('/api/settings/places', { places: [places[0]] }, { 'if-match': tag })).json(), {
      code: 'SETTING_INVALID'
    })
  })

  t.test('are tried on the open tickets and the comments of the last 7 days', async t => {
    const house = await openHouse(t)
    const { records } = house.store
    const { clock } = house.desk
    const reading =
      ({
        departments,
        places
      }: {
        departments: readonly { name: string; words?: string[] }[]
        places: readonly { name: string }[]
      }) =>
      (text: string) => ({
        places: places.filter(({ name }) => text.includes(name)).map(({ name }) => name),
        office: departments.find(({ words = [] }) => words.some(word => text.includes(word)))?.name
      })
    const map = openOfficeMap(records, { clock, events: house.events, reading })
    const judged = await openHouse(t, { map }, { store: house.store, events: house.events })
    const boss = await enter(judged, BOSS)
    for (const [i, text] of ['积水很深', '城关镇的路灯不亮', '谢谢'].entries())
      await citizenWrites(judged, {
        text,
        comment: `c${i}`,
        id: `c${i}`,
        root: `c${i}`,
        author: { id: `u${i}`, name: '甲' },
        classification: classification({ label: 'complaint' })
      })
    const looked = (await boss.post('/api/settings/departments/preview', { departments: [departments[0]] })).json()
    t.match(looked, { problems: [], looked: 3, judged: 3, other: 1, complete: true, examples: [{ would: ['水务局'] }] })
    const named = (await boss.post('/api/settings/places/preview', { places })).json()
    t.match(named, { looked: 3, judged: 3, other: 1, examples: [{ was: [], would: ['城关镇'] }] })
    const wrong = (await boss.post('/api/settings/departments/preview', { departments: [{ name: '空' }] })).json()
    t.match(wrong, { looked: 0, problems: [{ refuses: true }] })
    t.equal(map.departments().origin, 'settings')
  })
})

t.test('other lists are tried on templates in use and on replies that wait', async t => {
  const { house, boss } = await openOffice(t)
  const li = await enter(house, { id: 'li', name: '李静', role: 'editor' })
  const id = await citizenWrites(house, { classification: classification({ label: 'complaint' }) })
  const ticket = (await house.store.tickets.get(id))!.document
  const drafted = await li.post(
    `/api/tickets/${encodeURIComponent(id)}/replies`,
    {
      text: '您好，抢修队已到场排水，预计今晚恢复通行。',
      kind: 'interim',
      answers: ticket.owed.map(({ comment }) => comment)
    },
    { 'idempotency-key': 'k1', 'if-match': `"${ticket.lastTurn}"` }
  )
  t.equal(drafted.statusCode, 200, drafted.body)
  await house.store.tickets.refresh()
  const { lists } = (await boss.get('/api/reply-lists')).json()
  const wider = { ...lists, sensitive: [...lists.sensitive, { word: '抢修队', severity: 'refuse' }] }
  const looked = await boss.post('/api/settings/reply-lists/preview', wider)
  t.match(
    looked.json(),
    { drafts: [{ number: ticket.number, words: ['抢修队'] }], looked: { drafts: 1 }, complete: true },
    looked.body
  )
  t.ok(house.time.now > MINUTE)
})
