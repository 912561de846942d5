import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { incidentSubject } from '@huiyin/domain/incidents/draft.ts'
import { actOnIncident, INCIDENT_TEXT, membersOf } from '@huiyin/ports/incidents.ts'
import type { Incident } from '@huiyin/schemas/incident.ts'
import t, { type Test } from 'tap'
import { type IncidentPorts, incidentDesk } from '../src/incidents/ports.ts'
import { fortnight, HOUR, MINUTE, NOON, readAll, said, type Town, townOn, waterBurst } from './town.ts'

const WORLDS = {
  sqlite: async (t: Test): Promise<Town> => {
    const { store, close } = await openSqlite({ folder: t.testdir() })
    t.teardown(close)
    return townOn(store)
  },
  memory: async () => townOn(memoryStore())
}

const ZHAO = { id: 'zhao', name: '赵主任', role: 'head' }
const LI = { id: 'li', name: '李敏', role: 'editor' }

/** All of a burst is said, read and looked at a minute after its last word. */
async function burst(town: Town, session: Awaited<ReturnType<Town['analyst']>>, all: ReturnType<typeof waterBurst>) {
  town.setTime(all.at(-1)!.observation.publishedAt + MINUTE)
  await town.say(all)
  await readAll(town, session)
  await session.tick(town.ports.clock.now())
}

async function quietTown(t: Test, open: (t: Test) => Promise<Town>): Promise<Town> {
  const town = await open(t)
  await town.remember(fortnight())
  return town
}

const theOne = async (town: Town): Promise<Incident> => {
  const all = await town.incidents()
  if (all.length !== 1) throw new Error(`expected one incident; there are ${all.length}`)
  return all[0]!
}

