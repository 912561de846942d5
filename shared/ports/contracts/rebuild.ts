import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { Comments } from '../src/comments.ts'
import type { Checked, Copying, Rebuilder, RebuildPart, Swapped } from '../src/rebuild.ts'
import type { Tickets } from '../src/tickets.ts'
import { type ContractOptions, comment, NOON, type Opened, opener, puts, says, ticket } from './fixtures.ts'

/** What a rebuild is tried on. */
export interface Rebuilt {
  tickets: Tickets
  comments: Comments
  rebuilder: Rebuilder
}

/** Copies until a swap would take a moment. `cut`: the copying goes through JSON after each step, as in a record. */
export async function copied(rebuilder: Rebuilder, part: string, back = false): Promise<Copying> {
  let copying = await rebuilder.begin(part, back)
  for (let ready = false; !ready; ) {
    ;({ copying, ready } = await rebuilder.copy(JSON.parse(JSON.stringify(copying))))
  }
  return copying
}

export async function compared(rebuilder: Rebuilder, copying: Copying): Promise<Checked> {
  const steps = rebuilder.verify(copying)
  while (true) {
    const { done, value } = await steps.next()
    if (done) return value
  }
}

/** All of it, once. */
export async function rebuild(
  rebuilder: Rebuilder,
  part: string,
  back = false
): Promise<{ copying: Copying; checked: Checked; swapped?: Swapped | undefined }> {
  const copying = await copied(rebuilder, part, back)
  const checked = await compared(rebuilder, copying)
  return { copying, checked, swapped: await rebuilder.swap(copying) }
}

const COUNT = 40
const IDS = Array.from({ length: COUNT }, (_, n) => `t${n}`)

/** People who count in tickets, a stream that makes more of them, and somebody who asks for lists, until told to end. */
export function crowd(stores: readonly Pick<Rebuilt, 'tickets'>[], ids: readonly string[]) {
  const told = { acts: new Map<string, number>(), made: 0, lists: 0, short: 0, ended: false }
  const [first, second, third] = [0, 1, 2].map(n => stores[n % stores.length]!.tickets)

  async function act(tickets: Tickets) {
    while (!told.ended)
      for (const id of ids) {
        const { document, version } = (await tickets.get(id))!
        const result = await tickets.putIfUnchanged({ ...document, openedAt: document.openedAt + 1 }, version)
        if (result.outcome === 'put') told.acts.set(id, (told.acts.get(id) ?? 0) + 1)
        await sleep(1)
      }
  }
  async function stream(tickets: Tickets) {
    for (; !told.ended; await sleep(5)) {
      const fresh = Array.from({ length: 10 }, () => ticket({ id: `n${told.made++}`, openedAt: 0 }))
      for (const { outcome } of await tickets.putEach(puts(...fresh))) if (outcome !== 'put') throw new Error(outcome)
    }
  }
  async function ask(tickets: Tickets) {
    for (; !told.ended; await sleep(5)) {
      const { total } = await tickets.search({ sort: 'newest', atMost: 3 })
      told.lists += 1
      if (total < ids.length) told.short += 1
    }
  }
  const work = Promise.all([act(first!), act(second!), stream(third!), ask(first!)])
  return {
    told,
    async end() {
      told.ended = true
      await work
      return told
    }
  }
}

const partOf = async (rebuilder: Rebuilder, name: string): Promise<RebuildPart> =>
  (await rebuilder.parts()).find(({ part }) => part === name)!

