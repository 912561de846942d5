import { createHmac } from 'node:crypto'
import { HOUR } from '@huiyin/ports/contracts/fixtures.ts'
import { openItems } from '@huiyin/ports/items.ts'
import { deliveriesOf, linesOf } from '@huiyin/ports/webhook-lines.ts'
import t from 'tap'
import { pauseAfter } from '../src/deliver.ts'
import { openHouse, receiver, until } from './house.ts'

const NEW = { state: 'active', name: '县融媒' } as const

t.test('a webhook', async t => {
  t.test('is told what happens to a ticket, in its order, each once while all goes well', async t => {
    const house = await openHouse(t)
    const { url, heard } = await receiver(t)
    const { webhook } = await house.add(url)
    house.begin()
    const id = await house.writes()
    for (const key of ['a', 'b', 'c']) await house.acknowledges(id, key)
    const { number, n } = await house.ticketOf(id)
    await until(() => heard.length === n)
    t.same(
      heard.map(({ body }) => body.n),
      Array.from({ length: n }, (_, i) => i + 1)
    )
    t.match(heard[0]?.body, {
      type: 'ticket.opened',
      subject: number,
      row: { number, platform: 'weibo', account: '1001' }
    })
    t.same(new Set(heard.map(({ body }) => body.id)).size, n)
    for (const { headers, body } of heard) {
      t.equal(headers['idempotency-key'], body.id)
      t.equal(headers['x-huiyin-event'], body.type)
    }
    await until(async () => (await linesOf(house.records, webhook))[0]?.told === n)
  })

  t.test('can tell that it was us by the signature over timestamp and body', async t => {
    const house = await openHouse(t)
    const { url, heard } = await receiver(t)
    const { secret } = await house.add(url)
    house.begin()
    await house.writes()
    await until(() => heard.length > 0)
    const { headers, raw } = heard[0]!
    const timestamp = String(headers['x-huiyin-timestamp'])
    const expected = createHmac('sha256', secret).update(`${timestamp}.${raw}`).digest('hex')
    t.equal(headers['x-huiyin-signature'], `sha256=${expected}`)
    t.equal(Number(timestamp), Math.floor(house.time.now / 1000))
  })

  t.test('hears no text, no name and no id of any person', async t => {
    const house = await openHouse(t)
    const { url, heard } = await receiver(t)
    await house.add(url)
    house.begin()
    const id = await house.writes()
    await house.acknowledges(id, 'a')
    const { n } = await house.ticketOf(id)
    await until(() => heard.length === n)
    const all = heard.map(({ raw, headers }) => raw + JSON.stringify(headers)).join('\n')
    for (const personal of ['路灯', '13800138000', '李小明', 'citizen-', 'zhao', '赵宏']) t.notMatch(all, personal)
  })

  t.test('begins where it was made, not with what was before', async t => {
    const house = await openHouse(t)
    const { url, heard } = await receiver(t)
    const id = await house.writes()
    house.time.now += HOUR
    await house.add(url)
    house.begin()
    await house.acknowledges(id, 'later')
    await until(() => heard.length === 1)
    t.match(heard, [{ body: { type: 'ticket.acknowledged' } }])
  })

  t.test('hears only the types, accounts and departments that it is for', async t => {
    const house = await openHouse(t)
    const opened = await receiver(t)
    const theirs = await receiver(t)
    const water = await receiver(t)
    const all = await receiver(t)
    await house.add(opened.url, { types: ['ticket.opened'] })
    await house.add(theirs.url, { accounts: ['weibo/2002'] })
    await house.add(water.url, { departments: ['水务局'] })
    await house.add(all.url)
    house.begin()
    const one = await house.writes()
    const two = await house.writes({ account: '2002' })
    const { n } = await house.ticketOf(one)
    const other = await house.ticketOf(two)
    await until(() => all.heard.length === n + other.n && opened.heard.length === 2 && theirs.heard.length === other.n)
    t.same(
      opened.heard.map(({ body }) => body.type),
      ['ticket.opened', 'ticket.opened']
    )
    t.same(new Set(theirs.heard.map(({ body }) => body.subject)), new Set([other.number]))
    t.same(water.heard, [])
  })

  t.test('that comes, is paused and goes while the service runs is heard of', async t => {
    const house = await openHouse(t)
    const { url, heard } = await receiver(t)
    house.begin()
    const { webhook } = await house.add(url, { types: ['ticket.acknowledged'] })
    const id = await house.writes()
    await house.acknowledges(id, 'a')
    await until(() => heard.length === 1)
    await house.webhooks.change(webhook.id, { ...NEW, state: 'paused' }, 'admin')
    await house.acknowledges(id, 'b')
    await house.webhooks.change(webhook.id, { ...NEW, state: 'active', types: ['ticket.acknowledged'] }, 'admin')
    await until(() => heard.length === 2) // what was while it was paused
    await house.webhooks.remove(webhook.id)
    house.time.now += HOUR
    const again = await receiver(t)
    await house.add(again.url, { types: ['ticket.acknowledged'] })
    await house.acknowledges(id, 'c')
    await until(() => again.heard.length === 1)
    t.equal(heard.length, 2)
  })

  t.test('does not hold up another that answers', async t => {
    const house = await openHouse(t)
    const dead = await receiver(t, () => 500)
    const { url, heard } = await receiver(t)
    await house.add(dead.url)
    await house.add(url)
    house.begin()
    const id = await house.writes()
    const { n } = await house.ticketOf(id)
    await until(() => heard.length === n && dead.heard.length > 3)
    t.equal(new Set(dead.heard.map(({ body }) => body.id)).size, 1, 'the first of the ticket is tried again and again')
  })
})

