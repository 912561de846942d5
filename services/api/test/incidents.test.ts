import { accountId } from '@huiyin/domain/ids.ts'
import { incidentSubject } from '@huiyin/domain/incidents/draft.ts'
import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import { SHIPPED_INCIDENT_RULES as rules } from '@huiyin/domain/settings/shipped/incident-rules.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { actOnIncident, claimMembers, INCIDENT_MEMBER, incidentOf } from '@huiyin/ports/incidents.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import type { IncidentMember } from '@huiyin/schemas/incident.ts'
import t, { type Test } from 'tap'
import { memberOfStored } from '../src/incidents/members.ts'
import { citizenWrites, enter, HOUR, type House, MINUTE, once, openHouse, type Person } from './house.ts'

const HEAD = { id: 'zhao', name: '赵科长', role: 'head' }
const LI = { id: 'li', name: '李静', role: 'editor' }
const ANALYST = system('analyst')
const OURS = accountId({ platform: 'weibo', id: '1001' })

const signal = (house: House, total: number, of: Partial<Signal> = {}): Signal => ({
  ...{ type: 'growth', subject: 'water', at: house.time.now, comments: [], total, people: total },
  ...{ since: house.time.now - HOUR, phrase: '小区门口积水', words: ['积水'], windowMs: HOUR, observed: total },
  ...{ expected: 1, spread: [{ platform: 'weibo', account: '1001', comments: total }], urgent: 0 },
  sentiment: { negative: total, neutral: 0, positive: 0 },
  levels: { blue: total, yellow: 0, orange: 0, red: 0 },
  ...{ places: [], departments: ['水务局'] },
  ...of
})

/** A house in which many have said the same, and who handles it. */
async function openOffice(t: Test, total = 12, tells: Record<string, number> = {}) {
  const house = await openHouse(t)
  const [head, li] = [await enter(house, HEAD), await enter(house, LI)]
  const desk = { ...house.desk, records: house.store.records, rules }
  const grow = (to: number, id = 'i1', of: Partial<Signal> = {}, told = tells) =>
    actOnIncident(desk, id, {
      ...{ type: 'signal', actor: ANALYST, signal: signal(house, to, of), facts: { looked: to, tells: told } }
    })
  await grow(total)
  const said: StoredComment[] = []
  for (let i = 0; i < 3; i++) {
    const thread = { root: `c${i}`, comment: `c${i}`, author: { id: `p${i}`, name: `市民${i}` } }
    const one = comment({
      ...thread,
      text: `积水很深，电话13800138000，第${i}天`,
      publishedAt: house.time.now - HOUR + i
    })
    await citizenWrites(house, one)
    said.push(one)
  }
  const members = said.map(memberOfStored)
  await claimMembers(house.store.records, 'i1', members)
  return { house, head, li, grow, members, at: (more = '', id = 'i1') => `/api/incidents/${id}${more}` }
}

type Office = Awaited<ReturnType<typeof openOffice>>
const viewOf = async (who: Person, { at }: Office, id = 'i1'): Promise<IncidentView> =>
  (await who.get(at('', id))).json()

/** What happened, as the scribe writes it. */
async function written({ house }: Office, id = 'i1') {
  await house.desk.publisher.idle()
  const ends = new AbortController()
  const rows: HistoryRow[] = []
  const batches = house.events.read({ group: 's', atMost: 1000, signal: ends.signal })
  for await (const { events, positions, commit } of batches) {
    rows.push(...events.map((event, i) => ({ ...event, ...positions[i]! })))
    await commit()
    if ((await house.events.lag('s')) === 0) ends.abort()
  }
  await house.store.history.add(rows.filter(({ ticket }) => ticket === incidentSubject(id)))
  await house.store.history.refresh()
}

