import { openPrinter } from '@huiyin/adapters/documents/printer.ts'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { bookOf } from '@huiyin/domain/appraisal/printed/book.ts'
import { paperOf } from '@huiyin/domain/appraisal/printed/paper.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { makeAppraisals } from '@huiyin/ports/appraisal/making.ts'
import { appraisalOf, sheetOfSubject, sheetsOf } from '@huiyin/ports/appraisal/records.ts'
import type { AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import type { IndicatorName } from '@huiyin/schemas/appraisal-rules.ts'
import type { Clock, Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { fillStore } from './fill.ts'
import { generateYear } from './generate.ts'
import { packageProblems } from './package.ts'
import { ACCOUNTS, DEPARTMENTS, EDITORS, HEAD, handlerOf } from './people.ts'

const DAY = 86_400_000
const YEAR = generateYear({ seed: 5, comments: 2_500 })
const ACTORS = [...EDITORS, HEAD, ...DEPARTMENTS.map(handlerOf)]

/** Counted by hand, as a reader of the definitions would: nothing of the house's own counting is asked. */
function plainly(tickets: readonly Ticket[], of: (ticket: Ticket, clock: Clock) => boolean) {
  const count = { owed: 0, answered: 0, onTime: 0 }
  for (const ticket of tickets) {
    for (const clock of ticket.clocks) {
      if (clock.dueAt < YEAR.from || clock.dueAt >= YEAR.to || !of(ticket, clock)) continue
      if (['cancelled', 'superseded', 'merged', 'void'].includes(clock.outcome ?? '')) continue
      const stopped = clock.stoppedAt !== undefined && clock.stoppedAt <= YEAR.to + 10 * DAY
      if (!stopped && clock.bornLate) continue
      count.owed += 1
      if (stopped) count.answered += 1
      if (stopped && clock.outcome === 'met') count.onTime += 1
    }
  }
  return count
}

const ratio = (sheet: AppraisalSheet, name: IndicatorName) => {
  const { numerator, denominator } = sheet.lines.find(({ indicator }) => indicator === name)!.raw
  return [numerator, denominator]
}

t.test('the yearly appraisal of a simulated year equals what a plain count comes to', async t => {
  const { store, close } = await openSqlite({ folder: t.testdir({}), ...segmenter() })
  t.teardown(close)
  const tickets: Ticket[] = []
  await fillStore(store, YEAR, ({ tickets: some }) => void tickets.push(...some))
  for (const actor of ACTORS) await store.records.create('person', { id: actor.id, value: { actor } })
  const accounts = ACCOUNTS.map(({ platform, id, name }) => ({ platform, id, name, since: 0 }))
  const work = makeAppraisals(
    {
      ...{ records: store.records, tickets: store.tickets, clock: { now: () => YEAR.to + 30 * DAY } },
      ...{ tell: async () => {}, accounts: () => accounts, departments: () => [...DEPARTMENTS] }
    },
    { year: 2025, kinds: ['account', 'department', 'person'], by: HEAD }
  )
  const began = process.memoryUsage().heapUsed
  while (!(await work.next()).done);
  t.comment(`${tickets.length} tickets; heap ${Math.round((process.memoryUsage().heapUsed - began) / 1e6)} MB more`)
  const sheetOf = (kind: 'account' | 'department' | 'person', id: string) =>
    sheetOfSubject(store.records, { id: `2025-${kind}`, kind }, id, 1)
  const isAnswer = ({ kind }: Clock) => kind === 'first' || kind === 'next'

  await t.test('of each account', async t => {
    for (const { platform, id } of ACCOUNTS) {
      const sheet = await sheetOf('account', accountId({ platform, id }))
      const own = (ticket: Ticket) => ticket.platform === platform && ticket.account === id
      const { owed, answered, onTime } = plainly(tickets, (ticket, clock) => own(ticket) && isAnswer(clock))
      t.ok(owed > 20 && onTime < answered && answered < owed, `${owed} owed, ${answered} answered, ${onTime} in time`)
      t.same(ratio(sheet, 'replied'), [answered, owed])
      t.same(ratio(sheet, 'onTime'), [onTime, owed])
      const posts = YEAR.posts.filter(post => post.platform === platform && post.account === id)
      const dated = posts.filter(({ publishedAt }) => publishedAt !== undefined)
      t.same(ratio(sheet, 'publications'), [dated.length, 365])
      t.equal(sheet.notCounted.undated, posts.length - dated.length)
      const reads = dated.flatMap(({ counts }) => counts?.reads ?? [])
      t.same(ratio(sheet, 'reads'), [reads.reduce((a, b) => a + b, 0), reads.length])
      const voices = tickets
        .filter(own)
        .flatMap(({ cycles }) => cycles.flatMap(({ satisfaction: said }) => (said ? [said] : [])))
        .filter(({ at }) => at >= YEAR.from && at < YEAR.to)
      t.same(ratio(sheet, 'satisfaction'), [voices.reduce((sum, { score }) => sum + score, 0), voices.length])
    }
  })

  await t.test('of each department', async t => {
    for (const department of DEPARTMENTS) {
      const sheet = await sheetOf('department', department)
      const { owed, answered, onTime } = plainly(tickets, ({ dispatches }, { kind, stage, dispatch, stoppedAt }) => {
        const isOwn = kind === 'leg' && dispatches.find(({ id }) => id === dispatch)?.department === department
        return isOwn && (stage === 'handle' || stoppedAt === undefined)
      })
      t.same(ratio(sheet, 'replied'), [answered, owed], department)
      t.same(ratio(sheet, 'onTime'), [onTime, owed], department)
    }
  })

  await t.test('of each person who writes', async t => {
    for (const { id } of EDITORS) {
      const { owed, answered } = plainly(tickets, ({ replies, assigned }, clock) => {
        if (!isAnswer(clock)) return false
        return (replies.find(({ stopped }) => stopped === clock.id)?.author.id ?? assigned?.to.id) === id
      })
      t.same(ratio(await sheetOf('person', id), 'replied'), [answered, owed], id)
    }
  })

  await t.test('and its sheets are whole packages of an office program', async t => {
    const { rules } = await appraisalOf(store.records, '2025-account')
    const options = { rules, issuer: '清江县人民政府办公室', madeAt: YEAR.to }
    const [sheet] = await Array.fromAsync(sheetsOf(store.records, '2025-account', 1))
    const printer = openPrinter()
    t.same(packageProblems(await printer.xlsx(bookOf(sheet!, options))), [])
    t.same(packageProblems(await printer.docx(paperOf(sheet!, options))), [])
  })
})
