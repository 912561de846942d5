import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { comment, NOON, puts, says, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { crowd } from '@huiyin/ports/contracts/rebuild.ts'
import t, { type Test } from 'tap'
import { rebuildCommand } from '../src/rebuild-command.ts'
import { BIN, runHuiyin } from './command.ts'
import { type Office, office } from './house.ts'
import { serve } from './server.ts'

const { signal: SIGNAL } = new AbortController()
const COUNT = 300

async function filled(t: Test, count = COUNT): Promise<Office> {
  const here = await office(t)
  process.env.HUIYIN_DATA = here.settings.data
  await here.look(async ({ store }) => {
    const comments = Array.from({ length: count }, (_, n) => comment({ id: `c${n}`, publishedAt: NOON + n }))
    await store.comments.putEach(puts(...comments))
    await store.tickets.putEach(puts(...Array.from({ length: 20 }, (_, n) => ticket({ id: `t${n}`, openedAt: 0 }))))
  })
  return here
}

const rebuild = (options: Parameters<typeof rebuildCommand>[0] = {}) => rebuildCommand(options, SIGNAL)

for (const place of ['alone', 'beside a running server']) {
  t.test(`a rebuild on the command line, ${place}`, async t => {
    const here = await filled(t)
    if (place !== 'alone') await serve(t, here)
    await t.rejects(rebuild({ rollback: true }), { code: 'REBUILD_FAILED', message: /Nothing is kept/ })
    await t.rejects(rebuild({ due: true }), { code: 'REBUILD_FAILED', message: /All is as this program makes it/ })
    t.match(await rebuild({ only: ['comments'] }), {
      ok: true,
      text: /^comments: 300 documents in .* comments@1 → comments@2/
    })
    t.match(await rebuild({ status: true }), {
      ok: true,
      text: /comments +300 +comments@2 +comments@1 since \d{4}-\d\d-\d\d +yes/
    })
    t.match(await rebuild({ rollback: true }), { ok: true, text: /comments@2 → comments@1; .*\n.*goes forth again/ })
    t.match(await rebuild(), { ok: true, text: /tickets: 20 documents[\s\S]*comments: 300 documents/ })
    t.match(await rebuild({ dropOld: true }), { ok: true, text: 'Removed: tickets@1, comments@1.\n' })
    t.match(await rebuild({ dropOld: true }), { ok: true, text: /^Nothing was kept/ })
    t.match(await rebuild({ stop: true }), { ok: true, text: 'None stands unfinished.\n' })
  })
}

t.test('a rebuild beside a house at work', async t => {
  const here = await filled(t)
  const house = await serve(t, here)
  const ids = Array.from({ length: 20 }, (_, n) => `t${n}`)
  const people = crowd([house.store], ids)
  const { code, stdout, stderr } = await runHuiyin(here.settings.data, 'rebuild')
  t.equal(code, 0, stderr)
  t.match(stdout, /tickets: [\d,]+ documents/)
  const { acts, made, short } = await people.end()
  t.equal(short, 0, 'every list was whole')
  const found = await house.store.tickets.getMany(ids)
  t.same(
    found.map(one => one!.document.openedAt),
    ids.map(id => acts.get(id)),
    'every act stands, once'
  )
  t.equal((await house.store.tickets.search({ sort: 'newest', atMost: 1 })).total, 20 + made)
  const told: string[] = []
  for await (const { events } of house.logs.events.read({ group: 'test', atMost: 100 })) {
    told.push(...events.filter(({ type }) => type === 'index.rebuilt').map(({ ticket }) => ticket))
    if (told.length >= 2) break
  }
  t.same(told, ['rebuild/tickets', 'rebuild/comments'])
})

t.test('a rebuild that is killed at any point is gone on with, and misses nothing', async t => {
  const here = await filled(t, 4_000)
  const { NODE_OPTIONS: _, ...rest } = process.env
  let [kills, ended] = [0, false]
  for (let lives = 700; !ended; lives *= 1.3) {
    const child = spawn(process.execPath, [BIN, 'rebuild'], { env: rest, stdio: 'ignore' })
    const exit = once(child, 'exit')
    ended = await Promise.race([exit.then(([code]) => code === 0), sleep(lives, false)])
    if (!ended) {
      child.kill('SIGKILL')
      await exit
      kills += 1
    }
  }
  t.ok(kills > 0, `it was killed ${kills} times`)
  await here.look(async ({ store }) => {
    const parts = await store.rebuilder.parts()
    t.same(
      parts.map(({ documents, kept }) => [documents, kept !== undefined]),
      [
        [20, true],
        [4_000, true]
      ]
    )
    const page = await store.comments.search({ sort: 'newest', atMost: 1, where: says('积水') })
    t.equal(page.total, 4_000)
  })
})

t.test('a rebuild that was stopped half way says so, and may be given up', async t => {
  const here = await filled(t, 6_000)
  const house = await serve(t, here)
  const stopping = new AbortController()
  const going = rebuildCommand({ only: ['comments'] }, stopping.signal)
  while ((await house.store.records.get('rebuild', 'house')) === undefined) await sleep(5)
  stopping.abort()
  await t.rejects(going)
  t.match((await rebuild({ status: true })).text, /stands unfinished: comments/)
  await t.rejects(rebuild({ rollback: true }), { code: 'REBUILD_RUNNING' })
  t.match(await rebuild({ stop: true }), { text: 'It was given up.\n' })
  t.match((await rebuild({ status: true })).text, /comments@1[\s\S]*It was given up/)
  t.match(await rebuild({ only: ['comments'] }), { ok: true })
})