t.test('incidents', async t => {
  t.test('are listed by state, level and what people speak of, a page at a time', async t => {
    const office = await openOffice(t)
    await office.grow(40, 'i2', { subject: 'gas', phrase: '燃气泄漏' }, { safety: 40 })
    const { rows } = (await office.head.get('/api/incidents?sort=gravest')).json()
    t.same(
      rows.map((row: IncidentView) => [row.title, row.level]),
      [
        ['燃气泄漏', 'red'],
        ['小区门口积水', 'blue']
      ]
    )
    t.equal((await office.head.get('/api/incidents?level=red')).json().rows.length, 1)
    t.equal((await office.head.get('/api/incidents?state=closed')).json().rows.length, 0)
    const first = (await office.head.get('/api/incidents?atMost=1')).json()
    const second = (await office.head.get(`/api/incidents?atMost=1&after=${encodeURIComponent(first.after)}`)).json()
    t.same([...first.rows, ...second.rows].map(({ id }: IncidentView) => id).toSorted(), ['i1', 'i2'])
  })

  t.test('tell who reads no personal data what was said with the data masked', async t => {
    const office = await openOffice(t)
    const auditor = await enter(office.house, { id: 'audit', name: '审计', role: 'auditor' })
    t.match((await viewOf(office.head, office)).cited[0], { text: /13800138000/, ticket: { status: 'open' } })
    const { cited } = await viewOf(auditor, office)
    t.match(cited[0], { text: /138\*{4}8000/ })
    const page = (await office.head.get(office.at('/members?atMost=2'))).json()
    const rest = (await office.head.get(office.at(`/members?after=${encodeURIComponent(page.after)}`))).json()
    t.equal(page.rows.length + rest.rows.length, 3)
  })

  t.test('are known to those who care for an account in which people speak of it', async t => {
    const office = await openOffice(t)
    const theirs = await enter(office.house, { id: 'e1', name: '甲', role: 'editor', accounts: [OURS] } as never)
    const others = await enter(office.house, {
      id: 'e2',
      name: '乙',
      role: 'editor',
      accounts: ['wechat/2002']
    } as never)
    t.equal((await theirs.get(office.at())).statusCode, 200)
    t.equal((await others.get(office.at())).statusCode, 403)
    t.equal((await others.get('/api/incidents')).json().rows.length, 0)
    t.equal((await others.post(office.at('/notes'), { text: '查' }, once('n'))).statusCode, 403)
  })

  t.test('say by which table they get their level, in both languages', async t => {
    const { head } = await openOffice(t)
    const table = (await head.get('/api/incidents/levels')).json()
    t.match(table.rows[0], { nature: { zh: '公共安全' }, steady: { zh: '较大（黄色）', en: 'considerable (yellow)' } })
    t.match(table.scales[0].asks, { zh: '30条评论或20名网友或3个账号' })
  })
})

