import { commentId } from '@huiyin/domain/ids.ts'
import { askBackfill, backfillOf } from '@huiyin/ports/backfills.ts'
import { openItems } from '@huiyin/ports/items.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import fc from 'fast-check'
import { HOUR, MINUTE, openModel } from './house.ts'
import { FAULTS, type Fault, type Kind } from './platform.ts'
import type { Deed, ModelComment } from './world.ts'

const SECOND = 1_000

type Event =
  | { deed: Deed }
  | { crash: number }
  | { lease: true }
  | { clock: number }
  | { account: 'paused' | 'resumed' | 'edited' }
  | { away: boolean }
  | { backfill: true }
type Step = { event: Event; wait: number }

const n = fc.nat(30)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ what: 'post' as const }) },
  { weight: 8, arbitrary: fc.record({ what: fc.constant('write' as const), post: n, late: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('ours' as const), post: n, late: fc.constant(false) }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('answer' as const), comment: n }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constantFrom('edit' as const, 'delete', 'pin'), comment: n }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('like' as const), comment: n, likes: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('down' as const, 'up'), post: n }) }
)
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ deed }) },
  { weight: 2, arbitrary: fc.record({ crash: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ lease: fc.constant(true as const) }) },
  { weight: 1, arbitrary: fc.record({ clock: fc.integer({ min: -HOUR, max: HOUR }) }) },
  { weight: 1, arbitrary: fc.record({ account: fc.constantFrom('paused' as const, 'resumed', 'edited') }) },
  { weight: 1, arbitrary: fc.record({ away: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ backfill: fc.constant(true as const) }) }
)
const steps = fc.array(fc.record({ event, wait: fc.nat(6 * MINUTE) }), { minLength: 10, maxLength: 60, size: 'max' })

const WIDE: Quota[] = [{ scope: 'account', calls: 100_000, per: 'day' }]
const NARROW: Quota[] = [
  { scope: 'account', calls: 1, per: 'second' },
  { scope: 'account', calls: 30, per: 'minute' },
  { scope: 'account', calls: 20_000, per: 'day' }
]
export const history = fc.record({
  seed: fc.nat(),
  size: fc.integer({ min: 1, max: 6 }),
  lag: fc.constantFrom(0, MINUTE, 15 * MINUTE),
  delay: fc.constantFrom(0, 0, 5 * SECOND, 12 * MINUTE),
  faults: fc.constantFrom(0, 0.02, 0.2),
  narrow: fc.boolean(),
  steps
})
export type History = Omit<typeof history extends fc.Arbitrary<infer H> ? H : never, 'steps'> & {
  steps: readonly Step[]
}

/** xorshift: the same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let x = (seed ^ 0x9e3779b9) | 1
  return () => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (x >>> 0) / 2 ** 32
  }
}

/** Lives through the history in storm, then in calm; answers what is wrong at the end. */
export async function live(kind: Kind, { seed, size, lag, delay, faults, narrow, steps }: History, cursed?: Fault) {
  const random = randomOf(seed)
  let storm = true
  const quotas = narrow ? NARROW : WIDE
  const fault = (post: string | undefined): Fault | undefined => {
    if (cursed && post === 'p1') return cursed
    if (!storm || random() >= faults) return undefined
    return FAULTS[Math.floor(random() * FAULTS.length)]
  }
  const house = openModel({ kind, size, lag, quotas, random, fault })
  const { world } = house
  const processes = [house.start(), house.start()]
  house.hold(processes[0]!.me)
  let most = 0
  let backfill = false

  async function tick() {
    for (const [i, process] of processes.entries()) {
      house.newTick()
      await process.tick(house.clock.now())
      await process.idle()
      most = Math.max(most, house.newTick())
      if (!process.life.dead) continue
      processes[i] = house.start()
      house.hold(processes[Math.floor(random() * 2)]!.me)
    }
    await house.settle(storm ? delay : 0)
  }
  async function pass(ms: number, every: number) {
    for (const end = house.now() + ms; house.now() < end; ) {
      await tick()
      const next = Math.min(...processes.flatMap(({ standings }) => standings()).map(({ nextAt = 0 }) => nextAt))
      const wait = Math.max(SECOND, Math.min(every, next - house.clock.now()))
      house.pass(Math.max(1, Math.min(wait, end - house.now())))
    }
  }
  async function happen(event: Event) {
    if ('deed' in event) {
      world.act(event.deed)
      if (event.deed.what === 'post' && kind === 'pages') await house.hint(world.posts.at(-1)!.id)
    } else if ('crash' in event) processes[Math.floor(random() * 2)]!.life.left = event.crash
    else if ('lease' in event) house.hold(processes[Math.floor(random() * 2)]!.me)
    else if ('clock' in event) house.skew(event.clock)
    else if ('away' in event) house.setAway(event.away)
    else if ('account' in event) house.edit({ paused: event.account === 'paused', name: `office ${event.account}` })
    else {
      backfill = true
      const { account, records, clock } = house
      await askBackfill(records, account(), { from: house.now() - 24 * HOUR, history: false, now: clock.now() })
    }
  }

  for (let i = 0; i < 2; i++) await happen({ deed: { what: 'post' } })
  for (const { event, wait } of steps) {
    await happen(event)
    await pass(wait, 5 * SECOND + Math.floor(random() * 30 * SECOND))
  }
  storm = false
  house.skew(0)
  house.setAway(false)
  house.edit({ paused: false })
  for (const { life } of processes) life.left = Infinity
  await pass(4 * HOUR, 20 * SECOND)
  await pass(30 * HOUR, 5 * MINUTE)
  const settled = house.published().length
  const settledAt = house.clock.now()
  const calls = house.calls.length
  processes[0] = house.start() // a restart floods nobody
  house.hold(processes[0].me)
  await pass(4 * HOUR, MINUTE)

  const wrong: string[] = []
  if (house.published().length > settled) {
    const again = house.published().filter(one => one.observedAt > settledAt)
    wrong.push(`told again though nothing is new: ${JSON.stringify(again.slice(0, 3))}`)
  }
  const perHour = (house.calls.length - calls) / 4
  const pages = world.posts.reduce((sum, { id }) => sum + 1 + Math.ceil(world.shown(id).length / size), 0)
  if (perHour > 60 * (pages + 2)) wrong.push(`${perHour} calls an hour in the calm for ${pages} pages`)
  if (most >= 2_000) wrong.push(`${most} calls within one tick`)
  const stepped = steps.some(({ event }) => 'clock' in event) // a window that comes twice is counted anew
  if (!stepped) wrong.push(...overspent(house.calls, quotas))
  if (!stepped && faults === 0 && !cursed) wrong.push(...invented(house))
  wrong.push(...(await notHeld(house, kind, cursed)))
  wrong.push(...flood(house, processes.at(-1)!.me, steps))
  if (!cursed) {
    const open = (await openItems(house.records)).map(({ kind, about }) => `${kind} ${about}`)
    for (const item of open) if (!/^account\.(silent|short)/.test(item)) wrong.push(`open: ${item}`)
  }
  const job = backfill ? await backfillOf(house.records, house.account()) : undefined
  const readable = !cursed || (cursed !== 'stop' && world.posts.some(({ id, down }) => id !== 'p1' && !down))
  if (job && job.state !== 'done' && readable) wrong.push(`the back-fill is ${job.state} ${JSON.stringify(job)}`)
  return { wrong, house }
}

