import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { comment, NOON, puts, says, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { compared, copied, rebuild } from '@huiyin/ports/contracts/rebuild.ts'
import t, { type Test } from 'tap'
import { openSqlite } from '../src/sqlite/open.ts'

/** A folder in which twenty comments stand, and whose file something was done to. */
async function spoilt(t: Test, sql = '') {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-rebuild-'))
  const first = await openSqlite({ folder })
  const all = Array.from({ length: 20 }, (_, n) => comment({ id: `c${n}`, publishedAt: NOON + n, text: '臺灣積水' }))
  await first.store.comments.putEach(puts(...all))
  await first.store.tickets.putEach(puts(ticket({ id: 'a' })))
  await first.close()
  change(folder, sql)
  const opened = await openSqlite({ folder })
  t.teardown(async () => {
    await opened.close()
    await rm(folder, { recursive: true })
  })
  return { folder, ...opened.store }
}

function change(folder: string, sql: string) {
  const db = new DatabaseSync(join(folder, 'huiyin.db'), { timeout: 5_000 })
  db.exec(sql)
  db.close()
}

t.test('a rebuild of tables', async t => {
  t.test('cuts the words anew, and fills the columns, of what another version wrote', async t => {
    const { comments, rebuilder } = await spoilt(
      t,
      `delete from comment_words; update comments set department = null, level = 'red'; update layouts set layout = '1'`
    )
    const found = () => comments.search({ sort: 'newest', atMost: 1, where: says('台湾积水') })
    t.equal((await found()).total, 0)
    t.notOk((await rebuilder.parts()).some(({ upToDate }) => upToDate))
    await rebuild(rebuilder, 'comments')
    t.equal((await found()).total, 20)
    t.same(await comments.count('level', {}), { blue: 20 })
    t.same(
      (await rebuilder.parts()).map(({ upToDate }) => upToDate),
      [false, true]
    )
  })

  for (const [what, sql] of Object.entries({
    'a document that is another': `update comments_next set document = replace(document, '積水', '停水') where row = 7`,
    'a row that is missing': 'delete from comments_next where row = 7',
    'words that are missing': 'delete from comment_words_next where rowid = 7',
    'a row too many': `insert into comments_next select * from comments where row = 1
      on conflict (row) do update set row = 99, id = 'z'`
  })) {
    t.test(`finds ${what} before anything is swapped`, async t => {
      const { folder, rebuilder, comments } = await spoilt(t)
      const copying = await copied(rebuilder, 'comments')
      change(folder, sql)
      t.ok((await compared(rebuilder, copying)).differs)
      await rebuilder.abandon(copying)
      t.equal((await comments.search({ sort: 'newest', atMost: 1, where: says('積水') })).total, 20)
    })
  }

  t.test('keeps each index under the name of its generation, however often it is done', async t => {
    const { folder, rebuilder } = await spoilt(t)
    const indices = () => {
      const db = new DatabaseSync(join(folder, 'huiyin.db'), { readOnly: true })
      const found = db
        .prepare("select name from sqlite_master where tbl_name = 'comments' and type = 'index' and sql is not null")
        .all()
        .map(({ name }) => String(name))
      db.close()
      return found.sort()
    }
    const before = indices()
    for (let n = 2; n < 5; n++) {
      await rebuild(rebuilder, 'comments')
      t.same(indices(), before.map(name => `${name}@${n}`).sort())
    }
  })
})