t.test('what cannot be told', async t => {
  t.test('is tried again after 1 s, 2 s … an hour at most', async t => {
    t.same([1, 2, 3, 4, 12, 13, 40].map(pauseAfter), [1_000, 2_000, 4_000, 8_000, 2_048_000, HOUR, HOUR])
  })

  for (const [what, status] of [
    ['an error', 500],
    ['a refusal', 400],
    ['a redirect', 302]
  ] as const)
    t.test(`for ${what} is told later, the next of the ticket only after it`, async t => {
      const house = await openHouse(t)
      const { url, heard, taken } = await receiver(t, (_, nth) => (nth <= 4 ? status : 200))
      const { webhook } = await house.add(url)
      house.begin()
      const id = await house.writes()
      await house.acknowledges(id, 'a')
      const { n } = await house.ticketOf(id)
      await until(() => taken.length === n)
      t.same(
        heard.map(({ body }) => body.n),
        [1, 1, 1, 1, ...Array.from({ length: n }, (_, i) => i + 1)]
      )
      await until(async () => deliveriesOf(await linesOf(house.records, webhook)).length === n)
      const first = deliveriesOf(await linesOf(house.records, webhook)).find(({ attempts }) => attempts > 1)
      t.match(first, { state: 'delivered', attempts: 5, status: 200 })
      t.notMatch(JSON.stringify(await linesOf(house.records, webhook)), /路灯|李小明|secret-of-theirs/)
    })

  t.test('because its address is forbidden is not sent', async t => {
    const house = await openHouse(t)
    const { webhook } = await house.add('https://10.0.0.1/hook')
    house.begin()
    await house.writes()
    await until(async () => (await linesOf(house.records, webhook)).length > 0)
    const [delivery] = deliveriesOf(await linesOf(house.records, webhook))
    t.match(delivery, { state: 'waiting', why: /ADDRESS_FORBIDDEN/ })
  })

  t.test('for a day disables the webhook, and people are told; enabled again it goes on where it stopped', async t => {
    const house = await openHouse(t)
    const { url, heard, taken, answering } = await receiver(t, () => 503)
    const { webhook } = await house.add(url, { types: ['ticket.opened', 'ticket.acknowledged'] })
    const told: string[] = []
    const following = new AbortController()
    const follow = (async () => {
      for await (const { events } of house.events.follow({ signal: following.signal }))
        told.push(...events.map(({ type, ticket }) => `${type} ${ticket}`))
    })()
    house.begin()
    const id = await house.writes()
    await house.acknowledges(id, 'a')
    await until(async () => (await house.webhooks.get(webhook.id)).state === 'disabled')
    const { disabled } = await house.webhooks.get(webhook.id)
    t.match(disabled?.why, /503/)
    t.ok(disabled!.at - webhook.createdAt >= 24 * HOUR)
    await house.records.refresh()
    t.match(await openItems(house.records), [{ kind: 'webhook.disabled', about: webhook.id, facts: { host: /^127/ } }])
    await until(() => told.includes(`webhook.disabled webhook/${webhook.id}`))
    const tries = heard.length
    t.ok(tries < 40, `${tries} tries in a day`)
    await house.acknowledges(id, 'while it was disabled')
    answering(() => 200)
    const change = { ...NEW, types: webhook.types! }
    await house.webhooks.change(webhook.id, change, 'admin')
    await until(() => taken.length === 3)
    t.same(
      taken.map(({ body }) => body.type),
      ['ticket.opened', 'ticket.acknowledged', 'ticket.acknowledged']
    )
    following.abort()
    await follow
  })

  t.test('is skipped where a person says so', async t => {
    const house = await openHouse(t)
    const { url, taken, answering } = await receiver(t, () => 500)
    const { webhook } = await house.add(url, { types: ['ticket.opened', 'ticket.acknowledged'] })
    house.begin()
    const id = await house.writes()
    await until(async () => (await linesOf(house.records, webhook)).length > 0)
    await house.webhooks.change(webhook.id, { ...NEW, state: 'paused' }, 'admin')
    answering(() => 200)
    house.time.now += HOUR
    await house.webhooks.change(webhook.id, { ...NEW, types: webhook.types!, skip: true }, 'admin')
    await house.acknowledges(id, 'after')
    await until(() => taken.some(({ body }) => body.type === 'ticket.acknowledged'))
    t.notOk(taken.some(({ body }) => body.type === 'ticket.opened'))
  })
})

