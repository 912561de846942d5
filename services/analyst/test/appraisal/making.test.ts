import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import type { Store } from '@huiyin/adapters/open.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { confirmAppraisal } from '@huiyin/ports/appraisal/confirming.ts'
import { APPRAISAL_JOB, type AppraisalJob, askForAppraisals, openAppraisalJobs } from '@huiyin/ports/appraisal/jobs.ts'
import { type Making, type MakingPorts, makeAppraisals } from '@huiyin/ports/appraisal/making.ts'
import { ratePost } from '@huiyin/ports/appraisal/rating.ts'
import { sheetOfSubject, sheetsOf } from '@huiyin/ports/appraisal/records.ts'
import { actOnEntry } from '@huiyin/ports/register/entries.ts'
import type { Appraisal, AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import type { IndicatorName } from '@huiyin/schemas/appraisal-rules.ts'
import t, { type Test } from 'tap'
import { ACCOUNTS, DAY, LI, live, making, NEW_YEAR, planYear, postsOfYear, QIAN, ticketOf, ZHAO } from './year.ts'

const WORLDS: Record<string, (t: Test) => Promise<Store>> = {
  memory: async () => memoryStore({ searchLags: true }),
  sqlite: async t => {
    const { store, close } = await openSqlite({ folder: t.testdir({}), ...segmenter() })
    t.teardown(close)
    return store
  }
}

const YEAR_END = NEW_YEAR + 365 * DAY
const ASKED: Making = { year: 2026, kinds: ['account', 'department', 'person'], by: ZHAO }
const [WEIBO, WECHAT] = ['weibo/1001', 'wechat/gh_2'] as const

async function made(ports: MakingPorts, asked: Making): Promise<Appraisal[]> {
  const work = makeAppraisals(ports, asked)
  while (true) {
    const { done, value } = await work.next()
    if (done) return value
  }
}

const line = (sheet: AppraisalSheet, name: IndicatorName) => sheet.lines.find(({ indicator }) => indicator === name)!
const ratio = (sheet: AppraisalSheet, name: IndicatorName) => {
  const { numerator, denominator } = line(sheet, name).raw
  return [numerator, denominator]
}

for (const [world, open] of Object.entries(WORLDS)) {
  t.test(`the yearly appraisal of a simulated year, in ${world}`, async t => {
    const store = await open(t)
    const plan = planYear(400)
    const tickets = plan.map(ticketOf)
    const posts = postsOfYear()
    await live(store, tickets, posts)
    const now = { at: YEAR_END + 15 * DAY }
    const { ports, told } = making(store, now)
    const sheetFor = (kind: 'account' | 'department' | 'person', subject: string, revision = 1, id = `2026-${kind}`) =>
      sheetOfSubject(store.records, { id, kind }, subject, revision)

    await t.test('counts every promise that the plan of the year holds', async t => {
      await made(ports, ASKED)
      for (const account of ACCOUNTS) {
        const own = plan.filter(one => one.account === account)
        const answered = own.filter(one => one.answeredAfter !== undefined)
        const onTime = answered.filter(one => one.answeredAfter! <= 24)
        const sheet = await sheetFor('account', `${account.platform}/${account.id}`)
        t.same(ratio(sheet, 'replied'), [answered.length, own.length])
        t.same(ratio(sheet, 'onTime'), [onTime.length, own.length])
        t.equal(line(sheet, 'replied').behind.total, own.length - answered.length)
        t.equal(line(sheet, 'onTime').behind.total, own.length - onTime.length)
      }
    })

    await t.test('counts what departments owed by the clocks of the tickets', async t => {
      for (const department of ['水务局', '住建局']) {
        const owed = tickets.flatMap(({ clocks, dispatches }) =>
          clocks.filter(
            ({ kind, stage, dueAt, dispatch, stoppedAt }) =>
              kind === 'leg' &&
              (stage === 'handle' || stoppedAt === undefined) &&
              dueAt >= NEW_YEAR &&
              dueAt < YEAR_END &&
              dispatches.find(({ id }) => id === dispatch)!.department === department
          )
        )
        const given = owed.filter(({ stoppedAt }) => stoppedAt !== undefined)
        t.ok(owed.length > 20 && given.length < owed.length, `${owed.length} owed, ${given.length} given`)
        const sheet = await sheetFor('department', department)
        t.same(ratio(sheet, 'replied'), [given.length, owed.length])
        t.same(ratio(sheet, 'onTime'), [given.filter(clock => clock.stoppedAt! <= clock.dueAt).length, owed.length])
      }
    })

    await t.test('counts posts, weeks and what platforms tell of them', async t => {
      const [weibo, wechat] = [await sheetFor('account', WEIBO), await sheetFor('account', WECHAT)]
      t.same(ratio(weibo, 'publications'), [120, 365])
      t.same(ratio(wechat, 'publications'), [51, 365])
      t.same(ratio(wechat, 'rhythm'), [51, 52])
      t.same(ratio(weibo, 'likes'), [(119 * 120) / 2, 120])
      t.match(line(wechat, 'likes').raw, { why: 'not-told', denominator: 0 }, 'what is not told is no 0')
      t.equal(line(wechat, 'likes').points, undefined)
      const silent = wechat.lines
        .filter(({ points }) => points === undefined)
        .reduce((sum, { weight }) => sum + weight, 0)
      t.equal(wechat.weight, 100 - silent, 'and its weight takes no part')
      t.match(line(weibo, 'publications').behind.query, /platform=weibo&account=1001/)
    })

    await t.test('gives a person what they had in hand, and the accounts that they answer for', async t => {
      const sheet = await sheetFor('person', LI.id)
      const own = plan.filter(one => one.assigned)
      t.equal(ratio(sheet, 'onTime')[1], own.length)
      t.same(ratio(sheet, 'publications'), [120, 365])
      t.match(line(await sheetFor('person', 'sun'), 'publications').raw, { why: 'nothing' })
    })

    await t.test('ranks those of a kind and compares nobody with another kind', async t => {
      const sheets = await Array.fromAsync(sheetsOf(store.records, '2026-account', 1))
      t.same(sheets.map(({ rank }) => rank!.place).toSorted(), [1, 2])
      t.ok(sheets.every(({ rank }) => rank!.of === 2))
    })

    await t.test('of quarters counts each promise in one of them, and shows the quarter before', async t => {
      for (const quarter of [1, 2, 3, 4]) await made(ports, { ...ASKED, quarter, kinds: ['account'] })
      const quarters: AppraisalSheet[] = []
      for (const quarter of [1, 2, 3, 4]) quarters.push(await sheetFor('account', WEIBO, 1, `2026-q${quarter}-account`))
      const year = await sheetFor('account', WEIBO)
      const sum = (name: IndicatorName) => quarters.reduce((all, sheet) => all + ratio(sheet, name)[1]!, 0)
      t.equal(sum('onTime'), ratio(year, 'onTime')[1])
      t.equal(
        quarters.reduce((all, sheet) => all + sheet.postsTotal, 0),
        year.postsTotal
      )
      t.match(quarters[1]!.before, { appraisal: '2026-q1-account', result: quarters[0]!.result })
      t.same(line(quarters[1]!, 'onTime').before!.points, line(quarters[0]!, 'onTime').points)
    })

    await t.test('made again is a revision that says why and what is other; the first stays as it was', async t => {
      const first = await sheetFor('account', WEIBO)
      const before = line(first, 'quality')
      t.match(before.raw, { why: 'nothing' })
      const register = { ...ports }
      await actOnEntry(register, 'v1', {
        ...{ type: 'enter', actor: QIAN, key: 'k1', kind: 'violation', at: NEW_YEAR + DAY, title: '错别字', text: '…' },
        ...{ subject: { kind: 'account', id: WEIBO, name: '云溪发布' }, evidence: [] }
      })
      await actOnEntry(register, 'v1', { type: 'rule', actor: ZHAO, key: 'k2', why: '属实', after: [] })
      for (const post of posts.slice(0, 3))
        await ratePost(ports, {
          ...{ post, account: ACCOUNTS[0]!, by: ZHAO },
          scores: { accuracy: 5, usefulness: 4, interest: 4, originality: 4 }
        })
      await t.rejects(made(ports, { ...ASKED, kinds: ['account'] }), { code: 'INVALID_REQUEST', message: /why/ })
      const [appraisal] = await made(ports, { ...ASKED, kinds: ['account'], why: '补登违规' })
      t.match(appraisal, {
        revision: 2,
        state: 'made',
        revisions: [{ n: 1 }, { n: 2, why: '补登违规', changed: 1, changes: [{ indicators: ['quality', 'register'] }] }]
      })
      const second = await sheetFor('account', WEIBO, 2)
      t.same(ratio(second, 'quality'), [12.75, 3])
      t.equal(line(second, 'quality').raw.value, 4.25)
      t.match(second, { deduction: { sum: 1, counts: 1 }, adjustments: [{ entry: 'v1', points: 1 }] })
      t.same(await sheetFor('account', WEIBO), first)
      t.match(
        told.findLast(({ type }) => type === 'appraisal.made'),
        { data: { revision: 2, changed: 1 } }
      )
    })

    await t.test('is confirmed by another head, the revision that they saw', async t => {
      const confirmed = (by: typeof ZHAO, revision: number) =>
        confirmAppraisal(ports, { id: '2026-account', revision, by })
      await t.rejects(confirmed(QIAN, 1), { code: 'SOMEBODY_WAS_FASTER' })
      await t.rejects(confirmed(ZHAO, 2), { code: 'SECOND_PERSON_NEEDED' })
      const appraisal = await confirmed(QIAN, 2)
      t.match(appraisal, { state: 'confirmed', revisions: [{}, { confirmed: { by: { id: 'qian' } } }] })
      t.ok(appraisal.objectUntil! > now.at + 5 * DAY)
      t.same(await confirmed(QIAN, 2), appraisal, 'once is enough')
    })

    await t.test('is not made of a period that goes on', async t => {
      await t.rejects(made(ports, { ...ASKED, year: 2027 }), { code: 'INVALID_REQUEST', message: /not over/ })
      await t.rejects(made(ports, { ...ASKED, only: ['nobody'], why: '…' }), {
        code: 'INVALID_REQUEST',
        message: /nobody/
      })
    })
  })

  t.test(`an appraisal in the background, in ${world}`, async t => {
    const store = await open(t)
    await live(store, planYear(60).map(ticketOf), postsOfYear())
    const now = { at: YEAR_END + 15 * DAY }
    const { ports } = making(store, now)
    const asked = { making: ASKED, key: 'once', now: now.at }
    const job = async () => (await store.records.get<AppraisalJob>(APPRAISAL_JOB, '2026'))!.document.value
    const jobs = (worker: string, monotonic: () => number) =>
      openAppraisalJobs({ ports, isBusy: async () => false, worker, monotonic })

    await askForAppraisals(store.records, asked)
    await askForAppraisals(store.records, asked)
    await t.rejects(askForAppraisals(store.records, { ...asked, key: 'other' }), { code: 'JOB_STATE' })
    await t.rejects(askForAppraisals(store.records, { ...asked, making: { ...ASKED, kinds: ['person'] } }), {
      code: 'KEY_REUSED'
    })
    const left = openAppraisalJobs({ ports, isBusy: async () => true, worker: 'left', monotonic: () => 0 })
    await store.records.refresh()
    await left.tick(now.at)
    t.match(await job(), { worker: 'left' })

    let clock = 0
    const other = jobs('other', () => clock)
    await other.tick(now.at)
    t.equal((await job()).endedAt, undefined, 'who is at it is not disturbed')
    clock = 10_000
    for (let i = 0; i < 5 && (await job()).endedAt === undefined; i++) await other.tick(now.at)
    t.match(await job(), { worker: 'other', made: ['2026-account', '2026-department', '2026-person'] })
    t.equal((await Array.fromAsync(sheetsOf(store.records, '2026-department', 1))).length, 2)

    await askForAppraisals(store.records, { ...asked, key: 'again', now: now.at })
    await store.records.refresh()
    for (let i = 0; i < 5 && (await job()).endedAt === undefined; i++) await other.tick(now.at)
    t.match(await job(), { failed: { code: 'INVALID_REQUEST' } }, 'and says why it was not made')
  })
}
