import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { readSettings, settingsOf } from '../src/settings.ts'

t.test('departments and places', async t => {
  const given = {
    departments: [{ name: '石桥镇政府', places: ['石桥镇'] }],
    places: [{ name: '青禾县' }, { name: '石桥镇', aliases: ['石桥'], within: '青禾县' }]
  }
  const file = join(t.testdir(), 'huiyin.json')
  const read = async (settings: object) => {
    await writeFile(file, JSON.stringify(settings))
    return readSettings({ HUIYIN_CONFIG: file })
  }
  const refused = (t: Test, settings: object, message: RegExp) =>
    t.rejects(read(settings), { code: 'SETTINGS_INVALID', message })

  t.test('are none unless the file lists them', async t => {
    t.match(settingsOf({}), { departments: [], places: [] })
  })

  t.test('come from the file', async t => {
    t.match(await read(given), given)
  })

  t.test('cannot be given by the environment', async t => {
    await t.rejects(readSettings({ HUIYIN_PLACES: '[]' }), { message: /HUIYIN_PLACES is not a setting/ })
  })

  t.test('are refused by what is wrong, and where', async t => {
    await refused(t, { places: [{ name: '' }] }, /^places at \/0\/name must not have fewer than 1 characters; it is ""/)
    await refused(t, { places: [{}] }, /^places at \/0 must have required properties name; it is \{\}/)
    await refused(
      t,
      { departments: [{ name: '甲局', clases: ['城乡建设'] }] },
      /^departments at \/0\/clases is not known; it is \["城乡建设"\]/
    )
    await refused(t, { departments: '甲局' }, /^departments must be array; it is "甲局"/)
  })

  t.test('are refused without all that was listed when the list is long', async t => {
    const words = Array.from({ length: 1001 }, (_, i) => `停水${i}`)
    const wrong = await read({ departments: [{ name: '甲局', words }] }).catch((error: Error) => error.message)
    t.match(wrong, /^departments at \/0\/words must not have more than 1000 items; it is \["停水0",/)
    t.ok(String(wrong).length < 500)
  })

  t.test('are refused when they do not fit together', async t => {
    await refused(t, { ...given, places: [] }, /"石桥镇" of "石桥镇政府" is not in places/)
    await refused(t, { places: [{ name: '石桥镇', within: '青禾县' }] }, /"青禾县" around "石桥镇" is none of them/)
    await refused(t, { departments: [{ name: '甲局', classes: ['城建'] }] }, /"城建" of "甲局" is none of them/)
  })
})