for (const [name, open] of Object.entries(WORLDS)) {
  t.test(`an analyst over ${name}`, async t => {
    t.test('opens one incident for what many say at once, with its members, and writes one letter', async t => {
      const town = await quietTown(t, open)
      await burst(town, await town.analyst(), waterBurst(9))
      const incident = await theOne(town)
      t.match(incident, { state: 'open', owes: [], figures: { comments: 7, people: 7 } })
      const members = await membersOf(town.ports.records, incident.id, { atMost: 100 })
      t.equal(members.length, 7)
      t.match(members[0]!.value, { sentiment: 'negative', incident: incident.id })
      const letters = await town.letters()
      t.equal(letters.length, 1)
      t.match(letters[0], { about: 'incident', of: incident.id, urgent: false })
      t.match(incident.reports, [{ letter: letters[0]!.id, why: 'opened', recipients: 1 }])
    })

    t.test('writes again when it has grown a step, and no letter twice by looking twice', async t => {
      const town = await quietTown(t, open)
      const session = await town.analyst()
      await burst(town, session, waterBurst(32))
      const before = (await town.letters()).length
      await session.tick(town.ports.clock.now() + MINUTE)
      t.equal((await town.letters()).length, before)
      t.ok((await theOne(town)).reports.length >= 2)
    })

    t.test('tells whom a leader names of what they said shall be done, once, and asks for a receipt', async t => {
      const town = await quietTown(t, open)
      const session = await town.analyst()
      await burst(town, session, waterBurst(12))
      const { records } = town.ports
      const { id } = await theOne(town)
      await records.create(INCIDENT_TEXT, { id: 'w1', value: { incident: id, text: '今晚恢复供水。' } })
      const to = [{ kind: 'channel' as const, channel: 'wecom' }]
      const act = { type: 'instruct' as const, id: 'k1', actor: ZHAO, text: { id: 'w1', hash: 'h' }, to }
      await actOnIncident(incidentDesk(town.ports, await town.ports.rules()), id, act)
      for (let i = 0; i < 2; i++) await session.tick(town.ports.clock.now())
      const told = (await town.letters()).filter(({ title }) => title.startsWith('领导批示'))
      t.match(told, [{ receipt: true, lines: ['赵主任 批示：今晚恢复供水。'], path: `/?view=incidents&open=${id}` }])
      t.equal(told.length, 1)
      t.match((await theOne(town)).instructions, [{ letter: told[0]!.id }])
    })

    t.test('begins anew without a second incident or letter, and the incident goes on growing', async t => {
      const town = await quietTown(t, open)
      await burst(town, await town.analyst(), waterBurst(12))
      const before = await theOne(town)
      const letters = await town.letters()
      const next = await town.analyst()
      await next.tick(town.ports.clock.now())
      t.same((await theOne(town)).id, before.id)
      t.same(await town.letters(), letters)
      await burst(town, next, waterBurst(25, town.ports.clock.now(), 12))
      const after = await theOne(town)
      t.equal(after.id, before.id)
      t.ok(after.figures.comments >= 30, `${after.figures.comments}`)
    })

    t.test('tells of each that is old, also of one that became known while a digest was sent', async t => {
      const town = await quietTown(t, open)
      const session = await town.analyst()
      const old = waterBurst(12, NOON)
      const lamps = waterBurst(30, NOON).map(({ observation: { author, publishedAt } }, i) =>
        said({ text: `西门广场的路灯全部不亮，第${i}盏`, publishedAt, author: `${author.id}-l` })
      )
      const at = NOON + 6 * HOUR
      town.setTime(at)
      await town.say(old)
      await readAll(town, session)
      town.setTime(at + 20_000)
      await town.say(lamps)
      await readAll(town, session)
      for (const later of [61_000, 82_000]) {
        town.setTime(at + later)
        await session.tick(at + later)
      }
      const told = (await town.letters()).flatMap(({ lines }) => lines).join('\n')
      for (const { number } of await town.incidents()) t.match(told, number)
      t.equal((await town.incidents()).length, 2)
      t.equal((await town.letters()).length, 2)
    })

    t.test('names every member, however many come at once', async t => {
      const town = await quietTown(t, open)
      const session = await town.analyst()
      const many = waterBurst(450)
      await burst(town, session, many)
      const incident = await theOne(town)
      const members = await membersOf(town.ports.records, incident.id, { atMost: 1_000 })
      t.ok(incident.figures.comments > 300, `${incident.figures.comments}`)
      t.equal(members.length, incident.figures.comments)
    })

    t.test('tells what is old already in one digest', async t => {
      const town = await quietTown(t, open)
      const session = await town.analyst()
      const old = waterBurst(12, NOON)
      const lamps = old.map(({ observation: { author, publishedAt } }, i) =>
        said({ text: `西门广场的路灯全部不亮，第${i}盏`, publishedAt, author: `${author.id}-l`, account: 'lamps' })
      )
      town.setTime(NOON + 6 * HOUR)
      await town.say([...old, ...lamps])
      await readAll(town, session)
      await session.tick(town.ports.clock.now())
      t.same(await town.letters(), [], 'they are gathered first')
      town.setTime(NOON + 6 * HOUR + 2 * MINUTE)
      await session.tick(town.ports.clock.now())
      const letters = await town.letters()
      t.equal(letters.length, 1)
      t.match(letters[0], { of: 'digest', urgent: false })
      t.ok((await town.incidents()).every(({ owes }) => owes.length === 0))
      await session.tick(town.ports.clock.now() + 10 * MINUTE)
      t.equal((await town.letters()).length, 1)
    })

    t.test('counts once for a ticket, at its birth, how many others said the same', async t => {
      const town = await quietTown(t, open)
      const session = await town.analyst()
      const all = waterBurst(12)
      await town.open(all.slice(-1))
      await burst(town, session, all)
      const [last] = all.slice(-1)
      const id = ticketId(last!.observation)
      const ticket = (await town.desk.tickets.get(id))!.document
      t.match(ticket.similar, { count: 11, points: 6 })
      t.ok(ticket.risk.reasons.includes('similar'))
      t.equal(ticket.risk.score, 26)
      const more = waterBurst(30, town.ports.clock.now(), 12)
      await burst(town, session, more)
      t.match(
        (await town.desk.tickets.get(id))!.document.similar,
        { count: 11 },
        'the incident grows, the ticket stays'
      )
    })

    t.test('confirms a statement when the collector meets its post', async t => {
      const town = await quietTown(t, open)
      const session = await town.analyst()
      await burst(town, session, waterBurst(12))
      const { id } = await theOne(town)
      const ports = town.ports as unknown as IncidentPorts
      const desk = incidentDesk(ports, await town.ports.rules())
      const seen = async () => (await theOne(town)).lastTurn
      const text = { id: 't1', hash: 'h' }
      await actOnIncident(desk, id, {
        ...{ type: 'statement.draft', kind: 'clarification', title: '停水说明', text, actor: LI, id: 's1' }
      })
      await actOnIncident(desk, id, {
        ...{ type: 'statement.approve', statement: 's1', hash: 'h', actor: ZHAO, id: 'a1', seen: await seen() }
      })
      const published = { platform: 'weibo', account: 'city', link: 'https://www.weibo.com/1/NaBc?from=page' } as const
      await actOnIncident(desk, id, {
        ...{ type: 'statement.publish', statement: 's1', published, actor: LI, id: 'p1', seen: await seen() }
      })
      const now = town.ports.clock.now()
      town.setTime(now + 2 * MINUTE)
      await session.tick(now + 2 * MINUTE)
      t.equal((await theOne(town)).statements[0]!.state, 'published', 'nobody has seen it yet')
      const post = {
        id: 'weibo/city/x',
        platform: 'weibo',
        account: 'city',
        post: 'NaBc',
        foundAt: now,
        source: 'poll'
      }
      await town.ports.records.put('post', {
        id: 'weibo/city/x',
        value: { ...post, link: 'https://weibo.com/1/NaBc', publishedAt: now - 5, looks: [] }
      })
      await town.ports.records.refresh()
      town.setTime(now + HOUR)
      await session.tick(now + HOUR)
      t.match((await theOne(town)).statements[0], { state: 'confirmed', confirmed: { at: now - 5 } })
    })
  })
}

t.test('what happens to an incident travels with it, numbered without a gap', async t => {
  const town = await quietTown(t, WORLDS.memory)
  await burst(town, await town.analyst(), waterBurst(32))
  const { id, n } = await theOne(town)
  const ends = new AbortController()
  const told: number[] = []
  for await (const batch of town.ports.events.read({ group: 'test', atMost: 1000, signal: ends.signal })) {
    told.push(...batch.events.filter(({ ticket }) => ticket === incidentSubject(id)).map(({ n }) => n))
    await batch.commit()
    if ((await town.ports.events.lag('test')) === 0) ends.abort()
  }
  t.same(
    [...new Set(told)],
    Array.from({ length: n }, (_, i) => i + 1)
  )
})
