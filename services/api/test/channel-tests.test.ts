import { LETTERS } from '@huiyin/ports/letters.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import t from 'tap'
import { addPerson, openHouse, signIn } from './house.ts'

const LI = { id: 'li', name: '李静', contacts: [{ channel: 'wecom', address: 'li.jing' }], leave: [] }
const key = (id: string) => ({ 'idempotency-key': id })
const url = (channel: string) => `/api/channels/${encodeURIComponent(channel)}/test`

t.test('a test message by a channel', async t => {
  const house = await openHouse(t)
  const { post, put, get } = await signIn(house)
  await put('/api/people/li', LI)
  const letters = async () => {
    await house.store.records.refresh()
    return (await house.store.records.list<Letter>(LETTERS, { atMost: 10 })).map(({ value }) => value)
  }

  t.test('goes to the channel’s group, or to a person where they are reached', async t => {
    const { letter } = (await post(url('wecom'), {}, key('k1'))).json()
    t.match((await get(`/api/letters/${encodeURIComponent(letter)}`)).json(), { about: 'test', of: 'wecom' })
    await post(url('wecom'), { person: 'li' }, key('k2'))
    t.match(
      (await letters()).map(({ to }) => to),
      [[{ channel: 'wecom', name: 'wecom' }], [{ channel: 'wecom', address: 'li.jing', person: 'li', name: '李静' }]]
    )
  })

  t.test('is one message however often the same is asked', async t => {
    const before = await letters()
    t.equal((await post(url('wecom'), {}, key('k1'))).statusCode, 200)
    t.equal((await letters()).length, before.length)
  })

  t.test('is refused where there is no such channel, or nobody is reached by it', async t => {
    t.match((await post(url('fax'), {}, key('k3'))).json(), { status: 400, at: 'params/channel', detail: /wecom.*fax/ })
    t.match((await post(url('wecom'), { person: 'wu' }, key('k4'))).json(), { status: 400, at: 'body/person' })
    const editor = await signIn(house, await addPerson(house, 'editor'))
    t.match((await editor.post(url('wecom'), {}, key('k5'))).json(), { status: 403, code: 'NOT_ALLOWED' })
  })
})
