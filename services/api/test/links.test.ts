import t from 'tap'
import { at, citizenWrites, type House, MINUTE, once } from './house.ts'
import { does, key, openOffice, viewed } from './talking.ts'

/** A ticket a minute younger than those before. */
async function another(house: House, n: number): Promise<string> {
  house.time.now += MINUTE
  return citizenWrites(house, { comment: `c${n}`, root: `c${n}`, author: { id: `u${n}`, name: `网友${n}` } })
}

t.test('two tickets are merged', async t => {
  t.test('by an act on the younger, whichever is named', async t => {
    const { house, li, id: elder } = await openOffice(t)
    const second = await another(house, 2)
    const third = await another(house, 3)
    const { number } = await viewed(li, elder)

    const byYounger = (await does(li, second, '/merge', { with: elder })).json()
    t.match(byYounger, { id: second, status: 'merged', joined: number, links: { mergedInto: { id: elder, number } } })
    const byElder = (await does(li, elder, '/merge', { with: third })).json()
    t.match(byElder, { id: third, status: 'merged', links: { mergedInto: { id: elder } } })
    t.match((await li.get('/api/tickets?status=merged')).json(), { total: 2 })
  })

  t.test('where one has joined another already, its living elder is meant', async t => {
    const { house, li, id: eldest } = await openOffice(t)
    const second = await another(house, 2)
    const third = await another(house, 3)
    await does(li, third, '/merge', { with: second })
    const merged = (await does(li, third, '/merge', { with: eldest })).json()
    t.match(merged, { id: second, links: { mergedInto: { id: eldest } } })
    t.match((await does(li, third, '/merge', { with: eldest })).json(), { status: 409, code: 'ALREADY_MERGED' })
  })

  t.test('and asked again with the same key it is the same answer', async t => {
    const { house, li, id: elder } = await openOffice(t)
    const younger = await another(house, 2)
    const youngest = await another(house, 3)
    const again = async (named: string, other: string) => {
      const { lastTurn } = await viewed(li, named)
      const headers = once(key(), lastTurn)
      const ask = () => li.post(`${at(named)}/merge`, { with: other }, headers)
      const first = (await ask()).json()
      t.same((await ask()).json(), first)
      return first.id
    }
    t.equal(await again(younger, youngest), youngest)
    t.equal(await again(elder, youngest), younger)
  })

  t.test('not with itself, with none, or by who has not seen the last turn', async t => {
    const { house, li, id } = await openOffice(t)
    const younger = await another(house, 2)
    t.match((await does(li, id, '/merge', { with: id })).json(), { status: 400 })
    t.match((await does(li, id, '/merge', { with: 'weibo/none' })).json(), { status: 404, code: 'TICKET_NOT_FOUND' })
    const unseen = await li.post(`${at(id)}/merge`, { with: younger }, once(key(), 77))
    t.match(unseen.json(), { status: 409, code: 'SOMEBODY_WAS_FASTER' })
    const otherUnseen = await does(li, id, '/merge', { with: younger, seen: 77 })
    t.match(otherUnseen.json(), { status: 409, code: 'SOMEBODY_WAS_FASTER' })
  })

  t.test('and split again', async t => {
    const { house, li, id: elder } = await openOffice(t)
    const younger = await another(house, 2)
    t.match((await does(li, younger, '/split', { reason: '不是一件事' })).json(), { status: 409, code: 'NOT_MERGED' })
    const merged = (await does(li, younger, '/merge', { with: elder })).json()
    t.ok(merged.may.includes('split'))
    t.notOk(merged.may.includes('merge'))
    const split = (await does(li, younger, '/split', { reason: '不是一件事' })).json()
    t.match(split, { status: 'open', owed: 1, dueAt: (await viewed(li, elder)).dueAt! + MINUTE })
    t.notOk('joined' in split)
  })
})

t.test('two cases that belong together', async t => {
  t.test('are related on the younger, and unrelated again', async t => {
    const { house, li, id: elder } = await openOffice(t)
    const younger = await another(house, 2)
    const related = (await li.post(`${at(elder)}/relations`, { other: younger }, once(key()))).json()
    const { number } = await viewed(li, elder)
    t.match(related, { id: younger, links: { related: [{ id: elder, number }] } })
    t.ok(related.may.includes('unrelate'))
    const url = `${at(elder)}/relations/${encodeURIComponent(younger)}`
    const apart = (await li.del(url, undefined, once(key()))).json()
    t.same(apart.links.related, [])
    t.match((await li.del(url, undefined, {})).json(), { status: 400, at: 'header/idempotency-key' })
  })

  t.test('are two', async t => {
    const { li, id } = await openOffice(t)
    const answer = await li.post(`${at(id)}/relations`, { other: id }, once(key()))
    t.match(answer.json(), { status: 400, at: 'body/other' })
  })
})
