import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { openLeases } from '@huiyin/ports/lease.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t from 'tap'
import { keepGoing } from '../src/keep-going.ts'
import { ANALYSING, run } from '../src/run.ts'
import type { Session } from '../src/session.ts'
import { fortnight, MINUTE, townOn, waterBurst } from './town.ts'

const until = async (good: () => Promise<boolean> | boolean) => {
  while (!(await good())) await new Promise(resolve => setTimeout(resolve, 10))
}

t.test('of two analysts the one that holds the lease works; the next goes on without a second incident', async t => {
  const store = memoryStore()
  const town = townOn(store)
  await town.remember(fortnight())
  const all = waterBurst(24)
  town.setTime(all.at(-1)!.observation.publishedAt + MINUTE)
  let worked: string[] = []
  const analyst = (holder: string) => {
    const ends = new AbortController()
    const monotonic = () => performance.now()
    const leases = openLeases(store.records, { holder, group: 'analyst', monotonic, clock: { now: Date.now } })
    leases.take([ANALYSING])
    const beating = setInterval(() => void leases.round(), 200)
    const during = async (session: Session, signal: AbortSignal) => {
      worked.push(holder)
      await Promise.all([session.watch(signal), session.hear(signal), session.tick(town.ports.clock.now())])
    }
    const running = run(town.ports, { leases, during }, ends.signal)
    const stop = async () => {
      ends.abort()
      clearInterval(beating)
      await running
      await leases.release()
    }
    return { leases, stop }
  }
  const one = analyst('one')
  await one.leases.round()
  await until(() => worked.length > 0)
  const two = analyst('two')
  t.teardown(two.stop)
  await town.say(all.slice(0, 12))
  await until(async () => (await town.incidents()).length === 1)
  t.same(worked, ['one'])
  const [before] = await town.incidents()
  await one.stop()
  worked = []
  await until(() => worked.length > 0)
  t.same(worked, ['two'])
  await town.say(all.slice(12))
  await until(async () => (await town.incidents()).some(({ figures }) => figures.comments > before!.figures.comments))
  t.same(
    (await town.incidents()).map(({ id }) => id),
    [before!.id]
  )
})

t.test('what goes wrong ends nobody else: the work is begun anew', async t => {
  const ends = new AbortController()
  let begun = 0
  const work = async () => {
    begun += 1
    if (begun === 1) throw new Error('broken')
    ends.abort()
  }
  await keepGoing(work, { name: 'test', clock: { now: Date.now }, logger: silent }, ends.signal)
  t.equal(begun, 2)
})
