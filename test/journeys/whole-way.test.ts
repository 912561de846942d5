import { randomUUID } from 'node:crypto'
import { engines } from '@huiyin/engines/engines.ts'
import type { TicketView } from '@huiyin/schemas/api.ts'
import t from 'tap'
import { signIn, until } from './house.ts'
import { openOffice } from './office.ts'
import { clockOf, does, HOUR, lastReply, ticketFor, ticketUntil, toldOf, view, wholeSecond } from './tickets.ts'

const MINUTE = HOUR / 60
const QUESTION = '请问青禾大道的路灯坏了一周了，什么时候能修好？'
const ANSWER = '您好，青禾大道路灯将于明日完成维修，感谢您的反映。'
const DANGER = '请问楼道里有煤气味，应该打哪个电话报修？'
const HELP = '您好，请先离开楼道，燃气抢修队已经出发，二十分钟内到达。'
const COMPLAINT = '城南菜市场门口垃圾堆了半个月没人清理，投诉多次都没有处理！'

function wholeWay(name: string, world: () => Promise<Parameters<typeof openOffice>[0]>, skip: string | false) {
  t.test(`the whole way, ${name}`, { skip }, async t => {
    const office = await openOffice(await world())
    t.teardown(() => office.close())
    const { simulator, posts, clock } = office
    const alone = await signIn(office)

    for (const [i, platform] of (['wechat', 'weibo'] as const).entries()) {
      await t.test(`a question at ${platform} is answered in place and its clocks stop on time`, async t => {
        const post = posts[i]!
        const of = { platform, account: post.account, post: post.id }
        const asked = simulator.control.postComment({ ...of, text: QUESTION })
        const row = await ticketFor(alone, QUESTION, platform)
        t.equal(row.dueAt, wholeSecond(asked.publishedAt) + 24 * HOUR)
        t.match(await view(alone, row.id), { status: 'open', clocks: [{ kind: 'first' }, { kind: 'close' }] })
        const sent = await does(alone, row.id, 'replies', { text: ANSWER })
        t.equal(sent.status, 200)
        t.match(lastReply(sent.body), { kind: 'final', state: 'approved', selfReviewed: true })
        const done = await ticketUntil(alone, row.id, 'the reply is confirmed', ({ status }) => status === 'answered')
        const reply = lastReply(done)
        t.match(reply, { state: 'confirmed', reviewedBy: { id: 'admin' } })
        for (const kind of ['first', 'close'] as const)
          t.match(clockOf(done, kind), { outcome: 'met', stoppedAt: reply.acceptedAt })
        t.match(done.cycles, [{ n: 1, how: 'answered' }])
        t.ok(simulator.control.standing(of).some(({ text }) => text.includes(ANSWER)))
        const isWhole = ({ history, n: last }: TicketView) =>
          history.length === last && history.every(({ n }, i) => n === i + 1)
        const told = await ticketUntil(alone, row.id, 'the whole timeline', isWhole) // the scribe writes it behind
        t.match(told.history[0], { type: 'ticket.opened', actor: { name: 'desk' } })
        t.ok(told.history.some(({ type }) => type === 'ticket.closed'))
      })
    }

    await t.test(
      'what cannot wait is told at once besides its warnings, and answered once a head approves',
      async t => {
        const [post] = posts
        const of = { platform: 'wechat', account: post!.account, post: post!.id } as const
        const asked = simulator.control.postComment({ ...of, text: DANGER })
        const row = await ticketFor(alone, DANGER, 'wechat')
        t.match(row, { urgent: true, dueAt: wholeSecond(asked.publishedAt) + HOUR })
        const types = async () => toldOf(office, row).map(({ type }) => type)
        await until('the alert', types, told => told.length > 0)
        t.same(await types(), ['ticket.urgent'])
        clock.to(row.dueAt! - 30 * MINUTE)
        await until('the warning', types, told => told.includes('clock.warn'))
        t.match(
          toldOf(office, row).find(({ type }) => type === 'clock.warn'),
          { data: { urgent: true, point: 30 * MINUTE } }
        )
        const written = lastReply((await does(alone, row.id, 'replies', { text: HELP })).body)
        t.match(written, { state: 'reviewed', selfReviewed: true, important: ['urgent', 'level'] })
        const approved = await does(alone, row.id, `replies/${written.id}/approve`, { hash: written.hash })
        t.match(lastReply(approved.body), { state: 'approved', approvedBy: { id: 'admin' } })
        const done = await ticketUntil(alone, row.id, 'it is answered', ({ status }) => status === 'answered')
        t.match(clockOf(done, 'first'), { outcome: 'met', urgent: true })
      }
    )

    await t.test(
      'a complaint left alone is warned of, breached and told at the webhook once for each rung',
      async t => {
        const [post] = posts
        simulator.control.postComment({ platform: 'wechat', account: post!.account, post: post!.id, text: COMPLAINT })
        const row = await ticketFor(alone, COMPLAINT, 'wechat')
        const dueAt = row.dueAt!
        const told = async () => toldOf(office, row).map(({ type, data }) => `${type} ${data.rung}`)
        const WARNED = 'clock.warn 0'
        clock.to(dueAt - 12 * HOUR)
        await until('the warning', told, all => all.length > 0)
        t.same(await told(), [WARNED])
        clock.to(dueAt)
        await until('the breach', told, all => all.length > 1)
        clock.pass(HOUR)
        await new Promise(resolve => setTimeout(resolve, 3000)) // time in which a second one would come
        t.same(await told(), [WARNED, 'clock.breach 0'])
        clock.to(dueAt + 2 * HOUR)
        await until('the next rung', told, all => all.length > 2)
        t.same(await told(), [WARNED, 'clock.breach 0', 'clock.breach 1'])
        const client = await signIn(office) // the session has ended meanwhile
        const late = await view(client, row.id)
        t.match(clockOf(late, 'first'), { breachedAt: dueAt, outcome: 'missed_open' })
        t.equal(late.status, 'open')
      }
    )
  })
}

const { brokers, elasticsearch, missing } = await engines()

wholeWay('in one folder', async () => ({ folder: t.testdir() }), false)
wholeWay(
  'on Kafka and Elasticsearch',
  async () => ({
    folder: t.testdir(),
    log: `kafka://${brokers}`,
    store: elasticsearch!,
    prefix: `j${randomUUID().slice(0, 8)}`
  }),
  missing ?? false
)
