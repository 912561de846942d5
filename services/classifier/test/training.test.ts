import t from 'tap'
import { isHeldOut, readCorpus } from '../src/corpus.ts'
import { figuresOf } from '../src/evaluation/figures.ts'
import { SIZE } from '../src/features.ts'
import { fitTemperature } from '../src/training/calibration.ts'
import { CLASSES } from '../src/training/examples.ts'
import { countTexts, rarityOf, weighRows } from '../src/training/matrix.ts'
import { randomOf, shuffled } from '../src/training/random.ts'
import { regress, type Sample, scoreRows } from '../src/training/regression.ts'

const cut = (text: string) => Array.from(text)
const TEXTS = ['请问几点开门', '请问在哪里办', '路灯坏了没人管', '垃圾没人管太臭', '请问怎么报名', '污水没人管']
const ASKS = Uint8Array.from([0, 0, 1, 1, 0, 1])

function learnt(seed = 1) {
  const matrix = countTexts(TEXTS, cut)
  weighRows(matrix, rarityOf(matrix))
  const sample: Sample = { rows: Int32Array.from(ASKS.keys()), classes: ASKS, weights: new Float64Array(6).fill(1) }
  const regression = regress(matrix, sample, {
    features: SIZE,
    classes: 2,
    c: 20,
    epochs: 20,
    rate: 0.15,
    start: 1e-6,
    seed
  })
  return { sample, regression, scores: scoreRows(matrix, sample.rows, regression) }
}

t.test('training', async t => {
  t.test('learns what tells the classes apart', async t => {
    const said = learnt().scores.map(([asks, complains]) => (asks! > complains! ? 0 : 1))
    t.same(said, Array.from(ASKS))
  })

  t.test('gives the same weights for the same seed', async t => {
    t.same(learnt(3).scores, learnt(3).scores)
    t.notSame(learnt(3).scores, learnt(4).scores)
  })

  t.test('shuffles by the seed alone, and loses nothing', async t => {
    t.same(shuffled(50, 9), shuffled(50, 9))
    t.notSame(shuffled(50, 9), shuffled(50, 10))
    t.same(
      shuffled(50, 9).toSorted(),
      Uint32Array.from({ length: 50 }, (_, i) => i)
    )
    const random = randomOf(1)
    t.ok(Array.from({ length: 1000 }, random).every(x => x >= 0 && x < 1))
  })

  t.test('cools what is too sure of itself, and warms what is not sure enough', async t => {
    const sample: Sample = {
      rows: Int32Array.from([0, 1, 2, 3]),
      classes: Uint8Array.from([0, 0, 0, 1]),
      weights: new Float64Array(4).fill(1)
    }
    const sure = Array.from({ length: 4 }, () => Float64Array.from([4, 0])) // 0.98, right in 3 of 4
    const unsure = Array.from({ length: 4 }, () => Float64Array.from([0.4, 0])) // 0.6, right in 3 of 4
    t.ok(Math.abs(fitTemperature(sure, sample) - 4 / Math.log(3)) < 0.01, '3 of 4 deserve a distance of ln 3')
    t.ok(fitTemperature(unsure, sample) < 1)
  })
})

t.test('the corpus', async t => {
  const corpus = readCorpus()

  t.test('has lines of every label, each once', async t => {
    t.ok(corpus.length >= 600)
    t.equal(new Set(corpus.map(({ text }) => text)).size, corpus.length)
    for (const label of CLASSES.label) t.ok(corpus.filter(line => line.label === label).length >= 100, label)
  })

  t.test('says nothing but what the classifier can say', async t => {
    for (const { text, label, sentiment, department } of corpus) {
      t.ok(CLASSES.label.includes(label), text)
      t.ok(CLASSES.sentiment.includes(sentiment), text)
      t.ok(department === undefined || CLASSES.department.includes(department), text)
    }
  })

  t.test('holds a third out of training', async t => {
    const share = corpus.filter(({ text }) => isHeldOut(text)).length / corpus.length
    t.ok(share > 0.28 && share < 0.38, String(share))
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
    t.same(figures.sources, { one: { count: 10, accuracy: 0.8 }, two: { count: 2, accuracy: 0.5 } })
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
