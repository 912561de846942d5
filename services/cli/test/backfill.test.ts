import type { House, Start } from '@huiyin/adapters/house.ts'
import { start as collector } from '@huiyin/collector/main.ts'
import { backfillOf } from '@huiyin/ports/backfills.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Simulator } from '@huiyin/simulator/simulator.ts'
import { OFFICES, startSimulator } from '@huiyin/simulator/simulator.ts'
import t, { type Test } from 'tap'
import { backfillStartCommand, backfillStateCommand, backfillStatusCommand } from '../src/backfill-command.ts'
import type { BackfillSeen } from '../src/backfills/desk.ts'
import { barText } from '../src/backfills/text.ts'
import { runHuiyin } from './command.ts'
import { HOUR, type Office, office } from './house.ts'
import { serve } from './server.ts'

const [, WEIBO] = OFFICES
const KEY = { platform: 'weibo', id: WEIBO!.id } as const
const DAY = 24 * HOUR
const MONTH = { days: 30, history: false }
const { signal: SIGNAL } = new AbortController()

/** Does in this process what a command does, over the office's folder. */
function within<T>({ settings }: Office, work: () => Promise<T>): Promise<T> {
  process.env.HUIYIN_DATA = settings.data
  process.env.HUIYIN_ALLOW_PRIVATE = '127.0.0.1' // where the simulator is
  return work()
}

/** An office with one account on Weibo, which stands at a simulated platform. */
async function openOffice(t: Test) {
  const simulator = await startSimulator({ clock: { now: Date.now } })
  t.teardown(simulator.close)
  const here = await office(t)
  const account: Account = {
    ...KEY,
    name: WEIBO!.name,
    credentials: { accessToken: WEIBO!.secret },
    since: Date.now(),
    api: simulator.url,
    quotas: [{ scope: 'account', calls: 10_000, per: 'day' }] // of 100 a day intake needs all but in the evening
  }
  await here.look(async ({ accounts }) => {
    await accounts.refresh()
    await accounts.add(account, 'root')
  })
  return { here, simulator }
}

const refreshed = ({ rulebook, accounts }: House) => Promise.all([rulebook.refresh(), accounts.refresh()])

const collects: Start = async (house, signal) => {
  await refreshed(house)
  await collector(house, signal)
}

/** What citizens wrote a while ago, below whatever a cursor has passed over. */
function wroteLongAgo({ control }: Simulator, count: number) {
  const of = { platform: 'weibo', account: WEIBO!.id } as const
  const { id: post } = control.publishPost({ ...of, title: '通告', publishedAt: Date.now() - 12 * DAY })
  for (let i = 0; i < count; i++)
    control.postComment({ ...of, post, text: `旧的${i}`, publishedAt: Date.now() - 10 * DAY + i })
}

t.test('a back-fill on the command line', async t => {
  t.test('is shown until it is done, by the collector of the server that runs', async t => {
    const { here, simulator } = await openOffice(t)
    wroteLongAgo(simulator, 120)
    await serve(t, here, [collects])
    const lines: string[] = []
    const shown = { say: (job: BackfillSeen) => void lines.push(barText(job)), end: () => void lines.push('ended') }
    const { text, left } = await within(here, () => backfillStartCommand(KEY, MONTH, { signal: SIGNAL, shown }))
    t.notOk(left)
    t.equal(lines.pop(), 'ended')
    t.match(text, /^weibo 1900000001: read again, 1 posts: \d+ comments on \d+ pages, \d+ of them new here\.\n$/)
    t.match(lines.at(-1), /█{30} 100 % {2}1 of 1 posts, \d+ pages, \d{3} comments/)
    const { text: table } = await within(here, () => backfillStatusCommand(undefined, { signal: SIGNAL, watch: false }))
    t.match(table, /^weibo +1900000001 +done +\d{4}-.* +1 of 1 /m)
  })

  t.test('goes on without whoever stops looking, and is paused and taken up again', async t => {
    const { here } = await openOffice(t)
    const house = await serve(t, here)
    await refreshed(house)
    const away = new AbortController()
    const shown = { say: () => away.abort(), end: () => {} }
    const told = await within(here, () => backfillStartCommand(KEY, MONTH, { signal: away.signal, shown }))
    t.match(told, { left: true, text: /under way.*\nIt goes on without you: huiyin backfill status weibo 1900000001/ })
    const job = () => backfillOf(house.store.records, { platform: 'weibo', id: WEIBO!.id })
    t.match(await job(), { state: 'running', by: { role: 'administrator' } })
    t.match(await within(here, () => backfillStateCommand(KEY, 'paused')), { text: /: paused, not yet posts/ })
    t.match(await job(), { state: 'paused' })
    const again = new AbortController()
    const looking = { signal: again.signal, watch: true, shown: { say: () => again.abort(), end: () => {} } }
    t.match(await within(here, () => backfillStatusCommand(KEY, looking)), {
      left: true,
      text: /It stays paused until huiyin backfill resume/
    })
    t.match(await within(here, () => backfillStateCommand(KEY, 'running')), { text: /under way/ })
    t.match(await job(), { state: 'running' })
  })

  t.test('is only asked for where nobody runs', async t => {
    const { here } = await openOffice(t)
    const run = (...args: string[]) => runHuiyin(here.settings.data, 'backfill', ...args)
    t.match(await run('status'), { code: 0, stdout: /There was no back-fill yet/ })
    t.match(await run('pause', 'weibo', WEIBO!.id), {
      code: 1,
      stderr: /No back-fill of weibo 1900000001 is under way/
    })
    t.match(await run('start', 'weibo', WEIBO!.id, '--days', '7', '--history'), {
      code: 0,
      stderr: '',
      stdout: /It is asked for; it begins as soon as Huiyin is started/
    })
    t.match(await run('status', 'weibo', WEIBO!.id, '--watch'), {
      code: 0,
      stdout: /Huiyin does not run, so it rests.*running \(history\)/s
    })
    const job = await here.look(({ store }) => backfillOf(store.records, { platform: 'weibo', id: WEIBO!.id }))
    t.equal(job!.askedAt - job!.from, 7 * DAY)
  })

  t.test('of an account that is not there, or of no span of days, is refused in words', async t => {
    const { here } = await openOffice(t)
    const run = (...args: string[]) => runHuiyin(here.settings.data, 'backfill', ...args)
    t.match(await run('start', 'weibo', '3'), { code: 1, stderr: /There is no account "3" on weibo/ })
    t.match(await run('start', 'weibo', WEIBO!.id, '--days', '32'), { code: 1, stderr: /Expected 1 to 31 days/ })
    t.match(await run('status', '--watch'), { code: 1, stderr: /expected a platform and an id/ })
  })
})
