import type { Place } from '@huiyin/schemas/departments.ts'
import fc from 'fast-check'
import t from 'tap'
import { openGazetteer } from '../src/gazetteer.ts'
import { readName } from '../src/names-in-text.ts'
import { readingOf } from './reading.ts'

const QINGHE: Place[] = [
  { name: '青禾县', aliases: ['青禾'] },
  { name: '石桥镇', aliases: ['石桥'], within: '青禾县' },
  { name: '柳河镇', within: '青禾县' },
  { name: '石桥镇东风村', aliases: ['东风村'], within: '石桥镇' },
  { name: '柳河镇东风村', aliases: ['东风村'], within: '柳河镇' },
  { name: '青禾县第八中学', aliases: ['八中'], within: '青禾县' },
  { name: '8号线', aliases: ['八号线'] },
  { name: '9号线' },
  { name: 'CBD广场' },
  { name: 'A3区' }
]

const finding = (places: readonly Place[]) => {
  const find = openGazetteer(places)
  return (text: string) => {
    const { units, length, at } = readingOf(text)
    return find(units, length, at, text)
  }
}
const named = (text: string, places = QINGHE) => finding(places)(text).map(({ name }) => name)
const said = (text: string, places = QINGHE) => finding(places)(text).map(({ from, to }) => text.slice(from, to))
const refusal = (places: Place[]) => {
  try {
    openGazetteer(places)
  } catch (error) {
    return error as Error & { code: string }
  }
  throw new Error('it was taken')
}

t.test('a gazetteer', async t => {
  t.test('names a place by its name and by its aliases, and says where it stands', async t => {
    t.same(finding(QINGHE)('请问柳河镇几时通水'), [{ name: '柳河镇', from: 2, to: 5 }])
    t.same(finding(QINGHE)('石桥的路灯坏了'), [{ name: '石桥镇', from: 0, to: 2 }])
  })

  t.test('takes the longest of the names that overlap, wherever it begins', async t => {
    t.same(named('石桥镇东风村停水了'), ['石桥镇东风村'])
    t.same(named('青山东大道堵车', [{ name: '青山' }, { name: '山东大道' }]), ['山东大道'])
    t.same(said('东门东门桥', [{ name: '东门' }, { name: '门东' }]), ['东门'])
  })

  t.test('names each place once, where it is first met', async t => {
    t.same(finding(QINGHE)('青禾！青禾县！柳河镇！'), [
      { name: '青禾县', from: 0, to: 2 },
      { name: '柳河镇', from: 7, to: 10 }
    ])
  })

  t.test('names ten places and no more', async t => {
    const places = Array.from('东西南北中青石柳禾安平和', name => ({ name: `${name}溪村` }))
    t.same(
      named(places.map(({ name }) => name).join('、'), places),
      places.slice(0, 10).map(({ name }) => name)
    )
  })

  t.test('reads capital, full-width and traditional characters and passes over what is not seen', async t => {
    t.same(said('在ＣＢＤ廣場 排队'), ['ＣＢＤ廣場'])
    t.same(said('柳\u200b河鎮\u200b。'), ['柳\u200b河鎮'])
    t.same(said('👍🏻柳河镇'), ['柳河镇'])
  })

  t.test('ends a name before the blanks behind it', async t => {
    t.same(said('柳河镇   停水'), ['柳河镇'])
    t.same(said('柳河镇   '), ['柳河镇'])
  })

  t.test('tells numbers apart', async t => {
    t.same(named('8号线和９号线，没有7号线'), ['8号线', '9号线'])
    t.same(named('18号线、8888号线'), [])
    t.same(named('A3区路灯坏了，A4区也是'), ['A3区'])
    t.same(named('12345厂', [{ name: '12345厂' }]), ['12345厂'])
    t.same(named('12349厂', [{ name: '12345厂' }]), [])
  })

  t.test('names nothing within a longer number or Latin word', async t => {
    t.same(named('八中放学'), ['青禾县第八中学'])
    t.same(named('十八中放学，还有十八号线'), [])
    t.same(named('xCBD广场'), [])
    t.same(finding([{ name: 'G5' }])('G56堵车，G5也堵'), [{ name: 'G5', from: 6, to: 8 }])
    t.same(named('在花园ktvs', [{ name: '花园KTV' }]), [])
  })

  t.test('names nothing that is only a part of one character', async t => {
    const places = [{ name: '会社' }, { name: '株式' }]
    t.same(named('㍿', places), [])
    t.same(said('在㍿门口', [...places, { name: '株式会社' }]), ['㍿'])
  })

  t.test('decides between places of one name by what the text names around them', async t => {
    t.same(named('柳河镇的东风村停水'), ['柳河镇', '柳河镇东风村'])
    t.same(named('东风村停水，就是石桥那边'), ['石桥镇东风村', '石桥镇'])
  })

  t.test('names none of them where the text does not say which', async t => {
    t.same(named('东风村停水'), [])
    t.same(named('青禾县东风村停水'), ['青禾县'])
    t.same(named('石桥镇、柳河镇、东风村都停水'), ['石桥镇', '柳河镇'])
  })

  t.test('that is empty names nothing', async t => {
    t.same(named('青禾县', []), [])
  })

  t.test('refuses names that only citizens’ writing makes equal', async t => {
    const { code, message } = refusal([{ name: '東門' }, { name: '东门' }])
    t.equal(code, 'SETTINGS_INVALID')
    t.match(message, /"東門" and "东门" are read alike/)
    t.match(
      refusal([
        { name: '东门', aliases: ['廣場'] },
        { name: '西门', aliases: ['广场'] }
      ]).message,
      /广场.*东门.*西门/
    )
  })

  t.test('refuses a name that is never read, or of one character', async t => {
    for (const name of ['\u200b\u200b\u200b', '桥', '@石桥镇', 'https://example.com']) {
      const { code, message } = refusal([{ name: '石桥镇', aliases: [name] }])
      t.equal(code, 'SETTINGS_INVALID')
      t.ok(message.includes(`"${name}" is none`), message)
    }
  })

  t.test('says of any text only what stands in it, in order, without overlap', async t => {
    const find = finding(QINGHE)
    const namesOf = new Map(
      QINGHE.map(({ name, aliases = [] }) => [name, new Set([name, ...aliases].map(readName))] as const)
    )
    const pieces = QINGHE.flatMap(({ name, aliases = [] }) => [name, ...aliases])
    const piece = fc.oneof(
      fc.constantFrom(...pieces, '㍿', '鎮', '8', '十', '㎡', 'ｃ', '  ', '\u0301', '哈哈哈哈'),
      fc.string({ unit: 'binary', maxLength: 4 })
    )
    let met = 0
    const isTrue = (text: string) => {
      let end = 0
      const places = find(text)
      met += places.length
      const stand = places.every(({ name, from, to }) => {
        const stands = from >= end && to > from && to <= text.length
        end = to
        return stands && namesOf.get(name)!.has(readName(text.slice(from, to)))
      })
      return stand && places.length <= 10 && new Set(places.map(({ name }) => name)).size === places.length
    }
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), parts => isTrue(parts.join(''))),
      { seed: 7, numRuns: 2_000 }
    )
    t.ok(met > 1_000, `${met} places were named`)
  })
})