t.test('a general incident is clarified, confirmed, calmed, closed, and replays', async t => {
  const office = await openOffice(t)
  const { head, li, house, at } = office
  const draft = { kind: 'clarification', title: '关于积水的说明', text: '今晚八点前抽排完毕。' }
  const drafted = (await li.post(at('/statements'), draft, once('s1'))).json() as IncidentView
  t.match(drafted.statements[0], { state: 'drafted', text: draft.text, by: { id: 'li' } })
  const [{ id: statement, hash }] = drafted.statements as [IncidentView['statements'][number]]
  const path = at(`/statements/${statement}`)
  const own = await li.post(`${path}/approve`, { hash }, once('a0', drafted.lastTurn))
  t.equal(own.statusCode, 403, 'an editor approves nothing')
  const blind = await head.post(`${path}/approve`, { hash }, once('a1', drafted.lastTurn - 1))
  t.equal(blind.json().code, 'SOMEBODY_WAS_FASTER')
  const approved = (await head.post(`${path}/approve`, { hash }, once('a2', drafted.lastTurn))).json() as IncidentView
  const link = { platform: 'weibo', account: '1001', link: 'https://weibo.com/1/abc' }
  const published = (await li.post(`${path}/publish`, link, once('p1', approved.lastTurn))).json() as IncidentView
  t.match(published.steps, [{ id: 'clarify', state: 'done' }])
  t.ok(published.tracks[0]!.metAt)
  const confirmed = (await head.post(`${path}/confirm`, {}, once('c1', published.lastTurn))).json() as IncidentView
  t.match(confirmed.statements[0], { state: 'confirmed', confirmed: { by: { id: 'zhao' } } })
  house.time.now += HOUR
  await office.grow(12, 'i1', { type: 'calm', at: house.time.now })
  const calm = await viewOf(head, office)
  t.equal(calm.state, 'calm')
  const closed = (await head.post(at('/close'), { reason: '积水已排完' }, once('x1', calm.lastTurn))).json()
  t.equal(closed.state, 'closed')
  t.equal((await li.post(at('/mute'), { until: house.time.now + 1 }, once('m'))).json().code, 'INCIDENT_CLOSED')

  await written(office)
  const { rows } = (await head.get(at('/history'))).json()
  t.same(
    rows.map(({ n }: { n: number }) => n),
    rows.map((_: unknown, i: number) => i + 1)
  )
  t.ok(rows.length > 5)
  t.notMatch(JSON.stringify(rows), draft.text)
  const then = (await head.get(at(`/at?n=${rows.length}`))).json()
  t.match(then, { state: 'closed', figures: { comments: 12 }, statements: { [statement]: 'confirmed' } })
  t.match((await head.get(at('/at?n=1'))).json(), { state: 'open', figures: { comments: 12, negative: 12 } })
  t.equal((await head.get(at(`/at?at=${house.time.now - 2 * HOUR}`))).json().code, 'INCIDENT_STATE')
})

t.test('a major incident has its plan, and is closed after its review', async t => {
  const office = await openOffice(t, 40, { safety: 40 })
  const { head, li, at } = office
  const start = await viewOf(head, office)
  t.match(start, { level: 'red', procedure: 'major' })
  t.same(
    start.tracks.map(({ id }) => id),
    ['inform', 'brief']
  )
  const refused = await head.post(at('/close'), { reason: '完' }, once('x', start.lastTurn))
  t.match(refused.json(), { code: 'INCIDENT_STATE' })
  const note = { text: '已到现场。', links: ['https://example.gov.cn/a'], cites: [{ id: 'c', publishedAt: 1 }] }
  t.match((await li.post(at('/notes'), note, once('n1'))).json().notes[0], { text: '已到现场。' })
  for (const { id } of start.steps)
    t.equal((await li.post(at(`/steps/${id}`), { state: 'skipped', reason: '演练' }, once(`s-${id}`))).statusCode, 200)
  t.equal((await li.post(at('/steps/none'), { state: 'done' }, once('s-none'))).json().code, 'STEP_NOT_FOUND')
  const review = { happened: '管道破裂', cause: '老化', measures: '更换', lessons: '巡检' }
  const reviewed = (await li.post(at('/review'), review, once('r', start.lastTurn))).json()
  t.match(reviewed.review, review)
  const closed = await head.post(at('/close'), { reason: '完' }, once('x2', reviewed.lastTurn))
  t.equal(closed.json().state, 'closed')
})