t.test(
  'a webhook that can never be told again does not end the service: it is disabled, and another is told',
  async t => {
    const house = await openHouse(t)
    const { url, heard } = await receiver(t)
    const sealed = 'v1.AAAAAAAA.AAAA.AAAA' // by a key that nobody has
    const { webhook } = await house.add(url)
    await house.records.put('webhook', { id: webhook.id, value: { ...webhook, sealed } })
    await house.add(url)
    house.begin()
    const id = await house.writes()
    const { n } = await house.ticketOf(id)
    await until(async () => heard.length === n && (await house.webhooks.get(webhook.id)).state === 'disabled')
    t.match((await house.webhooks.get(webhook.id)).disabled, { why: 'KEY_MISSING' })
  }
)

t.test('a replay tells everything since an instant once more, with the same ids', async t => {
  const house = await openHouse(t)
  const { url, heard } = await receiver(t)
  const { webhook } = await house.add(url)
  house.begin()
  const id = await house.writes()
  const { n } = await house.ticketOf(id)
  await until(() => heard.length === n)
  await house.webhooks.replay(webhook.id, webhook.createdAt, 'admin')
  await until(() => heard.length === 2 * n)
  const ids = heard.map(({ body }) => body.id)
  t.same(ids.slice(n), ids.slice(0, n))
  await t.rejects(house.webhooks.replay(webhook.id, house.time.now - 29 * 24 * HOUR, 'admin'), {
    code: 'INVALID_REQUEST'
  })
})

t.test('a service that ended goes on where it stopped', async t => {
  const house = await openHouse(t)
  const { url, taken, answering } = await receiver(t, (_, nth) => (nth <= 2 ? 200 : 500))
  await house.add(url)
  const end = house.begin()
  const id = await house.writes()
  const { n } = await house.ticketOf(id)
  await until(() => taken.length === 2)
  await end()
  answering(() => 200)
  house.begin()
  await until(() => taken.length >= n)
  t.same(
    taken.map(({ body }) => body.n),
    Array.from({ length: n }, (_, i) => i + 1)
  )
})
