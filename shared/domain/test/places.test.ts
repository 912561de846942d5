import type { Place } from '@huiyin/schemas/departments.ts'
import t, { type Test } from 'tap'
import { checkPlaces, surroundingsOf } from '../src/places.ts'

const county: Place = { name: '青禾县' }
const stoneBridge: Place = { name: '石桥镇', within: '青禾县' }
const willowRiver: Place = { name: '柳河镇', within: '青禾县' }

const refused = (t: Test, places: Place[], message: RegExp) =>
  t.throws(() => checkPlaces(places), { code: 'SETTINGS_INVALID', message })

t.test('a gazetteer', async t => {
  t.test('says what each place lies in, the nearest first', async t => {
    const around = surroundingsOf([{ name: '东风村', within: '石桥镇' }, stoneBridge, county])
    t.same(around.get('东风村'), ['石桥镇', '青禾县'])
    t.same(around.get('青禾县'), [])
  })

  t.test('is taken when every name means one place', async t => {
    t.doesNotThrow(() => checkPlaces([]))
    t.doesNotThrow(() => checkPlaces([county, { ...stoneBridge, aliases: ['石桥', '石桥镇'] }, willowRiver]))
  })

  t.test('is refused when a name comes twice, in whatever width or case', async t => {
    refused(t, [county, { name: '青禾县' }], /places: expected each name once; "青禾县" came twice/)
    refused(t, [{ name: 'CBD广场' }, { name: 'ｃｂｄ广场' }], /"CBD广场" and "ｃｂｄ广场" are read alike/)
  })

  t.test('is refused when a place lies in what is no place', async t => {
    refused(t, [stoneBridge], /"青禾县" around "石桥镇" is none of them/)
  })

  t.test('is refused when within leads in a circle', async t => {
    refused(t, [{ name: '甲村', within: '甲村' }], /circle: 甲村 → 甲村/)
    const circle = [
      { name: '甲村', within: '乙村' },
      { name: '乙村', within: '丙村' },
      { name: '丙村', within: '乙村' }
    ]
    refused(t, circle, /circle: 甲村 → 乙村 → 丙村 → 乙村/)
  })

  const village = (name: string, within?: string): Place => ({ name, aliases: ['东风村'], ...(within && { within }) })

  t.test('may give places in different surroundings one alias', async t => {
    t.doesNotThrow(() =>
      checkPlaces([county, stoneBridge, willowRiver, village('石桥东风', '石桥镇'), village('柳河东风', '柳河镇')])
    )
    t.doesNotThrow(() =>
      checkPlaces([
        county,
        stoneBridge,
        willowRiver,
        { name: '东风村', within: '石桥镇' },
        village('柳河东风', '柳河镇')
      ])
    )
  })

  t.test('is refused when nothing around them tells places of one alias apart', async t => {
    const alike = /"东风村" is a name of "[^"]+", "[^"]+", and nothing around "[^"]+" tells it/
    refused(t, [village('上东风'), village('下东风')], alike)
    refused(t, [county, stoneBridge, village('上东风', '石桥镇'), village('下东风', '石桥镇')], alike)
    refused(t, [county, stoneBridge, village('上东风', '石桥镇'), village('下东风', '青禾县')], alike)
    refused(t, [county, { name: '东风村' }, village('下东风', '青禾县')], alike)
  })
})