/** Rebuilds under way while everybody works. */
export function rebuildContract(
  name: string,
  open: () => Promise<Opened<Rebuilt>>,
  { skip = false }: ContractOptions = {}
): void {
  t.test(`${name} rebuild`, { skip }, async t => {
    const on = opener(open)

    t.test('loses no act, fails no query and hides nobody, there and back', async t => {
      const { port, again } = await on(t)
      const others = again ? [await again(), await again()] : []
      const { tickets, rebuilder } = port
      await tickets.putEach(puts(...IDS.map(id => ticket({ id, openedAt: 0 }))))
      await tickets.refresh()
      const paused = (await (others[0] ?? port).tickets.get('t0'))!
      const people = crowd([port, ...others], IDS)
      const rounds: Awaited<ReturnType<typeof rebuild>>[] = []
      for (const back of [false, false, true]) {
        await sleep(200)
        rounds.push(await rebuild(rebuilder, 'tickets', back))
      }
      await sleep(200)
      const { acts, made, short } = await people.end()

      for (const { checked, swapped, copying } of rounds) {
        t.equal(checked.differs, undefined, `${copying.from} and ${copying.into} hold the same`)
        t.ok(swapped, 'the new one serves')
      }
      t.equal(short, 0, 'every list was whole')
      const late = await (others[0] ?? port).tickets.putIfUnchanged(paused.document, paused.version)
      t.equal(late.outcome, 'conflict', 'who read before the first and writes after the last meets a conflict')
      const found = await tickets.getMany(IDS)
      t.same(
        found.map(one => one!.document.openedAt),
        IDS.map(id => acts.get(id)),
        'every act that was answered stands, once'
      )
      await tickets.refresh()
      t.equal((await tickets.search({ sort: 'newest', atMost: 1 })).total, COUNT + made)
      t.equal((await partOf(rebuilder, 'tickets')).documents, COUNT + made)
    })

    t.test('is gone on with by whoever comes next, and what is found stays found', async t => {
      const { port, again } = await on(t)
      const { comments, rebuilder } = port
      const all = Array.from({ length: 120 }, (_, n) => comment({ id: `c${n}`, publishedAt: NOON + n }))
      await comments.putEach(puts(...all))
      const [{ part }] = (await rebuilder.parts()).filter(({ family }) => family === 'comments') as [RebuildPart]
      const begun = await rebuilder.begin(part, false)
      const next = (await again?.()) ?? port
      let copying: Copying = JSON.parse(JSON.stringify(begun))
      for (let ready = false; !ready; ) ({ copying, ready } = await next.rebuilder.copy(copying))
      t.equal(copying.into, begun.into)
      t.match(await compared(next.rebuilder, copying), { documents: 120, differs: undefined })
      t.ok(await next.rebuilder.swap(copying))
      t.same(await next.rebuilder.swap(copying), { waited: 0 }, 'a swap that nobody heard of is done once')
      await comments.refresh()
      const found = await comments.search({ sort: 'newest', atMost: 1, where: says('积水') })
      t.equal(found.total, 120)
      t.match(await partOf(rebuilder, part), { serving: begun.into, kept: begun.from, upToDate: true })
    })

    t.test('keeps the one before until it is dropped; then there is nothing to go back to', async t => {
      const { tickets, rebuilder } = (await on(t)).port
      await tickets.putIfUnchanged(ticket({ id: 'a' }))
      await t.rejects(rebuilder.begin('tickets', true), { code: 'REBUILD_FAILED' })
      const { copying } = await rebuild(rebuilder, 'tickets')
      await tickets.putIfUnchanged(ticket({ id: 'b' }))
      t.same(await rebuilder.drop('tickets'), [copying.from])
      t.same(await rebuilder.drop('tickets'), [])
      t.equal((await partOf(rebuilder, 'tickets')).kept, undefined)
      await t.rejects(rebuilder.begin('tickets', true), { code: 'REBUILD_FAILED' })
      await tickets.refresh()
      t.equal((await tickets.search({ sort: 'newest', atMost: 1 })).total, 2)
    })

    t.test('that is given up leaves no trace', async t => {
      const { tickets, rebuilder } = (await on(t)).port
      await tickets.putIfUnchanged(ticket({ id: 'a' }))
      await tickets.refresh()
      const before = await partOf(rebuilder, 'tickets')
      await rebuilder.abandon(await copied(rebuilder, 'tickets'))
      t.same(await partOf(rebuilder, 'tickets'), before)
      t.equal((await tickets.putIfUnchanged(ticket({ id: 'b' }))).outcome, 'put')
      t.ok((await rebuild(rebuilder, 'tickets')).swapped)
    })
  })
}
