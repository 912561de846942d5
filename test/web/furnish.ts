import { randomUUID } from 'node:crypto'
import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import { SHIPPED_INCIDENT_RULES } from '@huiyin/domain/settings/shipped/incident-rules.ts'
import { actOnIncident } from '@huiyin/ports/incidents.ts'
import { park } from '@huiyin/ports/parking.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { ReportProgress } from '@huiyin/schemas/api-reports.ts'
import { type Client, until } from '../journeys/house.ts'
import { PEOPLE, WATER } from './people.ts'
import type { World } from './world.ts'

const DAY = 24 * 3_600_000
const dayBefore = (now: number) => new Date(now + 8 * 3_600_000 - DAY).toISOString().slice(0, 10)

/** What more is in a house that has worked for a while: one of each thing that a view lists. */
export async function furnish(world: World): Promise<void> {
  const [admin, head, auditor] = await Promise.all(
    (['administrator', 'head', 'auditor'] as const).map(role => world.client(role))
  )
  await incident(world)
  await park(world.house.store.records, {
    ...{ topic: 'comments', raw: '{"text":"半句', reason: '/text: Expected string', at: world.clock.now() }
  })
  await configured(admin!)
  await registered(world, auditor!, head!)
  await reported(world, admin!)
  await world.house.store.records.refresh()
}

/** Asks once, under a key of its own; throws what was refused. */
async function does(client: Client, method: string, path: string, body?: object) {
  const answer = await client(method, path, body, { 'idempotency-key': randomUUID() })
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

async function configured(admin: Client): Promise<void> {
  const steps = [
    { type: 'tag', add: ['暴雨'] },
    { type: 'dispatch', department: WATER, request: '请抽排' }
  ]
  await does(admin, 'PUT', '/macros/storm', { name: '暴雨积水', steps })
  const rule = { name: '轮流', order: 1, when: {}, to: [PEOPLE.editor.id], capacity: 30, enabled: true }
  await does(admin, 'PUT', '/share-rules/all', { id: 'all', ...rule })
  await does(admin, 'POST', '/webhooks', { name: '县融媒', url: 'https://media.example.gov.cn/hook?key=their-secret' })
  const duty = { department: WATER, contacts: [{ channel: 'webhook', address: 'shuiwu-zhiban' }] }
  await does(admin, 'PUT', `/duties/${encodeURIComponent(WATER)}`, duty)
}

async function incident({ house, posts }: World): Promise<void> {
  const { store, desk, clock } = house
  const now = clock.now()
  const { platform, account } = posts[1]!
  const signal: Signal = {
    ...{ type: 'rise', subject: 'rise-1', at: now, comments: [], total: 24, people: 20, since: now - 3_600_000 },
    ...{ phrase: '东风小区停水', words: ['停水'], windowMs: 3_600_000, observed: 24, expected: 1, urgent: 0 },
    ...{ places: [], departments: [], spread: [{ platform, account, comments: 24 }] },
    sentiment: { negative: 22, neutral: 2, positive: 0 },
    levels: { blue: 20, yellow: 4, orange: 0, red: 0 }
  }
  const incidents = { ...desk, records: store.records, rules: SHIPPED_INCIDENT_RULES }
  const facts = { looked: 24, tells: {} }
  await actOnIncident(incidents, 'rise-1', { type: 'signal', actor: system('analyst'), signal, facts })
}

async function registered({ clock, posts }: World, auditor: Client, head: Client): Promise<void> {
  const { platform, account } = posts[1]!
  const subject = { kind: 'account', id: `${platform}/${account}` }
  const said = { kind: 'violation', subject, at: clock.now(), title: '标题有错别字', text: '“通告”写成了“通吿”' }
  const { id, n } = await does(auditor, 'POST', '/register', said)
  const seen = { 'if-match': `"${n}"`, 'idempotency-key': randomUUID() }
  const ruled = await head('POST', `/register/${id}/rule`, { why: '属实' }, seen)
  if (ruled.status !== 200) throw new Error(JSON.stringify(ruled.body))
}

/** Yesterday's report, sent to the leader. */
async function reported({ clock }: World, admin: Client): Promise<void> {
  const asked: ReportProgress = await does(admin, 'POST', '/reports', { kind: 'daily', period: dayBefore(clock.now()) })
  const path = `/reports/${encodeURIComponent(asked.report)}`
  await until(
    'the report',
    () => admin('GET', path),
    ({ status }) => status === 200
  )
  const to = [{ kind: 'address', channel: 'webhook', address: 'ld', name: PEOPLE.leader.name }]
  await does(admin, 'POST', `${path}/letters`, { to, receipt: true })
}
