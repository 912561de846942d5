import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import type { Evidence } from '@huiyin/schemas/classification.ts'
import fc from 'fast-check'
import t from 'tap'
import { openClassifier } from '../src/classify.ts'
import { commentOf } from '../src/evaluation/comment-of.ts'

const { cut } = segmenter()
const classify = openClassifier({ cut, evidence: 'all' })
const of = (text: string) => classify([commentOf(text)])[0]!
const pieces = (text: string, answer: Evidence['answer'] = 'label') =>
  (of(text).evidence ?? []).filter(one => one.answer === answer).map(({ from, to }) => text.slice(from, to))

t.test('the evidence', async t => {
  t.test('shows the words that speak for the label, the strongest first', async t => {
    t.match(pieces('路口加装一个红绿灯吧，建议早点装')[0], /建议|加装|吧/)
    t.match(pieces('请问落户需要什么材料').join('|'), /请问|什么|需要/)
    const weights = of('请问落户需要什么材料').evidence!.filter(({ answer }) => answer === 'label')
    t.equal(weights[0]!.weight, 1)
    t.same(
      weights.map(({ weight }) => weight),
      weights.map(({ weight }) => weight).toSorted((a, b) => b - a)
    )
  })

  t.test('shows whole words', async t => {
    t.match(pieces('路灯坏了两个月，打电话一直没人管').join('|'), /没人|没人管/)
    const cutOf = new Set(cut('路灯坏了两个月，打电话一直没人管'))
    for (const piece of pieces('路灯坏了两个月，打电话一直没人管'))
      t.ok(
        cut(piece).every(word => cutOf.has(word)),
        piece
      )
  })

  t.test('tells no piece twice', async t => {
    const spans = of('请问落户需要什么材料，什么时候能办').evidence!.filter(({ answer }) => answer === 'label')
    for (const [i, one] of spans.entries())
      for (const other of spans.slice(i + 1)) t.ok(one.to <= other.from || other.to <= one.from)
  })

  t.test('shows why a department, and why a feeling', async t => {
    t.match(pieces('化工厂半夜偷排废水，河水又黑又臭', 'department').join('|'), /废水|排|化工|河/)
    t.match(pieces('太好了，感谢工作人员', 'sentiment').join('|'), /好|感谢/)
  })

  t.test('stands in the text as it was written: wide letters, traditional characters, what nobody sees', async t => {
    const text = '\u200b請問，ＡＰＰ　什麼\u200b時候能用啊？？？？？'
    for (const { from, to } of of(text).evidence!) {
      t.ok(from >= 0 && from < to && to <= text.length, text.slice(from, to))
    }
  })

  t.test('is left out where nothing is wanted, unless all is asked for', async t => {
    const wanted = openClassifier({ cut })
    const none = openClassifier({ cut, evidence: 'none' })
    const told = (text: string) => [wanted, none].map(answer => answer([commentOf(text)])[0]!.evidence !== undefined)
    t.same(told('哈哈哈哈哈笑死我了'), [false, false])
    t.same(told('路灯坏了两个月，打电话没人管'), [true, false])
  })

  t.test('is whole and inside any text', async t => {
    const all = () =>
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text =>
          (of(text).evidence ?? []).every(
            ({ from, to, weight }) => from >= 0 && from < to && to <= text.length && weight >= 0 && weight <= 1
          )
        ),
        { seed: 5, numRuns: 500 }
      )
    t.doesNotThrow(all)
  })
})
