import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openHouse } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { comment, NOON, puts } from '@huiyin/ports/contracts/fixtures.ts'
import { openGuard } from '@huiyin/ports/environment.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t, { type Test } from 'tap'
import { adoptCommand } from '../src/adopt-command.ts'
import { makeKeyFile } from '../src/backup/secret.ts'
import { type BackupOptions, backupCommand, listCommand, verifyCommand } from '../src/backup-command.ts'
import { restoreCommand } from '../src/restore-command.ts'
import { officeFolder } from '../src/world.ts'
import { runHuiyin } from './command.ts'
import { type Office, office } from './house.ts'
import { serve } from './server.ts'

const { signal: SIGNAL } = new AbortController()

async function filled(t: Test): Promise<Office & { at: BackupOptions & { to: string; keyFile: string } }> {
  const here = await office(t)
  process.env.HUIYIN_DATA = here.settings.data
  const comments = Array.from({ length: 100 }, (_, n) => comment({ id: `c${n}`, publishedAt: NOON + n }))
  await here.look(async house => {
    await house.store.comments.putEach(puts(...comments))
    await openGuard(house.store.records, house).mayAlert()
  })
  const at = { to: join(here.folder, 'archive'), keyFile: join(here.folder, 'backup.key') }
  t.match(makeKeyFile(at.keyFile), /^.{8}$/)
  t.equal(statSync(at.keyFile).mode & 0o77, 0)
  return { ...here, at }
}

const open = async (data: string) => {
  const settings = await readSettings({ HUIYIN_DATA: data })
  return openHouse({ settings, folder: officeFolder(settings), logger: silent })
}

async function toldOf(house: Awaited<ReturnType<typeof open>>): Promise<string[]> {
  for await (const { events } of house.logs.events.read({ group: 'test', atMost: 100 }))
    return events.filter(({ type }) => type === 'backup.taken').map(({ actor }) => actor.id)
  return []
}

for (const place of ['alone', 'beside a running house']) {
  t.test(`a backup and a restore on the command line, ${place}`, async t => {
    const here = await filled(t)
    const { at } = here
    const house = place === 'alone' ? undefined : await serve(t, here)
    const taken = await backupCommand({ ...at, verify: true }, SIGNAL)
    t.match(taken, /comments +100 +[0-9a-f]{16}/)
    t.match(taken, /was restored on trial: identical by checksum/)
    t.match(taken, /Keep apart[\s\S]*backup\.key: without it nobody[\s\S]*secret\.keys.*not in the archive/)
    t.match(await listCommand(at), /2\d{3}-.*Z +\d+ .* cli:/)
    t.match(await verifyCommand(undefined, at), /identical by checksum/)

    const sum = /comments +100 +([0-9a-f]{16})/.exec(taken)![1]!
    const to = join(here.folder, 'copy')
    const restored = await restoreCommand(at.to, { to, keyFile: at.keyFile })
    t.match(restored, new RegExp(`comments +100 +${sum}`))
    t.match(restored, /identical by checksum[\s\S]*secret\.keys[\s\S]*huiyin erase repeat[\s\S]*huiyin adopt/)
    const copy = await open(to)
    const guard = openGuard(copy.store.records, copy)
    t.notOk(await guard.mayAlert(), 'it sends nothing')
    t.equal(await guard.adoptedAt(), undefined)
    await copy.close()
    process.env.HUIYIN_DATA = to
    t.match(await adoptCommand(SIGNAL), /is now the one that alerts/)
    t.match(await (house ? toldOf(house) : here.look(toldOf)), [/^cli:/], 'the trail is told who holds a copy')
  })
}

t.test('a backup on the command line', async t => {
  t.test('puts the keys in only when it is asked to, and says what that means', async t => {
    const here = await filled(t)
    const keys = join(here.settings.data, 'secret.keys')
    writeFileSync(keys, `${Buffer.alloc(32, 5).toString('base64')}\n`, { mode: 0o600 })
    t.match(await backupCommand({ ...here.at, withKeys: true }, SIGNAL), /is IN this archive, as you asked/)
    const to = join(here.folder, 'copy')
    await restoreCommand(here.at.to, { to, keyFile: here.at.keyFile })
    t.equal(readFileSync(join(to, 'secret.keys'), 'utf8'), readFileSync(keys, 'utf8'))
    t.equal(statSync(join(to, 'secret.keys')).mode & 0o77, 0)
  })

  t.test('says what is missing and what is wrong', async t => {
    const here = await filled(t)
    const { data } = here.settings
    const { to: archive, keyFile } = here.at
    const backup = (options: BackupOptions) => backupCommand(options, SIGNAL)
    const restore = (to: string, name?: string) =>
      restoreCommand(archive, { to, keyFile, ...(name && { backup: name }) })
    await t.rejects(backup({}), { message: /Say where the archive is: --to/ })
    await t.rejects(backup({ to: archive, keyFile: 'nowhere' }), {
      code: 'KEY_MISSING',
      message: /There is no key file/
    })
    await t.rejects(backup({ to: data, keyFile }), { message: /neither empty nor an archive/ })
    t.throws(() => makeKeyFile(keyFile), { message: /is there already and is left as it is/ })
    await backup(here.at)
    await t.rejects(restore(data), { message: /is not empty/ })
    await t.rejects(restore(join(here.folder, 'x'), 'yesterday'), { message: /has no backup yesterday/ })
    t.notOk(existsSync(join(here.folder, 'x')))
    const chunks = readdirSync(join(archive, 'chunks'), { recursive: true, withFileTypes: true })
    for (const one of chunks.filter(one => one.isFile())) {
      const path = join(one.parentPath, one.name)
      writeFileSync(path, readFileSync(path).fill(1, 30, 31))
    }
    const broken = await runHuiyin(data, 'restore', archive, '--key-file', keyFile, '--to', join(here.folder, 'y'))
    t.match(broken, { code: 1, stdout: '', stderr: /^huiyin: The archive is damaged: the chunk .* of .*\n$/ })
    await t.rejects(verifyCommand(undefined, here.at), { code: 'ARCHIVE_DAMAGED' })
  })
})
