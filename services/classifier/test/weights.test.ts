import { readFileSync } from 'node:fs'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import fc from 'fast-check'
import t from 'tap'
import { LONG_ROW, openAddUp, ROW } from '../src/add-up.ts'
import { MOST_FEATURES, openFeatures, SIZE } from '../src/features.ts'
import { columnsOf, readWeights } from '../src/model.ts'
import { normalise, UNITS } from '../src/normalise.ts'
import { idsOf, marksOf, openRowIndex, rowOf } from '../src/row-index.ts'
import { wordsOf } from '../src/words.ts'
import { assemble, BINARY } from '../wasm/assemble.ts'

t.test('the index of rows', async t => {
  t.test('numbers the features that are marked, in order, and no other', async t => {
    const all = () =>
      fc.assert(
        fc.property(fc.uniqueArray(fc.nat(999)), ids => {
          const marks = new Uint8Array(125)
          for (const id of ids) marks[id >>> 3]! |= 1 << (id & 7)
          const index = openRowIndex(marks, 1000)
          const sorted = ids.toSorted((a, b) => a - b)
          return (
            index.kept === ids.length &&
            idsOf(index).every((id, row) => id === sorted[row]) &&
            Array.from({ length: 1000 }, (_, id) => rowOf(index, id) === sorted.indexOf(id)).every(Boolean)
          )
        })
      )
    t.doesNotThrow(all)
  })

  t.test('gives its marks back', async t => {
    const marks = Uint8Array.from([0b10010001, 0, 255, 1, 128])
    t.same(marksOf(openRowIndex(marks, 40), 40), marks)
  })
})

t.test('the sums of a text', async t => {
  const weights = readWeights()
  const { index, rows, long } = weights
  const adder = openAddUp(index.words, rows, long, MOST_FEATURES)
  const read = openFeatures()
  const units = new Uint16Array(UNITS)
  const { cut } = segmenter()

  /** The same, one weight after the other. */
  function plainly(features: ReturnType<typeof read>, name: 'short' | 'long', width: number): number[] {
    const { table } = columnsOf(weights, name)
    const sums = new Array<number>(width).fill(0)
    let from = 0
    features.ends.forEach((to, family) => {
      for (; from < to; from++) {
        const row = rowOf(index, features.ids[from]!)
        for (let k = 0; row >= 0 && k < width; k++) {
          const root = table[row * width + k]!
          sums[k]! += features.values[from]! * root * Math.abs(root) * features.scales[family]!
        }
      }
    })
    return sums
  }
  const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-3 * (1 + Math.abs(a))

  for (const text of ['路灯坏了两个月，打电话没人管', '', '请问医保断缴了还能补吗？'.repeat(40), '😂'.repeat(5_000)]) {
    t.test(`are those of its weights, one by one: "${text.slice(0, 14)}", ${text.length} units`, async t => {
      const features = read(units, normalise(text, units), wordsOf(text, cut))
      adder.addUp(features)
      t.ok(plainly(features, 'short', ROW).every((sum, k) => isNear(sum, adder.sums[k]!)))
      const longSums = features.isShort ? new Array<number>(LONG_ROW).fill(0) : plainly(features, 'long', LONG_ROW)
      t.ok(longSums.every((sum, k) => isNear(sum, adder.longSums[k]!)))
    })
  }

  t.test('come of the module that its text stands for', async t => {
    t.same(Buffer.from(await assemble()), readFileSync(BINARY), 'run: node services/classifier/wasm/assemble.ts')
  })
})

t.test('the shipped weights', async t => {
  t.test('were trained for these features, and take less than 8 MB', async t => {
    t.equal(readWeights().manifest.features, SIZE)
    const size = ['linear.bin.gz', 'linear.json'].reduce(
      (sum, name) => sum + readFileSync(new URL(`../weights/${name}`, import.meta.url)).byteLength,
      0
    )
    t.ok(size < 8_000_000, `${size} bytes`)
  })
})
