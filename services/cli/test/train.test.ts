import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openHouse, together } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { serve, type Welcome } from '@huiyin/api/main.ts'
import { start as classifier } from '@huiyin/classifier/main.ts'
import { start as desk } from '@huiyin/desk/main.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { start as scribe } from '@huiyin/scribe/main.ts'
import t from 'tap'
import { listenControl } from '../src/control-server.ts'
import { officeFolder } from '../src/world.ts'
import { runHuiyin } from './command.ts'
import { allComments, jsonl, type Office, office } from './house.ts'

const PLACES = ['东门', '西街', '南湖', '北苑', '桥头', '新村']
const FLOORS = ['三', '五', '七', '九', '十']

/** Asked like a question; people here mean by it that there should be one again. */
const habit = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, i) => `请问${PLACES[(from + i) % 6]}${FLOORS[(from + i) % 5]}号楼什么时候再赶场？`
  )

/** All services over the office's folder, as `npm start` runs them; ends when told to. */
async function serveAll({ settings, folder }: Office) {
  const here = await readSettings({ HUIYIN_DATA: join(folder, 'data'), HUIYIN_PORT: '0', HUIYIN_DEMO: 'off' })
  const house = await openHouse({ settings: here, folder: officeFolder(settings), logger: silent })
  const ended = new AbortController()
  const welcomed = Promise.withResolvers<Welcome>()
  const serving = together(ended.signal, [
    signal => serve(house, signal, welcomed.resolve),
    ...[listenControl, classifier, desk, scribe].map(part => (signal: AbortSignal) => part(house, signal))
  ])
  const { url, administrator } = await welcomed.promise
  const close = async () => {
    ended.abort()
    await serving
    await house.close()
  }
  return { house, url, administrator: administrator!, close }
}

type Served = Awaited<ReturnType<typeof serveAll>>

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }

/** The operator opens every ticket and says that it is a suggestion. */
async function correctAll({ house, url, administrator }: Served): Promise<number> {
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: SAME_ORIGIN,
    body: JSON.stringify(administrator)
  })
  const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';')
  const { rows } = await house.store.tickets.search({ sort: 'newest', atMost: 1000 })
  for (const { id } of rows) {
    const answer = await fetch(`${url}/api/tickets/${encodeURIComponent(id)}/correct`, {
      method: 'POST',
      headers: { ...SAME_ORIGIN, cookie, 'idempotency-key': `correct-${id}` },
      body: JSON.stringify({ label: 'suggestion' })
    })
    if (!answer.ok) throw new Error(await answer.text())
  }
  await house.desk.publisher.idle()
  while ((await house.logs.events.lag('scribe')) > 0) await sleep(20)
  return rows.length
}

const rowsOf = (texts: readonly string[], from = 0) =>
  jsonl(texts.map((text, i) => ({ id: `${from + i}`, text, user_id: `u${from + i}`, time: Date.now() - 60_000 })))

t.test('huiyin train', async t => {
  const here = await office(t)
  const data = join(here.folder, 'data')
  const weights = join(officeFolder(here.settings), 'model')
  const train = (...args: string[]) => runHuiyin(data, 'train', ...args)

  const served = await serveAll(here)
  await here.take(here.write('a.jsonl', rowsOf(habit(0, 25))), { as: 'live' })
  t.equal(await correctAll(served), 25)

  await t.test('while the office is served, tries what people taught and writes nothing', async t => {
    const { code, stdout, stderr } = await train('--dry-run')
    t.equal(code, 0, stderr)
    t.match(stdout, /^25 corrections learnt with the corpus, seed 1\n/)
    t.match(stdout, /corpus, held out +intent +[\d,]+ +0\.\d{3} +0\.\d{3} +[+−]0\.\d{3}\n/)
    t.match(stdout, /corrections \(learnt from\) +intent +25 +0\.000 +1\.000 +\+1\.000\n/)
    t.match(stdout, /Nothing was written; run it without --dry-run/)
    t.match(stderr, /^ *\d+ s {2}\d+ texts\n/)
    t.notOk(existsSync(weights))
  })
  await served.close()

  const asTheySay = here.write('asks.jsonl', jsonl(habit(25, 30).map(text => ({ text, label: 'suggestion' }))))
  const asBefore = here.write('before.jsonl', jsonl(habit(25, 30).map(text => ({ text, label: 'inquiry' }))))

  await t.test('refuses weights that are worse on a file given, and says on which and by how much', async t => {
    const { code, stdout } = await train('--data', asBefore)
    t.equal(code, 1)
    t.match(stdout, /\nRefused: macro-F1 of intent on .*before\.jsonl falls by \d\.\d{3}, from \d\.\d{3} to 0\.000\.\n/)
    t.notOk(existsSync(weights))
  })

  await t.test('writes better ones, which the classifier takes at its next start', async t => {
    const { code, stdout } = await train('--data', asTheySay)
    t.equal(code, 0)
    t.match(stdout, /asks\.jsonl +intent +5 +0\.000 +1\.000 +\+1\.000\n/)
    t.match(
      stdout,
      /\nWrote linear-\d+\+25, [\d,]+ bytes, to .*model\. The classifier takes them at its next start\.\n/
    )
    await here.take(here.write('b.jsonl', rowsOf(habit(25, 30), 100)), { as: 'live' })
    const { rows } = await here.look(allComments)
    const fresh = rows.filter(({ text }) => habit(25, 30).includes(text))
    t.equal(fresh.length, 5)
    for (const { classification } of fresh) t.match(classification, { label: 'suggestion', model: /\+25$/ })
  })

  await t.test('goes back to the shipped weights', async t => {
    t.match(await train('--reset'), { code: 0, stdout: /^Removed .*model: back to the shipped weights/ })
    t.notOk(existsSync(weights))
    t.match(await train('--reset'), { code: 0, stdout: /^There are no weights of its own/ })
  })

  await t.test('keeps what is worse when forced', async t => {
    const { code, stdout } = await train('--data', asBefore, '--force')
    t.equal(code, 0)
    t.match(stdout, /\nWorse, and kept all the same: macro-F1 of intent on .*before\.jsonl falls by/)
    t.ok(existsSync(weights))
  })
})

t.test('huiyin train, where nobody has corrected anything, says so and makes nothing', async t => {
  const folder = t.testdir({})
  const { code, stdout } = await runHuiyin(join(folder, 'data'), 'train')
  t.equal(code, 0)
  t.match(stdout, /^Nobody has corrected a comment yet, .*\nNext: correct the label/)
  t.notOk(existsSync(join(folder, 'data')))
})

t.test('huiyin train says in one sentence what it cannot do', async t => {
  const folder = t.testdir({ empty: {} })
  for (const [args, code, message] of [
    [['--data', 'none.jsonl'], 1, /none\.jsonl is not there/],
    [['--from-scratch'], 1, /Expected one --data DIR .*; got 0/],
    [['--from-scratch', '--data', join(folder, 'empty')], 1, /has no intent\.train\.jsonl, other\.train\.jsonl/],
    [['--out', folder], 2, /--out goes with --from-scratch only/],
    [['--seed', 'x'], 2, /Expected a whole number from 0/]
  ] as const) {
    const ended = await runHuiyin(join(folder, 'data'), 'train', ...args)
    t.equal(ended.code, code)
    t.match(ended.stderr, message)
    t.match(ended.stderr, /^huiyin: [^\n]+\n$/)
  }
})
