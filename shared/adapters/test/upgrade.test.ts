import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { comment, NOON } from '@huiyin/ports/contracts/fixtures.ts'
import t from 'tap'
import { openWriter } from '../src/sqlite/connection.ts'
import { dropSafetyCopies, safetyCopies } from '../src/sqlite/safety-copy.ts'
import { FILE_LAYOUT, migrate } from '../src/sqlite/schema.ts'
import { DAY, inFolder } from './backup-folder.ts'

const EARLIER = FILE_LAYOUT - 1

/** A program of an earlier layout: it opens a file, or refuses it. */
function earlier<T>(path: string, layout: number, work: (db: DatabaseSync) => T): T {
  const db = openWriter(path)
  try {
    migrate(db, path, layout)
    return work(db)
  } finally {
    db.close()
  }
}

/** A file as an earlier program leaves it, with so many comments. */
function fileOf(folder: string, layout: number, count: number): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'huiyin.db')
  earlier(path, layout, db => {
    const put = db.prepare(`
      insert into comments (id, version, words_digest, key, platform, account, post, ours, published_at, published_day, document)
      values (?, 1, '', 'k', 'weibo', '1', 'p', 0, ?, '2026-11-21', ?)
    `)
    for (let n = 0; n < count; n++) {
      const one = comment({ id: `c${n}`, publishedAt: NOON + n })
      put.run(one.id, one.publishedAt, JSON.stringify(one))
    }
  })
  return path
}

const layoutOf = (path: string) => {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    return Number(db.prepare('pragma user_version').get()?.user_version)
  } finally {
    db.close()
  }
}

t.test('an upgrade of a folder', async t => {
  for (const layout of [1, EARLIER])
    t.test(`brings a file of layout ${layout} forward and keeps a copy of it as it was`, async t => {
      const folder = t.testdir({})
      const path = fileOf(folder, layout, 50)
      await inFolder(folder, async ({ store }) => {
        t.equal((await store.comments.search({ sort: 'oldest', atMost: 1 })).total, 50)
      })
      t.equal(layoutOf(path), FILE_LAYOUT)
      t.match(safetyCopies(folder), [{ layout, path: join(folder, `before-layout-${layout}.db`) }])
      t.equal(statSync(safetyCopies(folder)[0]!.path).mode & 0o77, 0)
    })

  t.test('can be taken back: the program of before refuses the new file and opens the copy', async t => {
    const folder = t.testdir({})
    const path = fileOf(folder, EARLIER, 50)
    await inFolder(folder, async () => {})
    const count = (db: DatabaseSync) => db.prepare('select count(*) as n from comments').get()?.n
    t.throws(() => earlier(path, EARLIER, count), {
      code: 'STORE_UNAVAILABLE',
      message: new RegExp(`newer Huiyin \\(layout ${FILE_LAYOUT}, this one knows ${EARLIER}\\)`)
    })
    t.equal(layoutOf(path), FILE_LAYOUT, 'and leaves it as it is')
    const [copy] = safetyCopies(folder)
    renameSync(path, `${path}.upgraded`)
    for (const beside of ['-wal', '-shm']) rmSync(path + beside, { force: true })
    copyFileSync(copy!.path, path)
    t.equal(earlier(path, EARLIER, count), 50)
    await inFolder(folder, async ({ store }) => {
      t.equal((await store.comments.search({ sort: 'oldest', atMost: 1 })).total, 50, 'and forward again')
    })
  })

  t.test('of a file that cannot be copied first does not happen', async t => {
    const folder = t.testdir({})
    const path = fileOf(folder, EARLIER, 5)
    mkdirSync(join(folder, `before-layout-${EARLIER}.db.new`))
    await t.rejects(
      inFolder(folder, async () => {}),
      { code: 'STORE_UNAVAILABLE', message: /was left so: no copy/ }
    )
    t.equal(layoutOf(path), EARLIER)
  })

  t.test('leaves nothing for ever: the copy goes after its time', async t => {
    const folder = t.testdir({})
    fileOf(folder, EARLIER, 5)
    await inFolder(folder, async () => {})
    const [copy] = safetyCopies(folder)
    t.same(dropSafetyCopies(folder, Date.now() - 29 * DAY), [])
    const long = (Date.now() - 30 * DAY) / 1000
    utimesSync(copy!.path, long, long)
    t.match(dropSafetyCopies(folder, Date.now() - 29 * DAY), [{ layout: EARLIER }])
    t.notOk(existsSync(copy!.path))
  })

  t.test('of a file of this layout makes no copy', async t => {
    const folder = t.testdir({})
    for (const _ of [1, 2]) await inFolder(folder, async () => {})
    t.notOk(readdirSync(folder).some(name => name.startsWith('before-')))
  })
})
