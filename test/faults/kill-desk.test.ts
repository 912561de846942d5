import { setTimeout as sleep } from 'node:timers/promises'
import { openWorld } from '@huiyin/adapters/open.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { engines } from '@huiyin/engines/engines.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t from 'tap'
import { generate } from '../bench/generate.ts'
import { spawnService } from '../bench/service.ts'
import { found, until } from '../bench/whole-way.ts'
import { aftermath } from './aftermath.ts'

// `npm run faults:suites` takes all of it.
const LONG = process.env.FAULTS === 'long'
const COMMENTS = LONG ? 20_000 : 1_000
const KILLS = LONG ? 6 : 2

t.setTimeout(LONG ? 900_000 : 300_000)

const { brokers, elasticsearch, missing, stop } = await engines()
if (stop) t.teardown(stop)

t.test(`a desk on Kafka and Elasticsearch that is killed ${KILLS} times`, { skip: missing ?? false }, async t => {
  const environment = {
    HUIYIN_LOG: `kafka://${brokers}`,
    HUIYIN_STORE: elasticsearch!,
    HUIYIN_PREFIX: `kill-desk-${process.pid}`,
    HUIYIN_LOG_LEVEL: 'error'
  }
  const world = await openWorld(await readSettings(environment), silent)
  t.teardown(() => world.close())
  const { store, logs } = world
  const all = [...generate(COMMENTS, { seed: 11, repeats: false, from: Date.now() - 3_600_000, step: 100 })]
  await logs.comments.append(all)

  const classifier = spawnService('classifier', environment)
  let desk = spawnService('desk', environment)
  t.teardown(() => Promise.all([classifier.stop(), desk.stop()]))
  const { signal } = new AbortController()
  const stored = async () => {
    await store.comments.refresh()
    return (await found(world)).comments
  }

  for (let killed = 0; killed < KILLS; killed++) {
    const before = await stored()
    const target = Math.min(COMMENTS - 1, before + Math.random() * ((COMMENTS - before) / 2))
    await until(async () => (await stored()) > target, signal)
    await sleep(Math.random() * 100)
    await desk.kill()
    t.comment(`killed at ${await stored()} comments`)
    desk = spawnService('desk', environment)
  }
  await until(async () => (await logs.comments.lag('classifier')) === 0, signal)
  await until(async () => (await logs.classified.lag('desk')) === 0, signal)
  const { comments, tickets, undisturbed, untold } = await aftermath(world)

  t.test('keeps every comment once', async t => {
    t.equal(comments.length, COMMENTS)
    t.equal(new Set(comments).size, COMMENTS)
  })
  t.test('opens the same tickets with the same clocks as one that nobody killed', async t => {
    t.ok(tickets.length > COMMENTS / 10)
    t.same(tickets, undisturbed)
  })
  t.test('tells every event of every ticket', async t => t.same(untold, []))
})
