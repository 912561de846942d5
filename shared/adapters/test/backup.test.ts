import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { comment, NOON, puts } from '@huiyin/ports/contracts/fixtures.ts'
import t from 'tap'
import { openPlace } from '../src/backup/place.ts'
import { prune } from '../src/backup/prune.ts'
import { backupOf, restoreInto, tryRestore } from '../src/backup/restore.ts'
import { openSqlite } from '../src/sqlite/open.ts'
import { DAY, inFolder, type Kept, kept, quiet, take } from './backup-folder.ts'

const restore = async ({ at, key }: Kept, to: string, name?: string) => {
  const place = await openPlace(at, key)
  return restoreInto(place, await backupOf(place, name), to, quiet)
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap(one =>
    one.isFile() ? [join(one.parentPath, one.name)] : []
  )

t.test('a backup of a folder', async t => {
  t.test('restored into an empty folder is the same by checksum, attachments too', async t => {
    const here = await kept(t)
    const { totals } = await take(here)
    t.match(totals, {
      comments: { documents: 300 },
      tickets: { documents: 20 },
      records: { documents: 1 },
      log: { documents: 2 }
    })
    const to = join(here.at, '..', 'copy')
    t.same(await restore(here, to), totals)
    const attachment = ['office', 'attachments', 'ab', 'abcd']
    t.same(readFileSync(join(to, ...attachment)), readFileSync(join(here.data, ...attachment)))
    await inFolder(join(to, 'office'), async ({ store }) => {
      t.equal((await store.comments.search({ sort: 'oldest', atMost: 1 })).total, 300)
      t.same((await store.records.get('cursor', 'weibo/1'))?.document.value, { at: NOON })
    })
  })

  t.test('is taken of one moment while a house writes', async t => {
    const here = await kept(t)
    const house = await openSqlite({ folder: here.folder })
    t.teardown(house.close)
    let [n, ended] = [0, false]
    const writing = (async () => {
      for (; !ended; n += 1) {
        const made = comment({ id: `live${n}`, publishedAt: NOON + DAY + n })
        await house.store.comments.putEach(puts(made))
        await house.store.records.put('cursor', { id: 'weibo/1', value: { at: n } })
      }
    })()
    while (n < 20) await sleep(1)
    await take(here)
    ended = true
    await writing
    const to = join(here.at, '..', 'copy')
    await restore(here, to)
    await inFolder(join(to, 'office'), async ({ store }) => {
      const { total } = await store.comments.search({ sort: 'newest', atMost: 1 })
      const { at } = (await store.records.get<{ at: number }>('cursor', 'weibo/1'))!.document.value
      t.ok(total >= 320)
      t.ok(total - 300 === at + 1 || total - 300 === at + 2, 'the cursor is never ahead of what it stands for')
    })
  })

  t.test('taken again stores what has changed, and each can be restored', async t => {
    const here = await kept(t, 3000)
    const first = await take(here)
    const same = await take(here, NOON + 1)
    t.equal(same.added.chunks, 0, 'nothing has changed')
    await inFolder(here.folder, async ({ store }) => {
      const page = await store.comments.search({ sort: 'oldest', atMost: 30 })
      const found = await store.comments.getMany(page.rows)
      await store.comments.putEach(
        found.map(one => ({ document: { ...one!.document, likes: 7 }, version: one!.version }))
      )
    })
    const second = await take(here, NOON + DAY)
    t.ok(second.added.bytes < first.added.bytes / 3, `${second.added.bytes} of ${first.added.bytes}`)
    t.not(second.totals.comments?.checksum, first.totals.comments?.checksum)
    t.same(await restore(here, join(here.at, '..', 'one'), first.name), first.totals)
    t.same(await restore(here, join(here.at, '..', 'two')), second.totals)
  })

  t.test('is restored on trial without leaving anything', async t => {
    const here = await kept(t)
    const manifest = await take(here)
    const scratch = join(here.at, '..', 'scratch')
    mkdirSync(scratch)
    t.same(await tryRestore(here.place, manifest, quiet, scratch), manifest.totals)
    t.same(readdirSync(scratch), [])
    t.notOk(readdirSync(here.folder).some(name => name.startsWith('.backup')))
  })

  t.test('holds no key and no word in the clear, and nobody else may read it', async t => {
    const here = await kept(t)
    writeFileSync(join(here.data, 'secret.keys'), 'x')
    await take(here)
    const word = Buffer.from('comments')
    const files = filesIn(here.at)
    t.ok(files.length >= 3)
    for (const file of files) {
      t.notOk(readFileSync(file).includes(word), file)
      t.equal(statSync(file).mode & 0o77, 0, file)
    }
    const to = join(here.at, '..', 'copy')
    await restore(here, to)
    t.notOk(existsSync(join(to, 'secret.keys')))
  })
})

t.test('a restore refuses', async t => {
  t.test('a folder that is not empty, and leaves it as it is', async t => {
    const here = await kept(t)
    await take(here)
    await t.rejects(restore(here, here.data), { code: 'INVALID_REQUEST', message: /is not empty \(office\)/ })
    t.ok(existsSync(join(here.folder, 'huiyin.db')))
  })

  t.test('another key and another passphrase', async t => {
    const here = await kept(t)
    await take(here)
    const other = join(here.at, '..', 'other.key')
    writeFileSync(other, `${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 })
    await t.rejects(openPlace(here.at, { keyFile: other }), { code: 'SECRET_UNREADABLE', message: /key of id/ })
    await t.rejects(openPlace(here.at, { passphrase: 'not the one it was' }), { code: 'SECRET_UNREADABLE' })
    const at = join(here.at, '..', 'words')
    await openPlace(at, { passphrase: 'four words and a tree' }, { now: NOON })
    t.ok(await openPlace(at, { passphrase: 'four words and a tree' }))
    await t.rejects(openPlace(at, { passphrase: 'four words and a bee' }), {
      code: 'SECRET_UNREADABLE',
      message: /passphrase does not open/
    })
    await t.rejects(openPlace(join(here.at, '..', 'short'), { passphrase: 'short' }, { now: NOON }), {
      code: 'SETTINGS_INVALID'
    })
  })

  t.test('one flipped byte in any file, naming the part, and leaves no folder half written', async t => {
    const here = await kept(t)
    await take(here)
    const to = join(here.at, '..', 'copy')
    for (const file of filesIn(here.at)) {
      const whole = readFileSync(file)
      const broken = Buffer.from(whole)
      broken[Math.floor(whole.length / 2)]! ^= 1
      writeFileSync(file, broken)
      const refused = await restore(here, to).catch(error => error)
      t.match(
        refused,
        { code: /ARCHIVE_DAMAGED|SECRET_UNREADABLE/, message: /huiyin|list of the backup|of folder.attachments/ },
        file
      )
      t.same(existsSync(to) ? readdirSync(to) : [], [])
      writeFileSync(file, whole)
    }
    await restore(here, to)
  })

  t.test('a chunk that stands in for another', async t => {
    const here = await kept(t)
    await take(here)
    const [a, b] = filesIn(join(here.at, 'chunks'))
    writeFileSync(a!, readFileSync(b!))
    await t.rejects(restore(here, join(here.at, '..', 'copy')), {
      code: 'ARCHIVE_DAMAGED',
      message: /the chunk .* of /
    })
  })

  t.test('an archive, and a database, of a newer program', async t => {
    const here = await kept(t)
    const db = new DatabaseSync(join(here.folder, 'huiyin.db'))
    db.exec('pragma user_version = 9999')
    db.close()
    await take(here)
    await t.rejects(restore(here, join(here.at, '..', 'copy')), {
      code: 'STORE_UNAVAILABLE',
      message: /taken of a newer Huiyin \(0\.1\.0, layout 9999/
    })
    const header = join(here.at, 'huiyin-backup.json')
    writeFileSync(header, readFileSync(header, 'utf8').replace('"huiyinBackup": 1', '"huiyinBackup": 2'))
    await t.rejects(openPlace(here.at, here.key), { code: 'STORE_UNAVAILABLE', message: /newer Huiyin \(format 2/ })
  })

  t.test('a second that writes into the same archive', async t => {
    const here = await kept(t)
    writeFileSync(join(here.at, 'lock'), JSON.stringify({ pid: 1, host: 'elsewhere', since: 'noon' }))
    await t.rejects(take(here), { code: 'FOLDER_IN_USE', message: /process 1 on elsewhere/ })
    const gone = { pid: 999_999_999, host: hostname(), since: 'noon' }
    writeFileSync(join(here.at, 'lock'), JSON.stringify(gone))
    t.ok(await take(here), 'one that has ended holds up nobody')
    t.notOk(existsSync(join(here.at, 'lock')))
  })
})

t.test('backups that are old', async t => {
  t.test('go with all that only they held, the newest stays', async t => {
    const here = await kept(t)
    await take(here)
    await inFolder(here.folder, ({ store }) => store.comments.putEach(puts(comment({ id: 'new', publishedAt: NOON }))))
    const newest = await take(here, NOON + 10 * DAY)
    t.match(await prune(here.place, NOON + 5 * DAY), { backups: { length: 1 } })
    t.same(await here.place.backups(), [newest.name])
    t.same(await restore(here, join(here.at, '..', 'copy')), newest.totals)
    t.match(await prune(here.place, NOON + 50 * DAY), { backups: [] }, 'the newest is never removed')
  })

  t.test('leave nothing behind of a word that was taken out, in chunks that newer ones share', async t => {
    const here = await kept(t)
    const word = '极为特别的一句话'
    const named = { id: 'secret', publishedAt: NOON, text: word, firstText: word }
    await inFolder(here.folder, ({ store }) => store.comments.putEach(puts(comment(named))))
    const holds = async () => {
      const names = await here.place.chunks()
      const plains = await Promise.all(names.map(name => here.place.get(name, 'all')))
      return plains.some(plain => plain.includes(Buffer.from(word)))
    }
    await take(here)
    t.ok(await holds())
    await inFolder(here.folder, async ({ store, compact }) => {
      const [found] = await store.comments.getMany([named])
      const document = { ...found!.document, text: '', firstText: '', state: 'erased' as const }
      t.match(await store.comments.putEach([{ document, version: found!.version }]), [{ outcome: 'put' }])
      await compact()
    })
    const newest = await take(here, NOON + 10 * DAY)
    t.ok(await holds(), 'the older backup still has it')
    t.ok((await prune(here.place, NOON + 5 * DAY)).thinned > 0)
    t.notOk(await holds())
    t.same(await restore(here, join(here.at, '..', 'copy')), newest.totals)
    t.match(await prune(here.place, NOON + 5 * DAY), { chunks: 0, thinned: 0 }, 'and there is nothing left to do')
    t.equal((await take(here, NOON + 11 * DAY)).added.chunks, 0, 'the next backup goes on from it')
  })
})
