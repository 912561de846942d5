import fc from 'fast-check'
import t from 'tap'
import { BUCKETS, FAMILIES, type Features, familyOf, MOST_FEATURES, openFeatures, SIZE } from '../src/features.ts'
import { normalise, UNITS } from '../src/normalise.ts'
import { isWord, wordsOf } from '../src/words.ts'

const units = new Uint16Array(UNITS)
/** Each feature with what it counts, in order. */
const listOf = ({ ids, values, ends }: Features) =>
  Array.from(ids.subarray(0, ends.at(-1)), (id, i) => [id, values[i]!] as const)

/** Changes with any feature. */
const checkSum = (features: Features) => listOf(features).reduce((sum, [id, value]) => sum + id * value, 0)

t.test('features', async t => {
  const reader = openFeatures()
  const read = (text: string, words: string[]) => reader(units, normalise(text, units), words)
  const of = (text: string) => listOf(read(text, text.split(' ')))

  t.test('are the same for the same text, whatever was read before', async t => {
    const first = of('路灯 坏了 半年')
    of('别的')
    t.same(of('路灯 坏了 半年'), first)
  })

  t.test('are the same in every process', async t => {
    t.equal(checkSum(read('路灯坏了', ['路灯', '坏', '了'])), 65688692)
  })

  t.test('tell other texts apart', async t => {
    t.notSame(of('路灯坏了'), of('坏了路灯'))
  })

  t.test('count what is said again less and less', async t => {
    const { ids, values, ends } = read('', ['好', '好', '好', '坏'])
    const words = Array.from(values.subarray(ends[0], ends[1]))
    t.same(words, [1, Math.fround(Math.log(2)), Math.fround(Math.log(1.5)), 1])
    t.equal(new Set(ids.subarray(ends[0], ends[1])).size, 2)
  })

  t.test('weigh a family by the root of how many it has', async t => {
    t.equal(read('', ['一', '二', '三', '四']).scales[1], 0.5)
    t.equal(read('', []).scales[1], 0)
  })

  t.test('have the hashed ones first and the cues behind', async t => {
    const { ids, ends } = read('请问几点开门？', [])
    const hashed = ends.at(-2)!
    t.ok(ids.subarray(0, hashed).every(id => id < BUCKETS))
    t.ok(hashed < ends.at(-1)!)
    t.ok(ids.subarray(hashed, ends.at(-1)).every(id => id >= BUCKETS && id < SIZE))
  })

  t.test('have every family in buckets of its own', async t => {
    const { ids, ends } = read('请问几点开门？', ['请问', '几点', '开门'])
    ends.forEach((end, family) => {
      const own = Array.from(ids.subarray(ends[family - 1] ?? 0, end))
      t.ok(own.length > 0 && own.every(id => familyOf(id) === FAMILIES[family]), String(FAMILIES[family]))
    })
  })

  t.test('know a comment from a letter', async t => {
    t.ok(read('路'.repeat(3), []).isShort)
    t.notOk(read('路灯坏了半年'.repeat(20), []).isShort)
  })

  t.test('are read from any text', async t => {
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 300 }), { seed: 7, numRuns: 500 })
    for (const text of texts) {
      const { ends, values } = read(text, [text])
      t.ok(ends.at(-1)! > 0 && values.subarray(0, ends.at(-1)).every(Number.isFinite), JSON.stringify(text))
    }
  })

  t.test('are read from the longest text, and from one that its compatibility form makes longer still', async t => {
    t.ok(read('路灯坏了'.repeat(5_000), []).ends.at(-1)! > 0)
    t.ok(read('\ufdfa'.repeat(20_000), []).ends.at(-1)! > 0)
    const longest = '灯'.repeat(100_000)
    t.ok(read(longest, Array.from(longest)).ends.at(-1)! <= MOST_FEATURES)
  })
})

t.test('words', async t => {
  const cut = (text: string) => text.split('|')

  t.test('are cut text in lower case, without blanks, punctuation and emoji', async t => {
    t.same(wordsOf('请问| |APP|。|😂|打不开|？|3', cut), ['请问', 'app', '打不开', '3'])
  })

  t.test('may be written with characters beyond the basic plane', async t => {
    t.ok(isWord('𠮷'))
    t.notOk(isWord('👍🏻'))
    t.notOk(isWord('\ud83d'))
  })
})
