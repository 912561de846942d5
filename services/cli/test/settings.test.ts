import { userInfo } from 'node:os'
import { silent } from '@huiyin/ports/logger.ts'
import { settingHeads } from '@huiyin/ports/setting-revisions.ts'
import t from 'tap'
import { inWorld, officeFolder } from '../src/world.ts'
import { runHuiyin } from './command.ts'
import { office } from './house.ts'
import { serve } from './server.ts'

const FILE = `huiyin-settings: 1
places:
  - name: 云溪县
  - name: 城关镇
    within: 云溪县
departments:
  - name: 城关镇政府
    places: [城关镇]
people:
  - id: li
    name: 李静
    contacts: []
    leave: []
`

const person = (name: string) => ({ id: 'li', name, contacts: [], leave: [] })

t.test('huiyin settings', async t => {
  t.test('prints every setting, as it always did', async t => {
    const here = await office(t)
    const { code, stdout } = await runHuiyin(here.settings.data, 'settings')
    t.equal(code, 0)
    t.match(stdout, /HUIYIN_DATA +data/)
  })

  t.test('takes a file in, after a dry run that changes nothing, and gives it out again', async t => {
    const here = await office(t)
    const { data } = here.settings
    const file = here.write('settings.yaml', FILE)
    const dry = await runHuiyin(data, 'settings', 'import', file, '--dry-run')
    t.equal(dry.code, 0, dry.stderr)
    t.match(dry.stdout, /^line 3 {2}places office: new$/m)
    t.match(dry.stdout, /^line 10 {2}people li: new$/m)
    t.match(dry.stdout, /3 new, 0 changed, 0 unchanged, 0 refused\nNothing was changed\./)
    await here.look(async ({ store }) => t.same(await settingHeads(store.records), []))

    t.match(await runHuiyin(data, 'settings', 'import', file), { code: 0, stdout: /3 new/ })
    const again = await runHuiyin(data, 'settings', 'import', file)
    t.match(again.stdout, /0 new, 0 changed, 3 unchanged, 0 refused/)
    const { stdout } = await runHuiyin(data, 'settings', 'export')
    t.match(stdout, 'huiyin-settings: 1\nplaces:\n  - name: 云溪县\n  - name: 城关镇\n    within: 云溪县\n')
    t.notMatch((await runHuiyin(data, 'settings', 'export', 'people')).stdout, /places/)
    await here.look(async ({ store }) =>
      t.match(await settingHeads(store.records, 'people'), [
        { id: 'li', n: 1, how: 'imported', by: { id: `cli:${userInfo().username}` } }
      ])
    )
  })

  t.test('refuses what is no such file with its line, and what cannot be saved with why', async t => {
    const here = await office(t)
    const { data } = here.settings
    const wrong = await runHuiyin(data, 'settings', 'import', here.write('wrong.yaml', 'huiyin-settings: 1\nmen: []\n'))
    t.match(wrong, { code: 1, stderr: /Line 2: men is no setting; there are places, departments/ })
    const bad = FILE.replace('places: [城关镇]', 'places: [无此地]')
    const refused = await runHuiyin(data, 'settings', 'import', here.write('bad.yaml', bad))
    t.match(refused, { code: 1, stdout: /departments office: refused \(SETTING_INVALID\)\n.*无此地/ })
    t.match(refused.stdout, /2 new, 0 changed, 0 unchanged, 1 refused/)
    t.match(await runHuiyin(data, 'settings', 'history', 'men'), { code: 1, stderr: /Expected one of accounts/ })
    t.match(await runHuiyin(data, 'settings', 'import', 'nowhere.yaml'), {
      code: 1,
      stderr: /cannot be read \(ENOENT\)/
    })
  })

  t.test('says who changed what when', async t => {
    const here = await office(t)
    await here.look(async ({ rulebook }) => {
      const saves = rulebook.by({ by: { id: 'boss', name: '钱主任', role: 'administrator' } })
      await saves.savePerson(person('李静'))
      const [kept] = rulebook.people().persons
      await saves.savePerson({ ...kept!, role: '组长' }, (await import('@huiyin/ports/rule-records.ts')).tagOf(kept))
    })
    const { stdout } = await runHuiyin(here.settings.data, 'settings', 'history', 'people', 'li')
    t.match(
      stdout,
      /^2 {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}saved {2}钱主任\n {4}role: \+ "组长"\n1 {2}.* {2}saved {2}钱主任\n$/
    )
    t.match(await runHuiyin(here.settings.data, 'settings', 'history', 'people', 'wu'), {
      code: 1,
      stderr: /There is no saved setting people "wu"/
    })
  })

  t.test('beside a server goes through the process that owns the folder, however long the file is', async t => {
    const here = await office(t)
    const house = await serve(t, here)
    const places = Array.from({ length: 12_000 }, (_, i) => `  - name: 云溪县第${i}居民小区与周边道路\n`).join('')
    const text = `huiyin-settings: 1\nplaces:\n${places}`
    const options = {
      ...{ settings: here.settings, folder: officeFolder(here.settings), logger: silent, services: false },
      signal: AbortSignal.timeout(60_000)
    }
    await inWorld(options, async ({ place, kept, calendars }) => {
      t.equal(place, 'server')
      const { digest, items } = await kept.import(text, undefined, 'cli:root')
      t.match(items, [{ what: 'places', outcome: 'new' }])
      await kept.import(text, digest, 'cli:root')
      t.equal(house.map.now().places.length, 12_000)
      t.equal(await kept.export(['places'], 'cli:root'), text)
      t.match((await kept.history({ what: 'places', id: 'office' }, 'cli:root')).rows, [{ by: { id: 'cli:root' } }])
      await calendars.add({ ...(await calendars.newest('office')), version: await calendars.nextVersion('office') })
    })
    const [head] = await settingHeads(house.store.records, 'calendars')
    t.match(head, { id: 'office', how: 'saved', by: { id: `cli:${userInfo().username}` } })
  })
})
