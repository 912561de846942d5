import { cpSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { openGuard } from '@huiyin/ports/environment.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t from 'tap'
import { folderFingerprint } from '../src/fingerprint.ts'
import { memoryStore } from '../src/memory/store.ts'
import { openSqlite } from '../src/sqlite/open.ts'

const NOON = Date.parse('2026-11-23T12:00:00+08:00')
const HERE = async () => 'machine-1'

/** Opens the installation in a folder, asks its guard, and closes it. */
async function at<T>(folder: string, work: (guard: ReturnType<typeof openGuard>, logged: string[]) => Promise<T>) {
  const { store, close } = await openSqlite({ folder })
  const logged: string[] = []
  const logger = { ...silent, error: (_: object, message: string) => void logged.push(message) }
  const fingerprint = () => folderFingerprint(folder, HERE)
  try {
    return await work(openGuard(store.records, { fingerprint, clock: { now: () => NOON }, logger }), logged)
  } finally {
    await close()
  }
}

t.test('an installation in a folder', async t => {
  t.test('alerts from its first start on, and after each restart', async t => {
    const folder = join(t.testdir({}), 'office')
    for (let start = 0; start < 3; start++)
      await at(folder, async guard => {
        t.ok(await guard.mayAlert())
        t.equal(await guard.mute(), undefined)
      })
  })

  t.test('that was copied is mute, says why once, and what to do', async t => {
    const base = t.testdir({})
    const [original, copy] = [join(base, 'office'), join(base, 'copy')]
    await at(original, guard => guard.mayAlert())
    cpSync(original, copy, { recursive: true })
    await at(copy, async (guard, logged) => {
      t.notOk(await guard.mayAlert())
      t.notOk(await guard.mayAlert())
      t.match(logged, [/暂停发送提醒.*运行 huiyin adopt。 No alerts leave: expected .*huiyin adopt/])
      t.equal(logged.length, 1)
    })
    t.ok(await at(original, guard => guard.mayAlert()), 'the original goes on')
  })

  t.test('that took the place of the original under the same name is mute as well', async t => {
    const base = t.testdir({})
    const [office, kept] = [join(base, 'office'), join(base, 'kept')]
    await at(office, guard => guard.mayAlert())
    renameSync(office, kept)
    cpSync(kept, office, { recursive: true })
    t.notOk(await at(office, guard => guard.mayAlert()))
  })

  t.test('alerts once it was adopted; what it was before is answered', async t => {
    const base = t.testdir({})
    const [original, copy] = [join(base, 'office'), join(base, 'copy')]
    await at(original, guard => guard.mayAlert())
    cpSync(original, copy, { recursive: true })
    await at(copy, async guard => {
      const { changed, before } = await guard.adopt()
      t.ok(changed)
      t.equal(before?.fingerprint, await folderFingerprint(original, HERE))
      t.ok(await guard.mayAlert())
      t.match(await guard.current(), { since: NOON, adopted: true })
      t.match(await guard.adopt(), { changed: false }, 'a second time changes nothing')
    })
    t.ok(await at(copy, guard => guard.mayAlert()))
  })
})

t.test('the fingerprint of a folder differs from machine to machine', async t => {
  const folder = join(t.testdir({}), 'office')
  await at(folder, guard => guard.mayAlert())
  t.not(await folderFingerprint(folder, HERE), await folderFingerprint(folder, async () => 'machine-2'))
  const before = await folderFingerprint(folder)
  await at(folder, guard => guard.mayAlert())
  t.equal(await folderFingerprint(folder), before, 'and is the same after a restart')
})

t.test('two instances that start at once over one store agree on who alerts', async t => {
  const { records } = memoryStore()
  const guards = ['a', 'b'].map(name =>
    openGuard(records, { fingerprint: async () => name, clock: { now: () => NOON }, logger: silent })
  )
  t.same((await Promise.all(guards.map(guard => guard.mayAlert()))).sort(), [false, true])
})
