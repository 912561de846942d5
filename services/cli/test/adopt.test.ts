import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { type House, openHouse } from '@huiyin/adapters/house.ts'
import { openGuard } from '@huiyin/ports/environment.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t from 'tap'
import { officeFolder } from '../src/world.ts'
import { runHuiyin } from './command.ts'
import { office } from './house.ts'
import { serve } from './server.ts'

const mayAlert = (house: House) => openGuard(house.store.records, house).mayAlert()

/** An office that has alerted, and a copy of all its data elsewhere. */
async function copied(t: Parameters<typeof office>[0]) {
  const here = await office(t)
  t.ok(await here.look(mayAlert))
  const data = join(here.folder, 'copy')
  cpSync(here.settings.data, data, { recursive: true })
  const settings = { ...here.settings, data }
  const open = () => openHouse({ settings, folder: officeFolder(settings), logger: silent })
  return { here, data, settings, open }
}

t.test('huiyin adopt', async t => {
  t.test('lets a copy alert, where no server runs', async t => {
    const { here, data, open } = await copied(t)
    const look = async () => {
      const house = await open()
      return mayAlert(house).finally(house.close)
    }
    t.notOk(await look())
    const { code, stdout } = await runHuiyin(data, 'adopt')
    t.equal(code, 0)
    t.match(stdout, /is now the one that alerts\. Before it was [0-9a-f]{12}, since 20/)
    t.ok(await look())
    t.match((await runHuiyin(data, 'adopt')).stdout, /already/)
    t.ok(await here.look(mayAlert), 'the original was not asked')
  })

  t.test('lets a running server alert from its next round on', async t => {
    const { data, settings } = await copied(t)
    const house = await serve(t, { settings })
    const guard = openGuard(house.store.records, house)
    t.notOk(await guard.mayAlert())
    t.match((await runHuiyin(data, 'adopt')).stdout, /now the one that alerts/)
    t.ok(await guard.mayAlert())
  })

  t.test('where nothing is kept yet says so', async t => {
    const { code, stderr } = await runHuiyin(join(t.testdir({}), 'data'), 'adopt')
    t.equal(code, 1)
    t.match(stderr, /Nothing is kept/)
  })
})