t.test('comments and incidents go together and apart', async t => {
  t.test('what is taken out stays out', async t => {
    const office = await openOffice(t)
    const [one] = office.members
    const act = { comments: [one!.comment] }
    const view = (await office.li.post(office.at('/part'), act, once('k1'))).json() as IncidentView
    t.equal(view.figures.comments, 11)
    t.equal((await office.li.post(office.at('/part'), act, once('k1'))).json().figures.comments, 11, 'the same again')
    t.equal((await office.li.get(office.at('/members'))).json().rows.length, 2)
    t.same(await claimMembers(office.house.store.records, 'i1', [one!]), [], 'it joins no more')
  })

  t.test('what is split off is an incident of its own', async t => {
    const office = await openOffice(t)
    const { lastTurn } = await viewOf(office.li, office)
    const body = { comments: office.members.slice(0, 2).map(one => one.comment), title: '另一处积水' }
    const view = (await office.li.post(office.at('/split'), body, once('k1', lastTurn))).json() as IncidentView
    t.equal(view.figures.comments, 10)
    const { rows } = (await office.li.get('/api/incidents')).json()
    const other = rows.find(({ id }: IncidentView) => id !== 'i1')
    t.match(other, { title: '另一处积水', comments: 2, state: 'open' })
    t.equal((await office.li.get(office.at('/members', other.id))).json().rows.length, 2)
    t.match(await viewOf(office.li, office, other.id), { splitFrom: 'i1' })
  })

  t.test('the younger joins the elder, whichever was named', async t => {
    const office = await openOffice(t)
    const { records } = office.house.store
    office.house.time.now += MINUTE
    await office.grow(15, 'i2', { subject: 'drain' })
    const foreign = { ...office.members[0]!, comment: 'x' } satisfies IncidentMember
    await claimMembers(records, 'i2', [foreign])
    const { lastTurn } = await viewOf(office.li, office)
    const merged = await office.li.post(office.at('/merge'), { with: 'i2' }, once('k1', lastTurn))
    t.match(merged.json(), { id: 'i1', figures: { comments: 27 }, absorbed: ['i2'] })
    t.match(await incidentOf(records, 'i2'), { state: 'merged', mergedInto: 'i1' })
    t.equal((await office.li.get(office.at('/members'))).json().rows.length, 4, 'those of both')
    const again = await office.li.post(office.at('/merge', 'i2'), { with: 'i1' }, once('k2', 1))
    t.equal(again.json().code, 'INCIDENT_CLOSED')
  })

  t.test('a comment that nobody had seen to belong to it is added', async t => {
    const office = await openOffice(t)
    const more = comment({
      root: 'c9',
      comment: 'c9',
      author: { id: 'p9' },
      publishedAt: office.house.time.now - MINUTE
    })
    await citizenWrites(office.house, more)
    const body = { comments: [{ id: more.id, publishedAt: more.publishedAt }] }
    const view = (await office.li.post(office.at('/join'), body, once('k1'))).json()
    t.equal(view.figures.comments, 13)
    const row = await office.house.store.records.get<IncidentMember>(INCIDENT_MEMBER, more.id)
    t.equal(row?.document.value.incident, 'i1')
    const again = await office.li.post(office.at('/join'), body, once('k1'))
    t.equal(again.json().figures.comments, 13, 'the same again')
    const other = await office.li.post(office.at('/join'), body, once('k2'))
    t.equal(other.json().figures.comments, 13, 'it belongs to it already')
  })

  t.test('a comment that is named twice, or is a member already, counts once', async t => {
    const office = await openOffice(t)
    const more = comment({
      root: 'c8',
      comment: 'c8',
      author: { id: 'p8' },
      publishedAt: office.house.time.now - MINUTE
    })
    await citizenWrites(office.house, more)
    const [one] = office.members
    const refs = [more, more, { id: one!.comment, publishedAt: one!.publishedAt }]
    const body = { comments: refs.map(({ id, publishedAt }) => ({ id, publishedAt })) }
    const view = (await office.li.post(office.at('/join'), body, once('k1'))).json()
    t.equal(view.figures.comments, 13)
  })

  t.test('accounts of others are named to nobody who does not care for them', async t => {
    const office = await openOffice(t)
    const both = [
      { platform: 'weibo', account: '1001', comments: 10 },
      { platform: 'weibo', account: 'secret-account', comments: 5 }
    ]
    await office.grow(15, 'i1', { spread: both })
    const own = await enter(office.house, { ...LI, id: 'wu', accounts: [OURS] })
    for (const path of ['/api/incidents', '/api/incidents?sort=gravest', office.at(), office.at('/members')]) {
      const answer = await own.get(path)
      t.equal(answer.statusCode, 200)
      t.notMatch(answer.body, /secret-account/, path)
    }
    t.match((await office.li.get(office.at())).body, /secret-account/)
  })
})