type House = ReturnType<typeof openModel>

/** Shown late, it stands in the inbox for minutes only, in which our store may be away; then its post alone has it. */
const isLate = ({ shownAt, publishedAt }: ModelComment) => shownAt > publishedAt

async function notHeld({ world, comments, account }: House, kind: Kind, cursed?: Fault): Promise<string[]> {
  const { platform, id } = account()
  const wrong: string[] = []
  for (const one of world.comments) {
    const { post, root, id: comment } = one
    if (world.posts.find(({ id }) => id === post)!.down) continue
    const isCursed = cursed !== undefined && post === 'p1'
    if (isCursed && (kind !== 'inbox' || isLate(one))) continue
    const [found] = await comments.getMany([
      { id: commentId({ platform, account: id, post, root, comment }), publishedAt: one.publishedAt }
    ])
    const held = found?.document
    if (world.isShown(one)) {
      if (!held) wrong.push(`${comment} is not held`)
      else if (held.state !== 'visible') wrong.push(`${comment} is held as ${held.state} though it is there`)
      else if (held.text !== one.text && !isCursed) wrong.push(`${comment}: ${held.text}, not ${one.text}`)
      else if (held.root !== root || held.parent !== one.parent) wrong.push(`${comment} hangs elsewhere`)
    } else if (held && held.state !== 'deleted' && !isCursed) {
      wrong.push(`${comment} is held as ${held.state} though it is gone`)
    }
  }
  return wrong
}

const LENGTH = { second: SECOND, minute: MINUTE, '5-minutes': 5 * MINUTE, hour: HOUR, day: 24 * HOUR }

/** Each process keeps to every quota; together they keep to the day's, but for what they had not told each other yet. */
function overspent(calls: House['calls'], quotas: readonly Quota[]): string[] {
  return quotas.flatMap(({ calls: most, per }) => {
    const spent = new Map<string, number>()
    for (const { at, by, what } of calls) {
      if (what === 'lookUp') continue // a pass asks for a few at once
      const window = `${per} ${Math.floor((at + 8 * HOUR) / LENGTH[per])} by ${by}`
      spent.set(window, (spent.get(window) ?? 0) + 1)
    }
    return [...spent].filter(([, count]) => count > most).map(([window, count]) => `${count} calls in ${window}`)
  })
}

/** Deletions told of what was still there, by a platform that made no mistakes. */
const invented = ({ world, published }: House): string[] =>
  published()
    .filter(({ comment, deleted, observedAt }) => {
      const { goneAt = Infinity } = world.comments.find(({ id }) => id === comment)!
      return deleted && goneAt > observedAt
    })
    .map(({ comment }) => `${comment} was told as deleted while it was there`)

/** Each comment is told at most once per life and term, and once per change. */
function flood(house: House, lives: number, steps: readonly Step[]): string[] {
  const told = Map.groupBy(house.published(), ({ comment }) => comment)
  const terms = lives + steps.filter(({ event }) => 'lease' in event).length
  return house.world.comments.flatMap(({ id, changes }) => {
    const times = told.get(id)?.length ?? 0
    const bound = (changes + 2) * 2 + terms * 2
    return times > bound ? [`${id} was told ${times} times, not ${bound}`] : []
  })
}
