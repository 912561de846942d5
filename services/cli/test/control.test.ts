import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { House } from '@huiyin/adapters/house.ts'
import { start as classifier } from '@huiyin/classifier/main.ts'
import { start as desk } from '@huiyin/desk/main.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { park } from '@huiyin/ports/parking.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import t from 'tap'
import { connectControl } from '../src/control/client.ts'
import { controlPath } from '../src/control/path.ts'
import { IN_FLIGHT } from '../src/import/door.ts'
import { inWorld, officeFolder } from '../src/world.ts'
import { allComments, jsonl, office } from './house.ts'
import { serve } from './server.ts'

t.test('calendars beside a server', async t => {
  t.test('are read and made by the process that owns the folder', async t => {
    const here = await office(t)
    await serve(t, here)
    const folder = officeFolder(here.settings)
    const signal = AbortSignal.timeout(20_000)
    const options = { settings: here.settings, folder, logger: silent, signal, services: false }
    await inWorld(options, async ({ place, calendars }) => {
      t.equal(place, 'server')
      const shipped = await calendars.newest('office')
      const version = await calendars.nextVersion('office')
      await calendars.add({ ...shipped, version })
      t.same([version, (await calendars.newest('office')).version], ['1', '1'])
    })
    await t.rejects(
      inWorld(options, async ({ calendars }) =>
        calendars.add({ ...(await calendars.newest('office')), name: '另一个' })
      ),
      { code: 'VERSION_EXISTS' }
    )
  })
})

t.test('rules beside a server are those of the process that owns the folder', async t => {
  const here = await office(t)
  const house = await serve(t, here)
  await house.rulebook.savePolicy({ ...DEFAULT_POLICY, version: 'p-1', effectiveFrom: house.clock.now() })
  const signal = AbortSignal.timeout(20_000)
  const options = {
    settings: here.settings,
    folder: officeFolder(here.settings),
    logger: silent,
    signal,
    services: false
  }
  await inWorld(options, async ({ place, rules }) => t.same([place, (await rules()).policy.version], ['server', 'p-1']))
})

t.test('while a server owns the folder', async t => {
  t.test('an import is handed to it', async t => {
    const here = await office(t)
    const house = await serve(t, here, [classifier, desk])
    const rows = Array.from({ length: 1200 }, (_, i) => ({
      id: `${i}`,
      text: `第${i}条：路灯坏了`,
      date: '2026-01-05'
    }))
    const { tally, place } = await here.take(here.write('a.jsonl', jsonl(rows)))
    t.equal(place, 'server')
    t.equal(tally.taken, 1200)
    t.equal((await allComments(house)).total, 1200)
  })

  t.test('its socket is for its own user only', { skip: process.platform === 'win32' }, async t => {
    const here = await office(t)
    await serve(t, here)
    t.equal(statSync(controlPath(officeFolder(here.settings))).mode & 0o777, 0o600)
  })

  t.test('no more comments are on their way than a bulk source may have', async t => {
    const here = await office(t)
    const house = await serve(t, here) // nobody classifies: what goes in stays on its way
    const rows = Array.from({ length: 2 * IN_FLIGHT }, (_, i) => ({ id: `${i}`, text: '好', date: '2026-01-05' }))
    const importing = here.take(here.write('a.jsonl', jsonl(rows))).catch(() => {})
    const onTheirWay = () => house.logs.comments.lag('classifier')
    while ((await onTheirWay()) < IN_FLIGHT - 500) await sleep(20)
    await sleep(300) // time to break the rule
    t.ok((await onTheirWay()) <= IN_FLIGHT)
    const ended = new AbortController()
    const classifying = Promise.all([classifier(house, ended.signal), desk(house, ended.signal)])
    await importing
    t.equal((await house.store.comments.search({ sort: 'oldest', atMost: 1 })).total, 2 * IN_FLIGHT)
    ended.abort()
    await classifying
  })

  t.test('parked messages are listed, shown and replayed through it', async t => {
    const here = await office(t)
    const house = await serve(t, here)
    const id = await park(house.store.records, { topic: 'comments', raw: '{"half":', reason: 'not JSON', at: 1 })
    const signal = AbortSignal.timeout(10_000)
    const options = { settings: here.settings, folder: house.folder, logger: silent, signal, services: false }
    const parked = <T>(work: Parameters<typeof inWorld<T>>[1]) => inWorld(options, work)
    t.match(await parked(({ parked }) => parked.list({ atMost: 10 })), [{ id, value: { reason: 'not JSON' } }])
    t.match(await parked(({ parked }) => parked.show(id)), { id, value: { raw: '{"half":' } })
    await t.rejects(
      parked(({ parked }) => parked.replay(id)),
      { code: 'INVALID_REQUEST', message: /cannot be replayed as it stands/ }
    )
    await t.rejects(
      parked(({ parked }) => parked.show('none')),
      { code: 'PARKED_NOT_FOUND' }
    )
  })

  t.test('what people have corrected is read through it, more than one message can hold', async t => {
    const here = await office(t)
    const house = await serve(t, here)
    const said = Array.from({ length: 450 }, (_, i) =>
      comment({ comment: `c${i}`, root: `c${i}`, text: `${i}${'长'.repeat(3_000)}` })
    )
    await house.store.comments.putEach(said.map(document => ({ document })))
    for (const { id, publishedAt } of said) {
      const value = { comment: id, publishedAt, ticket: 't', by: 'li', at: 1, label: 'inquiry' }
      await house.store.records.create('corrections', { id, value })
    }
    const signal = AbortSignal.timeout(10_000)
    const options = { settings: here.settings, folder: house.folder, logger: silent, signal, services: false }
    const read = await inWorld(options, ({ corrections }) => Array.fromAsync(corrections()))
    t.same(new Set(read.map(({ text }) => text)), new Set(said.map(({ text }) => text)))
    t.equal(read.length, 450)
  })

  t.test('a message that it cannot understand is refused', async t => {
    const here = await office(t)
    await serve(t, here)
    const control = await connectControl(officeFolder(here.settings))
    t.teardown(() => control!.close())
    await control!.door.put([{ id: 'no comment' } as never])
    await t.rejects(control!.door.drain(), { code: 'INVALID_REQUEST' })
  })
})

t.test('while no server runs there is nobody to speak to', async t => {
  const here = await office(t)
  t.equal(await connectControl(officeFolder(here.settings)), undefined)
})

t.test('a parked message that was mended in the meantime goes on its topic again', async t => {
  const here = await office(t)
  await here.take(here.write('a.csv', 'id,text,date\n1,好,2026-01-05\n'))
  await here.look(async ({ store, logs, clock }) => {
    const { parkedDesk } = await import('../src/parked.ts')
    const { rows } = await allComments({ store } as House)
    const { firstText, firstObservedAt, classification, state, ...observation } = rows[0]!
    const raw = JSON.stringify(observation)
    const id = await park(store.records, { topic: 'comments', raw, reason: 'from another version', at: 1 })
    const before = await logs.comments.lag('classifier')
    const { value } = await parkedDesk({ records: store.records, logs, clock }).replay(id)
    t.type(value.replayedAt, 'number')
    t.equal(await logs.comments.lag('classifier'), before + 1)
  })
})
