import { start as analyst } from '@huiyin/analyst/main.ts'
import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { startRobots } from '@huiyin/simulator/robots/robots.ts'
import t from 'tap'
import { hearFortnight, NO_WATER } from './burst.ts'
import { type Client, signIn, until } from './house.ts'
import { movableClock, openOffice } from './office.ts'

const EDITOR = { id: 'li', name: '李静', role: 'editor' }

t.test('what many complain of, from the burst to the closed incident', async t => {
  const clock = movableClock()
  const robots = await startRobots({ clock })
  t.teardown(() => robots.close())
  const folder = t.testdir()
  await hearFortnight(folder, clock.now())
  const channels = [{ name: '值班群', kind: 'wecom' as const, url: robots.addresses.wecom }]
  const office = await openOffice({ folder, clock, channels, more: [analyst] })
  t.teardown(() => office.close())
  const head = await signIn(office)
  const li = await signIn({ url: office.url, name: EDITOR.id, password: await office.addPerson(EDITOR) })
  const { control } = office.simulator
  const { id: post, account } = office.posts.find(({ platform }) => platform === 'weibo')!
  const of = { platform: 'weibo', account, post } as const

  const rows = async (): Promise<IncidentView[]> => (await head('GET', '/incidents')).body.rows
  for (const [i, { id: as }] of control.people.slice(0, 24).entries())
    control.postComment({ ...of, as, text: `${NO_WATER[i % NO_WATER.length]}，${i}号楼` })
  const [found] = await until('an incident', rows, ([one]) => (one?.comments ?? 0) >= 10)
  const path = `/incidents/${found!.id}`
  const view = async (): Promise<IncidentView> => (await head('GET', path)).body
  const does = async (who: Client, what: string, body: object, key: string): Promise<IncidentView> => {
    const { lastTurn } = await view()
    const seen = { 'if-match': `"${lastTurn}"`, 'idempotency-key': key }
    const answer = await who('POST', `${path}/${what}`, body, seen)
    if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  await t.test('tells the group, once for each step, and says whose members they are', async t => {
    const inbox = async () => JSON.stringify(robots.inbox)
    await until('a letter', inbox, all => all.includes(found!.number))
    const { cited, reports } = await until('a report', view, ({ reports }) => reports.length > 0)
    t.match(cited[0], { text: /东风小区/ })
    t.equal(new Set(reports.map(({ letter }) => letter)).size, reports.length)
    t.match((await head('GET', `${path}/members`)).body.rows[0], { platform: 'weibo', ticket: { number: String } })
    t.equal((await rows()).length, 1)
  })

  await t.test(
    'is clarified: drafted, approved by a second person, published by hand, and met by the collector',
    async t => {
      const text = '东风小区今晚八点恢复供水，给您带来不便深表歉意。'
      const drafted = await does(li, 'statements', { kind: 'clarification', title: '停水说明', text }, 's1')
      const [{ id, hash }] = drafted.statements as [IncidentView['statements'][number]]
      await does(head, `statements/${id}/approve`, { hash }, 'a1')
      const said = control.publishPost({ platform: 'weibo', account, title: '关于东风小区停水的说明' })
      const where = { platform: 'weibo', account, link: `https://weibo.com/${account}/${said.id}`, post: said.id }
      const published = await does(li, `statements/${id}/publish`, where, 'p1')
      t.ok(published.tracks.every(({ by, metAt }) => by !== 'published' || metAt !== undefined))
      clock.pass(2 * 60_000)
      let asked = 0
      const later = async () => {
        if (++asked % 80 === 0) clock.pass(2 * 60_000) // whoever looked before the collector had it looks again
        return view()
      }
      const { statements } = await until('the post is met', later, one => one.statements[0]!.state === 'confirmed')
      t.match(statements[0], { confirmed: { by: { id: 'system:analyst' } } })
    }
  )

  await t.test('is closed, and replays from its events', async t => {
    for (const { id, state } of (await view()).steps)
      if (state === 'open') await does(li, `steps/${id}`, { state: 'done' }, `step-${id}`)
    if ((await view()).procedure === 'major') {
      const review = { happened: '水管破裂', cause: '老化', measures: '更换', lessons: '巡检' }
      await does(head, 'review', review, 'r1')
    }
    const closed = await does(head, 'close', { reason: '已恢复供水' }, 'c1')
    t.equal(closed.state, 'closed')
    const history = async () => (await head('GET', `${path}/history`)).body.rows
    const told = await until('its history', history, all => all.at(-1)?.type === 'incident.closed')
    const then = (await head('GET', `${path}/at?n=${told.length}`)).body
    t.match(then, { state: 'closed', level: closed.level, figures: { comments: closed.figures.comments } })
    t.match((await head('GET', `${path}/at?n=1`)).body, { state: 'open', n: 1 })
  })
})
