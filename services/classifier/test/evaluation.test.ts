import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import t, { type Test } from 'tap'
import { macroF1Interval } from '../src/evaluation/bootstrap.ts'
import { type Evaluating, evaluate } from '../src/evaluation/evaluate.ts'
import { figuresOf } from '../src/evaluation/figures.ts'

const { cut } = segmenter()

const CLEAR = [
  ['请问办理居住证需要带什么材料', 'inquiry'],
  ['请问社保卡在哪里补办？', 'inquiry'],
  ['建议在学校门口加装一个红绿灯', 'suggestion'],
  ['小区楼下半夜施工吵得睡不着，投诉几次都没人管', 'complaint'],
  ['垃圾堆了一个星期没人清，臭死了', 'complaint'],
  ['点赞，辛苦了', 'other'],
  ['哈哈哈哈', 'other']
] as const

const line = (row: object) => `${JSON.stringify(row)}\n`
const CLEAR_LINES = CLEAR.map(([text, label]) => line({ text, label })).join('')

function fileIn(t: Test, content: string, name = 'a.jsonl'): string {
  const file = join(t.testdirName, name)
  writeFileSync(file, content)
  return file
}

const measured = (files: readonly string[], more: Partial<Evaluating> = {}) =>
  evaluate({ task: 'intent', files, cut, ...more })

t.test('an evaluation', async t => {
  t.test('counts every text of every file once', async t => {
    t.testdir({})
    const one = fileIn(t, CLEAR_LINES)
    const two = fileIn(t, line({ text: '好', label: 'other', source: '微博' }), 'b.jsonl')
    const { count, confusion, sources, bad, leftOut } = await measured([one, two])
    t.equal(count, CLEAR.length + 1)
    t.equal(
      Object.values(confusion)
        .flatMap(row => Object.values(row))
        .reduce((a, b) => a + b),
      CLEAR.length + 1
    )
    t.match(sources, { 微博: { count: 1, accuracy: 1, macroF1: 1 } })
    t.same({ bad, leftOut }, { bad: 0, leftOut: 0 })
  })

  t.test('tells what is missed and what goes to review at a threshold', async t => {
    t.testdir({})
    const file = fileIn(t, CLEAR_LINES)
    const { reviews: all } = await measured([file], { reviewBelow: 1 })
    t.match(all, { wanting: 5, missed: 0 })
    t.ok(all!.reviewed > 0)
    const { reviews: none, classes } = await measured([file], { reviewBelow: 0 })
    t.equal(none?.reviewed, 0)
    const calledOther = await measured([fileIn(t, line({ text: '哈哈哈哈', label: 'complaint' }))], { reviewBelow: 0 })
    t.match(calledOther.reviews, { wanting: 1, missed: 1, reviewed: 0 })
    t.equal(classes.length, 4)
  })

  t.test('does not count as missed what is urgent', async t => {
    t.testdir({})
    const file = fileIn(t, line({ text: '有人要跳楼，快来救人', label: 'complaint' }))
    t.match(await measured([file], { reviewBelow: 0 }), { reviews: { wanting: 1, missed: 0 } })
  })

  t.test('among some classes answers with these alone and leaves out lines of others', async t => {
    t.testdir({})
    const found = await measured([fileIn(t, CLEAR_LINES)], { classes: ['inquiry', 'complaint'] })
    t.match(found, { count: 4, leftOut: 3, reviews: undefined })
    t.same(Object.keys(found.confusion).sort(), ['complaint', 'inquiry'])
    for (const row of Object.values(found.confusion))
      for (const said of Object.keys(row)) t.match(said, /^(inquiry|complaint)$/)
  })

  t.test('of sentiment and department tells how sure it was too', async t => {
    t.testdir({})
    const file = fileIn(
      t,
      line({ text: '太臭了，垃圾没人管', label: 'complaint', sentiment: 'negative', department: '环境保护' })
    )
    for (const task of ['sentiment', 'dept'] as const) t.type((await measured([file], { task })).ece, 'number', task)
  })

  t.test('names file and line of what it cannot understand', async t => {
    t.testdir({})
    const not = (content: string, message: RegExp) =>
      t.rejects(measured([fileIn(t, CLEAR_LINES + content)]), { code: 'INVALID_REQUEST', message })
    await not('{"text":\n', /a\.jsonl:8: expected one JSON object per line/)
    await not('\n{"label":"other"}\n', /a\.jsonl:9: expected an object with a "text"/)
    await not(line({ text: '好', label: 'praise' }), /a\.jsonl:8: expected the intent to be one of .*; got "praise"/)
  })

  t.test('counts such lines where it is told to', async t => {
    t.testdir({})
    const file = fileIn(t, `{"text":\n${CLEAR_LINES}[1]\n${line({ text: '好', label: 'praise' })}`)
    t.match(await measured([file], { skipBad: true }), { count: CLEAR.length, bad: 3 })
  })

  t.test('of a file with nothing to measure says so', async t => {
    t.testdir({})
    await t.rejects(measured([fileIn(t, '')]), { code: 'INVALID_REQUEST', message: /a\.jsonl is empty/ })
    await t.rejects(measured([fileIn(t, line({ text: '好' }))]), {
      message: /none of its 1 lines has a class of intent/
    })
    await t.rejects(measured(['none.jsonl']), { code: 'INVALID_REQUEST', message: 'none.jsonl is not there' })
    await t.rejects(measured([t.testdirName]), { code: 'INVALID_REQUEST', message: /is a folder/ })
  })

  t.test('reads a line of 5 MB, a byte order mark, U+2028 and a last line without an end', async t => {
    t.testdir({})
    const long = line({ text: '路灯坏了没人管。'.repeat(230_000), label: 'complaint' })
    t.ok(Buffer.byteLength(long) > 5_000_000)
    const last = JSON.stringify({ text: '好\u2028的', label: 'other' })
    t.match(await measured([fileIn(t, `\ufeff${CLEAR_LINES}${long}\r\n${last}`)]), { count: CLEAR.length + 2 })
  })

  t.test('tells how far it is', async t => {
    t.testdir({})
    const file = fileIn(t, CLEAR_LINES.repeat(200))
    const told: [number, number][] = []
    await measured([file], { tell: (bytes, texts) => void told.push([bytes, texts]) })
    t.ok(told.length > 1)
    t.same(told.at(-1), [Buffer.byteLength(CLEAR_LINES) * 200, CLEAR.length * 200])
  })
})

