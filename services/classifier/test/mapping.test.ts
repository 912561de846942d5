import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { openOfficeMap } from '@huiyin/ports/office-map.ts'
import { system } from '@huiyin/schemas/actor.ts'
import t from 'tap'
import { openClassifier } from '../src/classify.ts'
import { followMap, openReading } from '../src/mapping.ts'

const WATER = { name: '水务局', words: ['积水'] }
const PLACES = [{ name: '云溪县' }, { name: '城关镇', within: '云溪县' }]
const TOWN = { name: '城关镇政府', places: ['城关镇'] }

function open() {
  const { records } = memoryStore({ searchLags: true })
  const ports = { clock: { now: () => 1 }, events: { append: async () => [] } }
  const map = () => openOfficeMap(records, { ...ports, reading: openReading })
  return { here: map(), elsewhere: map().by({ by: system('test') }), records }
}

t.test('the classifier', async t => {
  t.test('reads by the map that somebody saved in another process, once it is read anew', async t => {
    const { here, elsewhere } = open()
    const classify = openClassifier({ ...segmenter(), mapping: followMap(here, silent) })
    const [said] = [comment({ text: '城关镇积水很深' })]
    t.equal(classify([said!])[0]!.office, undefined)

    await elsewhere.savePlaces(PLACES)
    await elsewhere.saveDepartments([WATER, TOWN])
    t.equal(classify([said!])[0]!.office, undefined, 'it has not read it yet')
    await here.refresh()
    t.match(classify([said!])[0], { office: '水务局', places: [{ name: '城关镇' }] })
  })

  t.test('goes on by the map before where the new one cannot be read by', async t => {
    const errors: string[] = []
    const logger = { ...silent, error: (_: object, message: string) => void errors.push(message) }
    const first = { departments: [WATER], places: [] }
    let now: Parameters<typeof openReading>[0] = first
    const mapping = followMap({ now: () => now }, logger)
    const before = mapping()
    now = { departments: [], places: [{ name: '。' }] }
    t.equal(mapping(), before)
    t.equal(mapping(), before)
    t.same(errors, ['the map cannot be read by; the one before stays'])
  })

  t.test('says of a map that is to be saved what it could never find', async t => {
    const { elsewhere, records } = open()
    await t.rejects(elsewhere.savePlaces([{ name: '。' }]), { code: 'SETTING_INVALID' })
    await t.rejects(elsewhere.saveDepartments([{ name: '水务局', words: ['\u200b'] }]), { code: 'SETTING_INVALID' })
    t.equal(await records.get('places', 'office'), undefined)
  })

  t.test('reads stored words by a map as it reads comments', async t => {
    const read = openReading({ departments: [WATER, TOWN], places: PLACES })
    t.same(read('城关镇路灯不亮', []), { places: ['城关镇'], office: '城关镇政府' })
    t.same(read('谢谢', []), { places: [], office: undefined })
  })
})
