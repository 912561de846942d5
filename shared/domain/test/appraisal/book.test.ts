import { openCounting } from '@huiyin/domain/appraisal/counting.ts'
import { periodOf } from '@huiyin/domain/appraisal/period.ts'
import { bookOf } from '@huiyin/domain/appraisal/printed/book.ts'
import { paperOf } from '@huiyin/domain/appraisal/printed/paper.ts'
import { sheetOf } from '@huiyin/domain/appraisal/sheet.ts'
import { addPromise, addVoice } from '@huiyin/domain/appraisal/tally.ts'
import { postId } from '@huiyin/domain/ids.ts'
import { SHIPPED_APPRAISAL_RULES as RULES } from '@huiyin/domain/settings/shipped/appraisal-rules.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import fc from 'fast-check'
import t from 'tap'
import { reckon } from './workbook.ts'

const period = periodOf(2026, 3)
const account = { subject: { kind: 'account' as const, id: 'weibo/1001', name: '云溪发布' }, accounts: ['weibo/1001'] }
const DAY = 86_400_000
const head = { id: 'head', name: '赵宏', role: 'head' }

const count = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined })
const score = fc.integer({ min: 1, max: 5 })
const world = fc.record({
  posts: fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 91 }),
      counts: fc.record({ reads: count, likes: count, comments: count, reposts: count }),
      ratings: fc.array(fc.record({ accuracy: score, usefulness: score, interest: score, originality: score }), {
        maxLength: 3
      })
    }),
    { maxLength: 20 }
  ),
  promises: fc.array(fc.constantFrom<'on-time' | 'late' | 'missing'>('on-time', 'late', 'missing'), { maxLength: 40 }),
  voices: fc.array(score, { maxLength: 12 }),
  entries: fc.array(
    fc.record({
      kind: fc.constantFrom('violation', 'incident', 'reward'),
      points: fc.constantFrom(0.5, 1, 2.25, 3, 5, 10)
    }),
    { maxLength: 8 }
  )
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

function sheetIn({ posts, promises, voices, entries }: World) {
  const counting = openCounting([account], period, period.to)
  posts.forEach(({ day, counts, ratings }, n) => {
    const id = postId({ platform: 'weibo', id: '1001' }, `p${n}`)
    for (const [i, scores] of ratings.entries())
      counting.rating({ id: `${id}/r${i}`, post: id, by: head, at: period.to - 1, scores, earlier: [] })
    const told = Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== undefined))
    counting.post({
      ...{ id, platform: 'weibo', account: '1001', post: `p${n}`, source: 'poll', title: `第${n}篇` },
      ...{ publishedAt: period.from + day * DAY, foundAt: 0, looks: [], counts: { ...told, at: period.from } }
    } as Post)
  })
  entries.forEach(({ kind, points }, n) => {
    const ruling = { by: head, at: period.from, why: '…', points }
    counting.entry({
      ...{
        id: `e${n}`,
        kind,
        subject: account.subject,
        at: period.from + n,
        title: `事项${n}`,
        state: 'decided',
        ruling
      }
    } as RegisterEntry)
  })
  const counted = counting.of(account)
  for (const [n, kept] of promises.entries()) addPromise(counted, `t${n}`, kept)
  for (const [n, voice] of voices.entries()) addVoice(counted, `t${n}`, voice)
  return sheetOf(account, counted, { appraisal: '2026-q3-account', revision: 1, period, asOf: period.to, rules: RULES })
}

const options = { rules: RULES, issuer: '云溪县人民政府办公室', madeAt: period.to }

t.test('the workbook of a sheet reckons itself to the figures that it tells', async t => {
  let formulas = 0
  fc.assert(
    fc.property(world, given => {
      const sheet = sheetIn(given)
      for (const { told, reckoned, sheet: name, at, formula } of reckon(bookOf(sheet, options)).formulas()) {
        formulas += 1
        if (typeof reckoned !== 'number' || Math.abs(reckoned - told) > 1e-9)
          throw new Error(`${name}!${at}: told ${told}, reckoned ${reckoned} by ${formula}`)
      }
    }),
    { numRuns: 300 }
  )
  t.ok(formulas > 3000, `${formulas} formulas`)
})

t.test('the workbook names what is not told, and counts no 0 for it', async t => {
  const sheet = sheetIn({
    posts: [{ day: 1, counts: { reads: 500, likes: undefined, comments: 3, reposts: undefined }, ratings: [] }],
    promises: Array.from({ length: 10 }, () => 'on-time' as const),
    voices: [5],
    entries: []
  })
  const book = bookOf(sheet, options)
  const main = book.sheets[0]!
  const row = (name: string) => main.rows.find(([first]) => first === name)!
  t.equal(row('篇均点赞')[4], '平台未提供')
  t.equal(row('满意度')[4], '样本不足')
  t.equal(row('内容质量')[4], '无此项数据')
  t.match(row('篇均阅读')[4], { number: 500 })
  t.match(main.notes?.join(), /不计 0 分.*权重合计 67.*内容质量（权重20）/)
  t.match(
    paperOf(sheet, options)
      .blocks.map(block => ('text' in block ? block.text : ''))
      .join(),
    /÷ 67 = /
  )
})

t.test('the document shows the same arithmetic', async t => {
  const sheet = sheetIn({
    posts: [],
    promises: [...Array.from({ length: 9 }, () => 'on-time' as const), 'missing'],
    voices: [],
    entries: [{ kind: 'violation', points: 3 }]
  })
  const { blocks } = paperOf(sheet, options)
  const text = JSON.stringify(blocks)
  t.match(text, /9 ÷ 10/)
  t.match(text, /90\.00%/)
  t.match(text, new RegExp(`结果 = ${sheet.base!.toFixed(2)} \\+ 0.00 − 3.00 = ${sheet.result!.toFixed(2)}`))
})