t.test('the interval of macro-F1', async t => {
  const confusion = (times: number) => ({ a: { a: 8 * times, b: 2 * times }, b: { b: 6 * times, a: 4 * times } })
  const f1 = (16 / 22 + 12 / 18) / 2

  t.test('is the same at every run', async t => {
    const said = () =>
      createHash('sha1')
        .update(JSON.stringify(macroF1Interval(confusion(5))))
        .digest('hex')
    t.equal(said(), said())
  })

  t.test('lies around the value, and closer the more there is', async t => {
    const [low, high] = macroF1Interval(confusion(5))
    t.ok(low < f1 && f1 < high)
    const [lowOfMany, highOfMany] = macroF1Interval(confusion(100_000))
    t.ok(lowOfMany < f1 && f1 < highOfMany)
    t.ok(highOfMany - lowOfMany < (high - low) / 50)
  })

  t.test('is as wide as theory has it', async t => {
    const [low, high] = macroF1Interval({ a: { a: 700, b: 300 }, b: { b: 700, a: 300 } })
    const deviation = Math.sqrt((0.7 * 0.3) / 2000) // of accuracy, which macro-F1 is near to here
    t.ok(Math.abs((high - low) / (2 * 1.96 * deviation) - 1) < 0.15)
  })
})

t.test('the figures', async t => {
  const judged = (right: string, said: string, times: number) =>
    Array.from({ length: times }, () => ({ right, said, source: right === 'a' ? 'one' : 'two' }))

  t.test('count every class the same in macro-F1', async t => {
    const figures = figuresOf([
      ...judged('a', 'a', 8),
      ...judged('a', 'b', 2),
      ...judged('b', 'b', 1),
      ...judged('b', 'a', 1)
    ])
    t.equal(figures.count, 12)
    t.equal(figures.accuracy, 0.75)
    t.match(figures.classes[0], { name: 'a', count: 10, precision: 8 / 9, recall: 0.8 })
    t.match(figures.classes[1], { name: 'b', count: 2, precision: 1 / 3, recall: 0.5 })
    t.ok(Math.abs(figures.macroF1 - (16 / 19 + 0.4) / 2) < 1e-12)
    t.same(figures.confusion, { a: { a: 8, b: 2 }, b: { b: 1, a: 1 } })
    t.same(figures.sources, {
      one: { count: 10, accuracy: 0.8, macroF1: 1.6 / 1.8 },
      two: { count: 2, accuracy: 0.5, macroF1: 1 / 1.5 }
    })
  })

  t.test('tell how far confidence is from accuracy, where an answer has one', async t => {
    const sure = judged('a', 'a', 3)
      .concat(judged('a', 'b', 1))
      .map(one => ({ ...one, confidence: 0.95 }))
    t.ok(Math.abs(figuresOf(sure).ece! - 0.2) < 1e-12, 'sure of 95 %, right in 75 %')
    t.notOk('ece' in figuresOf(judged('a', 'a', 3)))
  })

  t.test('are 0, not a hole, for a class that is never said', async t => {
    t.match(figuresOf(judged('a', 'b', 3)), { accuracy: 0, macroF1: 0 })
  })
})
