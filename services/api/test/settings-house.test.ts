import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { SHIPPED_RETENTION } from '@huiyin/domain/settings/shipped/retention.ts'
import { houseSetting } from '@huiyin/ports/house-settings.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { HOUSE_SETTING_NAMES } from '@huiyin/schemas/house-setting.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t, { type Test } from 'tap'
import { enter, openHouse } from './house.ts'

const BOSS = { id: 'boss', name: '钱主任', role: 'administrator' }
const EDITOR = { id: 'wang', name: '王敏', role: 'editor' }
const SHORTER = { terms: { ...SHIPPED_RETENTION.terms, training: 3 } }
const VALUE = '/api/settings/retention/value'

async function openOffice(t: Test) {
  const told: HouseEvent[] = []
  const log = memoryEventLog<HouseEvent>({ parse: parser(HouseEvent, 'event') })
  const append: typeof log.append = events => {
    told.push(...events.filter(({ type }) => type === 'settings.changed'))
    return log.append(events)
  }
  const house = await openHouse(t, {}, { store: memoryStore({ searchLags: true }), events: { ...log, append } })
  return { house, told, boss: await enter(house, BOSS), editor: await enter(house, EDITOR) }
}

t.test('a setting of which the house has one', async t => {
  t.test('is the shipped one until somebody saves another, for all of them', async t => {
    const { boss } = await openOffice(t)
    for (const name of HOUSE_SETTING_NAMES) {
      const answer = await boss.get(`/api/settings/${name}/value`)
      t.equal(answer.statusCode, 200, answer.body)
      t.equal(answer.json().origin, 'shipped')
      const { value } = answer.json()
      t.match((await boss.post(`/api/settings/${name}/preview`, value)).json(), { problems: [], changes: [], more: 0 })
    }
  })

  t.test('counts once it is saved, is told, and leaves the shipped one and itself as revisions', async t => {
    const { house, boss, told } = await openOffice(t)
    const saved = await boss.put(VALUE, SHORTER)
    t.match(saved.json(), { origin: 'kept', value: SHORTER })
    t.same(await houseSetting(house.store.records, 'retention'), SHORTER)
    t.match(told, [{ ticket: 'settings/retention/office', actor: { id: 'boss' }, data: { what: 'retention', n: 2 } }])
    t.match((await boss.get('/api/settings/retention/office/revisions')).json().rows, [
      { n: 2, how: 'saved', changes: [{ path: 'terms/training', from: 10, to: 3 }] },
      { n: 1, how: 'found' }
    ])
  })

  t.test('is changed only over what the person saw, and by who may', async t => {
    const { boss, editor } = await openOffice(t)
    const { tag } = (await boss.put(VALUE, SHORTER)).json()
    const other = { terms: { ...SHORTER.terms, replies: 'permanent' } }
    t.equal((await boss.put(VALUE, other)).json().code, 'SOMEBODY_WAS_FASTER')
    t.equal((await editor.put(VALUE, other, { 'if-match': tag })).statusCode, 403)
    t.equal((await boss.put(VALUE, { terms: { replies: 0 } }, { 'if-match': tag })).statusCode, 400)
    t.equal((await boss.put(VALUE, other, { 'if-match': tag })).statusCode, 200)
  })

  t.test('is previewed, counts again as it was, and travels in the file', async t => {
    const { house, boss } = await openOffice(t)
    t.match((await boss.post('/api/settings/retention/preview', SHORTER)).json(), {
      changes: [{ path: 'terms/training', from: 10, to: 3 }]
    })
    await boss.put(VALUE, SHORTER)
    t.match((await boss.get('/api/settings/export.yaml')).body, /retention:\n {2}terms:/)
    const yaml = (await boss.get('/api/settings/export.yaml')).body.replace('training: 3', 'training: 5')
    const take = (query: string) =>
      house.app.inject({
        method: 'POST',
        url: `/api/settings/import?${query}`,
        headers: { 'content-type': 'text/yaml', 'sec-fetch-site': 'same-origin', cookie: boss.cookie },
        payload: yaml
      })
    const dry = (await take('dryRun=true')).json()
    t.match(dry.items, [{ what: 'retention', outcome: 'changed', changes: [{ path: 'terms/training' }] }])
    t.match((await take(`digest=${dry.digest}`)).json().items, [{ outcome: 'changed' }])
    t.equal((await houseSetting(house.store.records, 'retention')).terms.training, 5)
    t.equal((await boss.post('/api/settings/retention/office/restore', { n: 1 })).statusCode, 200)
    t.same(await houseSetting(house.store.records, 'retention'), SHIPPED_RETENTION)
  })
})
