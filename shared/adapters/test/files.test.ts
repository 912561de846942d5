import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { filesContract } from '@huiyin/ports/contracts/files.ts'
import t, { type Test } from 'tap'
import { folderFiles } from '../src/files/folder.ts'

const freshFolder = () => mkdtemp(join(tmpdir(), 'huiyin-files-'))

filesContract('folder', async () => {
  const folder = await freshFolder()
  const port = folderFiles(folder)
  return { port, again: async () => folderFiles(folder), close: () => rm(folder, { recursive: true }) }
})

async function opened(t: Test) {
  const folder = await freshFolder()
  t.teardown(() => rm(folder, { recursive: true }))
  const files = folderFiles(folder)
  const file = await files.receive([Buffer.from('积水照片')], 100)
  await file.keep()
  const { sha256 } = file
  return { folder, files, file, sha256, place: join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256) }
}

t.test('a file that was changed on the disk is an error, not delivered', async t => {
  const { files, sha256, place } = await opened(t)
  await writeFile(place, '积水照爿')
  await t.rejects(files.open(sha256), { code: 'ATTACHMENT_DAMAGED', message: /restore it from a backup/ })
})

t.test('a file belongs to nobody but who runs the house', async t => {
  const { place } = await opened(t)
  t.equal((await stat(place)).mode & 0o777, 0o600)
})

t.test('nothing is left of what was refused or discarded', async t => {
  const { folder, files, file } = await opened(t)
  await file.discard()
  await t.rejects(files.receive([Buffer.alloc(20)], 10), { code: 'ATTACHMENT_REFUSED' })
  t.same(await readdir(join(folder, '.incoming')), [])
})

t.test('what was taken aside by a process that ended is put back', async t => {
  const { folder, files, sha256, file } = await opened(t)
  await file.discard()
  await t.rejects(
    files.remove(sha256, () => Promise.reject(new Error('it ended'))),
    { message: 'it ended' }
  )
  await t.rejects(files.open(sha256))
  await files.tidy(Date.now() + 60_000)
  t.equal((await buffer((await files.open(sha256)).content)).toString(), '积水照片')
  t.same(await readdir(join(folder, '.incoming')), [])
})
