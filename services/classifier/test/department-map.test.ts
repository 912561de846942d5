import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Department, Place } from '@huiyin/schemas/departments.ts'
import fc from 'fast-check'
import t from 'tap'
import { openDepartmentMap } from '../src/department-map.ts'
import { openGazetteer } from '../src/gazetteer.ts'
import { readingOf } from './reading.ts'

const PLACES: Place[] = [
  { name: '青禾县' },
  { name: '石桥镇', within: '青禾县' },
  { name: '东风村', within: '石桥镇' },
  { name: '柳河镇', within: '青禾县' }
]

type Classes = Record<string, number>
const classesOf = (classes: Classes): Classification['departments'] =>
  Object.entries(classes).map(([name, confidence]) => ({ name, confidence }))

/** The department for a text and its classes, the likeliest first. */
const opened = (departments: Department[]) => {
  const find = openGazetteer(PLACES)
  const officeOf = openDepartmentMap(departments, PLACES)
  return (text: string, classes: Classes = {}) => {
    const reading = readingOf(text)
    const places = find(reading.units, reading.length, reading.at, text)
    return officeOf({ ...reading, places, departments: classesOf(classes) })
  }
}

const BUILDING = { 城乡建设: 0.7, 环境保护: 0.2 }

t.test('the map of departments', async t => {
  t.test('names nobody when there is none', async t => {
    t.equal(opened([])('石桥镇停水', BUILDING), undefined)
  })

  t.test('names nobody when nobody answers for the comment', async t => {
    const office = opened([{ name: '县交通运输局', classes: ['交通运输'], words: ['公交'] }])
    t.equal(office('路灯坏了', BUILDING), undefined)
  })

  const water = { name: '县供水公司', words: ['停水', '水压'] }
  const housing = { name: '县住建局', classes: ['城乡建设'] }
  const town = { name: '石桥镇政府', places: ['石桥镇'] }
  const townHousing = { name: '石桥镇村镇办', classes: ['城乡建设'], places: ['石桥镇'] }

  for (const departments of [
    [water, housing, town, townHousing],
    [townHousing, town, housing, water]
  ]) {
    t.test(`follows the order of precedence, whoever is configured first (${departments[0]!.name})`, async t => {
      const office = opened(departments)
      t.equal(office('石桥镇停水', BUILDING), '石桥镇村镇办', 'place and class before a word')
      t.equal(office('石桥镇停水', { 环境保护: 0.7 }), '县供水公司', 'a word before a place alone')
      t.equal(office('停水', BUILDING), '县供水公司', 'a word before a class alone')
      t.equal(office('石桥镇', { 环境保护: 0.7 }), '石桥镇政府', 'a place alone')
      t.equal(opened(departments.filter(one => one !== townHousing))('石桥镇', BUILDING), '石桥镇政府')
      t.equal(office('路灯坏了', BUILDING), '县住建局', 'a class alone')
    })
  }

  t.test('lets a department with places answer only there, and for what lies within them', async t => {
    const office = opened([townHousing, { name: '石桥水站', words: ['停水'], places: ['石桥镇'] }])
    t.equal(office('路灯坏了', BUILDING), undefined)
    t.equal(office('柳河镇路灯坏了', BUILDING), undefined)
    t.equal(office('东风村路灯坏了', BUILDING), '石桥镇村镇办')
    t.equal(office('停水', {}), undefined)
    t.equal(office('东风村停水', {}), '石桥水站')
  })

  t.test('lets a place alone lead only to a department that lists nothing but places', async t => {
    t.equal(opened([townHousing])('石桥镇', { 环境保护: 0.7 }), undefined)
    t.equal(opened([{ name: '石桥水站', words: ['停水'], places: ['石桥镇'] }])('石桥镇'), undefined)
  })

  t.test('takes a class alone only when it is the likeliest, and any of them with a place', async t => {
    const classes = { 环境保护: 0.6, 城乡建设: 0.2 }
    t.equal(opened([housing])('路灯坏了', classes), undefined)
    t.equal(opened([townHousing])('石桥镇路灯坏了', classes), '石桥镇村镇办')
  })

  t.test('may give what has no class to a department too', async t => {
    const office = opened([{ name: '县政府办', classes: ['其他'] }, housing])
    t.equal(office('你好', { 其他: 0.9 }), '县政府办')
  })

  t.test('among equals takes the likelier class', async t => {
    const green = { name: '石桥镇环保所', classes: ['环境保护'], places: ['石桥镇'] }
    for (const departments of [
      [green, townHousing],
      [townHousing, green]
    ]) {
      t.equal(opened(departments)('石桥镇', BUILDING), '石桥镇村镇办')
    }
  })

  t.test('then the nearer place', async t => {
    const county = { name: '县住建局', classes: ['城乡建设'], places: ['青禾县'] }
    for (const departments of [
      [county, townHousing],
      [townHousing, county]
    ]) {
      t.equal(opened(departments)('东风村路灯坏了', BUILDING), '石桥镇村镇办')
      t.equal(opened(departments)('柳河镇路灯坏了', BUILDING), '县住建局')
    }
  })

  t.test('then the longer word, and one without words before one whose words are missing', async t => {
    const bus = { name: '公交公司', classes: ['交通运输'], words: ['公交'] }
    const stop = { name: '站场公司', classes: ['交通运输'], words: ['公交站台'] }
    const transport = { name: '交通运输局', classes: ['交通运输'] }
    for (const departments of [
      [bus, stop, transport],
      [transport, stop, bus]
    ]) {
      t.equal(opened(departments)('公交站台没有灯', { 交通运输: 0.9 }), '站场公司')
      t.equal(opened(departments)('公交太慢', { 交通运输: 0.9 }), '公交公司')
      t.equal(opened(departments)('高速堵车', { 交通运输: 0.9 }), '交通运输局')
    }
  })

  t.test('then the order of the configuration', async t => {
    const [first, second] = [
      { name: '甲', words: ['停水'] },
      { name: '乙', words: ['停电'] }
    ]
    t.equal(opened([first, second])('停电又停水'), '甲')
    t.equal(opened([second, first])('停电又停水'), '乙')
  })

  t.test('finds words in any writing, with their numbers', async t => {
    const office = opened([{ name: '热线办', words: ['12345', 'ETC', '電費'] }])
    t.equal(office('打１２３４５没人接'), '热线办')
    t.equal(office('etc办不了'), '热线办')
    t.equal(office('电费贵'), '热线办')
    t.equal(office('打12329没人接'), undefined)
    t.equal(office('fetch'), undefined)
  })

  t.test('refuses a word that is never read', async t => {
    t.throws(() => openDepartmentMap([{ name: '甲', words: ['\u200b'] }]), { code: 'SETTINGS_INVALID' })
  })

  t.test('answers the same to the same, and nobody but who is configured, for any text', async t => {
    const departments = [water, housing, town, townHousing]
    const office = opened(departments)
    const names = new Set<string | undefined>([undefined, ...departments.map(({ name }) => name)])
    const piece = fc.oneof(
      fc.constantFrom('石桥镇', '东风村', '停水', '水压', '，'),
      fc.string({ unit: 'binary', maxLength: 5 })
    )
    const classes = fc.dictionary(
      fc.constantFrom('城乡建设', '环境保护', '其他', '交通运输'),
      fc.constantFrom(0.2, 0.5),
      {
        maxKeys: 3
      }
    )
    const met = new Set<string | undefined>()
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), classes, (parts, classes) => {
        const first = office(parts.join(''), classes)
        met.add(first)
        office('别的石桥镇停水', BUILDING)
        return names.has(first) && office(parts.join(''), classes) === first
      }),
      { seed: 7, numRuns: 1_000 }
    )
    t.equal(met.size, names.size, 'each of them was met')
  })
})
