import { randomUUID } from 'node:crypto'
import { engines } from '@huiyin/engines/engines.ts'
import type { TicketList, TicketRow, TicketView } from '@huiyin/schemas/api.ts'
import t from 'tap'
import { type Client, signIn, until } from './house.ts'
import { openOffice } from './office.ts'

const HOUR = 3_600_000
const QUESTION = '请问青禾大道的路灯坏了一周了，什么时候能修好？'
const ANSWER = '您好，青禾大道路灯将于明日完成维修，感谢您的反映。'
const COMPLAINT = '城南菜市场门口垃圾堆了半个月没人清理，投诉多次都没有处理！'

type Office = Awaited<ReturnType<typeof openOffice>>

const list = async (client: Client): Promise<TicketRow[]> =>
  ((await client('GET', '/tickets?sort=newest&atMost=50')).body as TicketList).rows
const view = async (client: Client, id: string): Promise<TicketView> =>
  (await client('GET', `/tickets/${encodeURIComponent(id)}`)).body
const about = (rows: readonly TicketRow[], text: string, at: string) =>
  rows.find(({ excerpt, platform }) => platform === at && excerpt.includes(text.slice(0, 12)))

const ticketFor = async (client: Client, text: string, at: string): Promise<TicketRow> => {
  const rows = await until(
    `a ticket for ${text}`,
    () => list(client),
    rows => about(rows, text, at) !== undefined
  )
  return about(rows, text, at)!
}

const reply = (client: Client, { id, lastTurn }: TicketRow, text: string) =>
  client(
    'POST',
    `/tickets/${encodeURIComponent(id)}/replies`,
    { text },
    { 'if-match': String(lastTurn), 'idempotency-key': randomUUID() }
  )

const alertsAbout = ({ simulator }: Office, { number }: TicketRow) =>
  simulator.control.webhooks().filter(({ body }) => (body as { data: { number: string } }).data.number === number)

const kindsOf = (arrivals: ReturnType<typeof alertsAbout>) =>
  arrivals.map(({ body }) => (body as { type: string }).type)

function wholeWay(name: string, world: () => Promise<Parameters<typeof openOffice>[0]>, skip: string | false) {
  t.test(`the whole way, ${name}`, { skip, timeout: 240_000 }, async t => {
    const office = await openOffice(await world())
    t.teardown(() => office.close())
    const { simulator, posts, clock } = office

    for (const [i, platform] of (['wechat', 'weibo'] as const).entries()) {
      await t.test(`a question at ${platform} is answered in place and its clock stops on time`, async t => {
        const post = posts[i]!
        const of = { platform, account: post.account, post: post.id }
        const client = await signIn(office)
        const asked = simulator.control.postComment({ ...of, text: QUESTION })
        const row = await ticketFor(client, QUESTION, platform)
        const second = Math.floor(asked.publishedAt / 1000) * 1000 // both platforms tell whole seconds
        t.equal(row.dueAt, second + 24 * HOUR)
        t.equal((await reply(client, row, ANSWER)).status, 200)
        const done = await until(
          'the reply is confirmed',
          () => view(client, row.id),
          ({ status }) => status === 'answered'
        )
        t.match(done.clocks, [{ kind: 'first', outcome: 'met' }])
        t.match(done.replies, [{ state: 'confirmed' }])
        t.equal(done.clocks[0]?.stoppedAt, done.replies[0]?.acceptedAt)
        t.ok(simulator.control.standing(of).some(({ text }) => text.includes(ANSWER)))
        const isWhole = ({ history }: TicketView) =>
          history.at(-1)?.type === 'clock.stopped' && history.every(({ n }, i) => n === i + 1)
        const told = await until('the whole timeline', () => view(client, row.id), isWhole) // the scribe writes it behind
        t.match(told.history[0], { type: 'ticket.opened', actor: { name: 'desk' } })
      })
    }

    await t.test('a complaint left alone is warned of, then breached, and told at the webhook once', async t => {
      const [post] = posts
      const first = await signIn(office)
      simulator.control.postComment({ platform: 'wechat', account: post!.account, post: post!.id, text: COMPLAINT })
      const row = await ticketFor(first, COMPLAINT, 'wechat')
      clock.pass(row.urgent ? HOUR / 2 : 12 * HOUR)
      await until(
        'the warning',
        async () => kindsOf(alertsAbout(office, row)),
        kinds => kinds.length > 0
      )
      t.same(kindsOf(alertsAbout(office, row)), ['clock.warn'])
      clock.pass(13 * HOUR)
      await until(
        'the breach',
        async () => kindsOf(alertsAbout(office, row)),
        kinds => kinds.includes('clock.breach')
      )
      clock.pass(HOUR)
      await new Promise(resolve => setTimeout(resolve, 3000)) // time in which a second one would come
      t.same(kindsOf(alertsAbout(office, row)), ['clock.warn', 'clock.breach'])
      const client = await signIn(office) // the session has ended meanwhile
      const late = await view(client, row.id)
      t.match(late.clocks, [{ breachedAt: row.dueAt, outcome: 'missed_open' }])
      t.equal(late.status, 'open')
    })
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
