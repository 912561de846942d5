import type { TicketRow } from '@huiyin/schemas/api.ts'
import t from 'tap'
import { until } from './house.ts'
import { GROUP, openOfficeOfTwo } from './office-of-two.ts'
import { clockOf, does, HOUR, lastReply, ticketFor, ticketUntil, toldOf, view, wholeSecond } from './tickets.ts'

const CALM = '河西路口的路灯不亮，晚上走路看不清，投诉了两次。'
const GRAVE = '小区门口的煤气管道被挖断了，煤气味很重，楼里还有老人孩子，快派人来！'
const HELP = '您好，燃气已经关断，抢修人员正在现场，请先不要回到楼内，进展随时在这里告知。'

const isTaking = (link: string) => link.includes('/ack/')

t.test('a grave complaint', async t => {
  const { office, inbox, li, head, writes, stands } = await openOfficeOfTwo(t)
  writes(CALM)
  const calm = await ticketFor(li, CALM, 'weibo')
  const { publishedAt } = writes(GRAVE)
  const row = await ticketFor(li, GRAVE, 'weibo')
  const { id, number } = row

  await t.test('is urgent and reported upward, which one that can wait is not', async t => {
    t.match(row, { urgent: true, risk: { level: 'red' }, locked: true, dueAt: wholeSecond(publishedAt) + HOUR })
    t.match(calm, { urgent: false, locked: false })
  })

  await t.test('is told to the duty group at once, with a link and not a word of the citizen’s', async t => {
    const arrived = async () => inbox.filter(({ text }) => text.includes(number))
    const [message] = await until('the message', arrived, found => found.length > 0)
    t.match(message, { robot: 'wecom', title: /紧急工单.*红色/ })
    t.notMatch(message?.text, GRAVE.slice(0, 6))
    const link = new URL(message!.links.find(one => !isTaking(one))!)
    t.equal(link.origin, office.url)
    const found = (await li('GET', `/tickets?sort=newest&atMost=50&q=${link.searchParams.get('q')}`)).body.rows
    t.same(
      found.map((row: TicketRow) => row.id),
      [id]
    )
    const told = await until(
      'the webhook',
      async () => toldOf(office, row),
      all => all.length > 0
    )
    t.same(
      told.map(({ type, data }) => [type, data.urgent]),
      [['ticket.reported-upward', true]]
    )
    t.equal((await arrived()).length, 1)
    t.same(toldOf(office, calm), [])
  })

  await t.test('is taken by the other link in the message, without an account', async t => {
    const [link] = inbox.flatMap(({ text, links }) => (text.includes(number) ? links : [])).filter(isTaking)
    t.ok(link?.startsWith(`${office.url}/ack/`))
    const page = await fetch(link!)
    t.equal(page.status, 200)
    t.match(await page.text(), number)
    t.notOk((await view(li, id)).acknowledgedBy, 'whoever only looks takes nothing')
    t.equal((await fetch(link!, { method: 'POST' })).status, 200)
    t.equal((await view(li, id)).acknowledgedBy, GROUP)
  })

  await t.test('keeps its reply until a head releases it; then another reviews and approves it', async t => {
    const written = lastReply((await does(li, id, 'replies', { text: HELP })).body)
    t.match(written, { state: 'drafted', heldBack: true, important: ['urgent', 'level'] })
    const says = (act: string) => does(head, id, `replies/${written.id}/${act}`, { hash: written.hash })
    t.match(await says('review'), { status: 409, body: { code: 'REPLY_LOCKED' } })
    t.match((await does(head, id, 'release', {})).body, { locked: false, lock: { released: { by: '管理员' } } })
    t.match(lastReply((await says('review')).body), { state: 'reviewed', heldBack: false })
    t.notOk(stands(HELP))
    t.match(lastReply((await says('approve')).body), { state: 'approved' })
    const told = await ticketUntil(li, id, 'it is told', ({ status }) => status !== 'open')
    t.equal(told.status, 'handling')
    t.same(told.needs, [])
    t.match(clockOf(told, 'first'), { outcome: 'met', urgent: true })
    t.ok(stands(HELP))
  })
})
