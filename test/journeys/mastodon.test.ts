import type { TicketView } from '@huiyin/schemas/api.ts'
import t from 'tap'
import { realMastodon } from '../../shared/adapters/test/mastodon-real.ts'
import { type Client, signIn, until } from './house.ts'
import { openMastodonOffice } from './mastodon-office.ts'
import { movableClock } from './office.ts'
import { does, lastReply, ticketFor, ticketUntil } from './tickets.ts'

const QUESTION = '请问青禾大道的路灯坏了一周了，什么时候能修好？'
const ANSWER = '您好，青禾大道路灯将于明日完成维修。\n\n详情 https://www.qinghe.example/notices/2026/01/05/lamps.html'

t.test('the whole way at a Mastodon server', async t => {
  const clock = movableClock()
  const server = await realMastodon({ now: clock.now })
  t.teardown(() => server.close())
  const folder = t.testdir()
  let office = await openMastodonOffice({ folder, server, clock })
  t.teardown(() => office.close())
  const { password } = office
  let admin: Client = await signIn(office)
  const li = server.citizen('li', { name: '李女士' })
  const wang = server.citizen('wang', { domain: 'other.example' })
  const post = server.say(server.office, '关于路灯维修的通告')
  const held = () => office.held(post.id)
  const textOf = async (id: string) => (await held()).find(({ comment }) => comment === id)

  const asks = server.say(li, `@qinghe ${QUESTION}`, { to: post.id })
  await t.test('a question is answered once, in its place, and confirmed', async t => {
    const row = await ticketFor(admin, `@qinghe ${QUESTION}`, 'mastodon')
    server.fail(({ method }) => (method === 'POST' ? 'cut' : undefined)) // taken, and nobody is told
    const sent = await does(admin, row.id, 'replies', { text: ANSWER })
    t.equal(sent.status, 200)
    const left = () => Promise.resolve(server.saidByOffice().length)
    await until('the reply leaves', left, count => count === 2)
    clock.pass(10 * 60_000) // the claim of the attempt that heard nothing runs out
    const isConfirmed = (ticket: TicketView) => lastReply(ticket).state === 'confirmed'
    const done = await ticketUntil(admin, row.id, 'it is confirmed', isConfirmed)
    t.match(done, { status: 'answered', cycles: [{ n: 1, how: 'answered' }] })
    const ours = async () => (await held()).filter(({ ours }) => ours).length
    await until('it is met below the post too, as the same', ours, count => count === 1)
    t.match(server.saidByOffice().slice(1), [{ to: asks.id, text: `@li ${ANSWER}` }])
  })

  await t.test('what does not call us is found, and so is what is changed or taken away', async t => {
    const joins = server.say(wang, '@li 我们这边的路灯也坏了', { to: asks.id })
    const found = await until(
      'the reply to a reply',
      () => textOf(joins.id),
      one => one !== undefined,
      30
    )
    t.match(found, { author: { name: 'wang@other.example' } })
    server.edit(joins, '@li 我们这边的路灯也坏了，一直没人修')
    await until(
      'its new words',
      () => textOf(joins.id),
      one => one?.text.includes('没人修') === true,
      30
    )
    t.match(await textOf(joins.id), { firstText: '@li 我们这边的路灯也坏了' })
    server.remove(joins)
    await until(
      'its end',
      () => textOf(joins.id),
      one => one?.state === 'deleted',
      30
    )
  })

  await t.test('after a restart all goes on, and nothing is there twice', async t => {
    const before = (await held()).map(({ id }) => id).sort()
    await office.close()
    const late = server.say(li, '@qinghe 谢谢，已经修好了', { to: asks.id })
    office = await openMastodonOffice({ folder, server, clock })
    admin = await signIn({ url: office.url, password })
    await until(
      'what came meanwhile',
      () => textOf(late.id),
      one => one !== undefined,
      60
    )
    const after = (await held()).map(({ id }) => id)
    t.same(after.filter(id => before.includes(id)).sort(), before)
    t.equal(new Set(after).size, after.length)
    t.equal(server.saidByOffice().length, 2)
  })
})
