import t from 'tap'
import { isHeldOut, readCorpus } from '../src/corpus.ts'
import { SIZE } from '../src/features.ts'
import { fitTemperature } from '../src/training/calibration.ts'
import { CLASSES } from '../src/training/examples.ts'
import { readTexts } from '../src/training/matrix.ts'
import { randomOf, shuffled } from '../src/training/random.ts'
import { fit, type Linear, type Sample, type Settings, scoreRow } from '../src/training/svm.ts'

const cut = (text: string) => Array.from(text)
const TEXTS = ['请问几点开门', '请问在哪里办', '路灯坏了没人管', '垃圾没人管太臭', '请问怎么报名', '污水没人管']
const ASKS = Uint8Array.from([0, 0, 1, 1, 0, 1])

const matrix = readTexts(TEXTS, cut)
const sample: Sample = { ...matrix, features: SIZE, classes: ASKS, counts: new Float64Array(6).fill(1) }
const learnt = (more: Partial<Settings> = {}) => fit(sample, { classes: 2, c: 1, epochs: 20, seed: 1, ...more })
const scoresOf = (linear: Linear) => TEXTS.map((_, row) => Array.from(scoreRow(sample, row, linear)))

t.test('training', async t => {
  t.test('learns what tells the classes apart', async t => {
    t.same(
      scoresOf(learnt()).map(([asks, complains]) => (asks! > complains! ? 0 : 1)),
      Array.from(ASKS)
    )
  })

  t.test('gives the same weights for the same seed', async t => {
    t.same(scoresOf(learnt({ seed: 3 })), scoresOf(learnt({ seed: 3 })))
    t.notSame(scoresOf(learnt({ seed: 3, epochs: 1 })), scoresOf(learnt({ seed: 4, epochs: 1 })))
  })

  t.test('stays at the weights of before where they are right, and leaves them where it is told better', async t => {
    const before = learnt()
    t.same(scoresOf(learnt({ prior: before, epochs: 1 })).length, TEXTS.length)
    const told = { ...sample, classes: Uint8Array.from([1, 0, 1, 1, 0, 1]) }
    const after = fit(told, { classes: 2, c: 1, epochs: 20, seed: 1, prior: before })
    const [asks, complains] = scoreRow(sample, 0, after)
    t.ok(complains! > asks!, 'the first is told otherwise')
    const [askedBefore] = scoreRow(sample, 4, before)
    t.ok(Math.abs(scoreRow(sample, 4, after)[0]! - askedBefore!) < 1, 'another stays where it was')
  })

  t.test('reads each feature of a text once', async t => {
    const { ids, starts } = readTexts(['好好好好好', '路灯'], cut)
    const first = Array.from(ids.subarray(0, starts[1]))
    t.equal(new Set(first).size, first.length)
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
    const right = { classes: Uint8Array.from([0, 0, 0, 1]), counts: new Float64Array(4).fill(1) }
    const sure = Array.from({ length: 4 }, () => Float64Array.from([4, 0])) // 0.98, right in 3 of 4
    const unsure = Array.from({ length: 4 }, () => Float64Array.from([0.4, 0])) // 0.6, right in 3 of 4
    t.ok(
      Math.abs(fitTemperature({ scores: sure, ...right }) - 4 / Math.log(3)) < 0.01,
      '3 of 4 deserve a distance of ln 3'
    )
    t.ok(fitTemperature({ scores: unsure, ...right }) < 1)
  })
})

t.test('the corpus', async t => {
  const corpus = readCorpus()

  t.test('has lines of every label, each once', async t => {
    t.ok(corpus.length >= 3_000)
    t.equal(new Set(corpus.map(({ text }) => text)).size, corpus.length)
    for (const label of CLASSES.label) t.ok(corpus.filter(line => line.label === label).length >= 100, label)
  })

  t.test('says nothing but what the classifier can say', async t => {
    const unknown = corpus.filter(
      ({ label, sentiment, department }) =>
        !CLASSES.label.includes(label) ||
        !CLASSES.sentiment.includes(sentiment) ||
        (department !== undefined && !CLASSES.department.includes(department))
    )
    t.same(unknown, [])
  })

  t.test('holds a third out of training', async t => {
    const share = corpus.filter(({ text }) => isHeldOut(text)).length / corpus.length
    t.ok(share > 0.28 && share < 0.38, String(share))
  })
})
