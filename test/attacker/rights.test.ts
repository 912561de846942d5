import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderFiles } from '@huiyin/adapters/files/folder.ts'
import { openWorld } from '@huiyin/adapters/open.ts'
import { keyFile } from '@huiyin/adapters/secrets/key-file.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { keepFile } from '@huiyin/ports/file-uses.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t, { type Test } from 'tap'

/** What another user of the machine can open. */

const OTHERS = 0o077
const skip = process.platform === 'win32' ? 'Windows has rights of another kind' : false

function home(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-rights-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Paths below a folder, itself among them, that others may read, write or enter. */
const open = (folder: string) =>
  ['.', ...readdirSync(folder, { recursive: true })]
    .map(String)
    .filter(path => statSync(join(folder, path)).mode & OTHERS)

t.test('another user of the machine', { skip }, async t => {
  t.test('reads nothing of the data folder, however loosely the process was started', async t => {
    const before = process.umask(0)
    t.teardown(() => process.umask(before))
    const folder = join(home(t), 'data')
    const world = await openWorld(settingsOf({ data: folder }), silent, folder)
    const { records } = world.store
    await records.create('person', { id: 'li', value: {} })
    await keepFile({ records, files: folderFiles(join(folder, 'attachments')) }, [Buffer.from('x')], {
      user: 'a',
      atMost: 9
    })
    keyFile(join(folder, 'secret.keys')).make()
    t.same(
      open(folder).filter(path => !path.startsWith('attachments')),
      [],
      'while it runs, with the write-ahead log'
    )
    t.same(statSync(folder).mode & OTHERS, 0, 'and nobody else enters it, so that what is below is out of reach')
    await world.close()
  })

  t.test('reads nothing any more of a folder that an earlier version left open', async t => {
    const folder = join(home(t), 'data')
    mkdirSync(folder, { mode: 0o755 })
    chmodSync(folder, 0o755)
    await (await openWorld(settingsOf({ data: folder }), silent, folder)).close()
    chmodSync(join(folder, 'huiyin.db'), 0o644)
    chmodSync(folder, 0o755)
    const world = await openWorld(settingsOf({ data: folder }), silent, folder)
    t.same(open(folder), [])
    await world.close()
  })

  t.test('makes the house refuse a key that they could read', async t => {
    const path = join(home(t), 'secret.keys')
    keyFile(path).make()
    chmodSync(path, 0o644)
    t.throws(() => keyFile(path).read(), { code: 'SETTINGS_INVALID', message: /chmod 600/ })
  })

  t.test('reads nothing of what huiyin writes', async t => {
    const main = join(import.meta.dirname, '../../services/cli/src/main.ts')
    const asked = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `process.umask(0); process.argv = ['node', 'huiyin', '--version']; await import(${JSON.stringify(main)}); process.stdout.write(String(process.umask()))`
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] }
    )
    const [text] = await Promise.all([asked.stdout.toArray(), once(asked, 'exit')])
    t.match(Buffer.concat(text).toString(), /63$/, '0077')
  })
})
