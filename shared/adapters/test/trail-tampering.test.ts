import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { anchorAfter, newSigningKey } from '@huiyin/domain/trail/anchor.ts'
import { linksAfter } from '@huiyin/domain/trail/link.ts'
import { type AnchorPorts, openAnchors } from '@huiyin/ports/anchors.ts'
import { openChronicle } from '@huiyin/ports/chain.ts'
import { historyRow, MINUTE, NOON } from '@huiyin/ports/contracts/fixtures.ts'
import { trailSource } from '@huiyin/ports/trail-source.ts'
import { verifyTrail } from '@huiyin/ports/verify-trail.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import type { Anchor, Link, Verification } from '@huiyin/schemas/trail.ts'
import fc from 'fast-check'
import t from 'tap'
import { newKeyText } from '../src/secrets/keys.ts'
import { openVault } from '../src/secrets/vault.ts'
import { blocksOf, linksIn } from '../src/sqlite/link-blocks.ts'
import { openSqlite, type Sqlite } from '../src/sqlite/open.ts'

// `npm run faults:suites` takes all of it.
const LONG = process.env.FAULTS === 'long'
const EVENTS = 60
const vault = openVault({ key: newKeyText(), data: '', store: 'sqlite' })
const home = await mkdtemp(join(tmpdir(), 'huiyin-trail-'))
t.teardown(() => rm(home, { recursive: true }))

const open = (folder: string) => openSqlite({ folder })

function anchorsOf({ store: { trail, records } }: Sqlite, now = NOON) {
  const ports: AnchorPorts = { trail, records, vault, clock: { now: () => now }, tell: async () => {} }
  return openAnchors(ports)
}

const row = (n: number): HistoryRow =>
  historyRow({ ticket: `weibo/1/7/${n % 5}/by/9`, n, offset: String(n), data: { label: 'complaint', turn: n } })

/** Sixty events in lots of several sizes, anchored four times; the last one after the end. */
const untouched = join(home, 'untouched')
{
  const sqlite = await open(untouched)
  const chronicle = openChronicle(sqlite.store)
  let n = 0
  for (const [i, lot] of [7, 1, 20, 12, 5, 15].entries()) {
    await chronicle.write(Array.from({ length: lot }, () => row(++n)))
    if (i % 2 === 1) await anchorsOf(sqlite, NOON + n * MINUTE).anchor()
  }
  await sqlite.close()
}

const verified = async (sqlite: Sqlite, kept?: Anchor[], period?: { from: number; to: number }) => {
  const anchors = anchorsOf(sqlite)
  return verifyTrail(trailSource(sqlite.store.trail, sqlite.store.history, anchors), {
    now: NOON,
    ...(kept && { kept }),
    ...period
  })
}

/** What verification says of a copy in which somebody has done something to the file. */
async function after(
  change: (db: DatabaseSync) => void,
  kept?: Anchor[],
  period?: { from: number; to: number }
): Promise<Verification> {
  const folder = await mkdtemp(join(home, 'copy-'))
  await cp(untouched, folder, { recursive: true })
  const db = new DatabaseSync(join(folder, 'huiyin.db'))
  change(db)
  db.close()
  const sqlite = await open(folder)
  try {
    return await verified(sqlite, kept, period)
  } finally {
    await sqlite.close()
    await rm(folder, { recursive: true })
  }
}

type Cells = Record<string, string | number>

const rowsOf = (db: DatabaseSync, table: string) =>
  db.prepare(`select rowid as place, * from ${table}`).all() as Cells[]

const blocks = (db: DatabaseSync) => rowsOf(db, 'links') as unknown as (Parameters<typeof linksIn>[0] & Cells)[]

const every = (db: DatabaseSync): Link[] => blocks(db).flatMap(linksIn)

/** Writes the chain anew, with blocks that are sound in themselves. */
function rewrite(db: DatabaseSync, links: readonly Link[]) {
  db.exec('delete from links')
  const insert = db.prepare(
    'insert into links (partition, first, last, bucket, from_at, to_at, prev, head, links) values (?, ?, ?, ?, ?, ?, ?, ?, ?)'
  )
  for (const link of links) for (const block of blocksOf([link])) insert.run(...block)
}

const ANY = { i: fc.nat(), j: fc.nat(), by: fc.integer({ min: 1, max: 25 }) }

/** One character of one cell, to another one. */
function oneByte(
  db: DatabaseSync,
  table: string,
  columns: readonly string[],
  { i, j, by }: { i: number; j: number; by: number }
) {
  const all = rowsOf(db, table)
  const cells = all.flatMap(cells => columns.map(column => ({ place: cells.place!, column, value: cells[column] })))
  const { place, column, value } = cells[i % cells.length]!
  if (typeof value === 'number') {
    db.prepare(`update ${table} set "${column}" = ? where rowid = ?`).run(value + by * 1_000, place)
    return
  }
  const text = String(value)
  const at = j % text.length
  const old = text.charCodeAt(at)
  const other = String.fromCharCode(97 + ((Math.max(0, old - 97) + by) % 26))
  const changed = text.slice(0, at) + (other === text[at] ? '~' : other) + text.slice(at + 1)
  db.prepare(`update ${table} set "${column}" = ? where rowid = ?`).run(changed, place)
}

const noticed = (change: (db: DatabaseSync, of: { i: number; j: number; by: number }) => void, runs: number) =>
  fc.assert(
    fc.asyncProperty(fc.record(ANY), async of => {
      const { ok, broken, findings } = await after(db => change(db, of))
      if (ok || broken === 0 || !findings[0]?.words) throw new Error(`Nobody noticed: ${JSON.stringify(of)}`)
    }),
    { numRuns: LONG ? runs : Math.ceil(runs / 4) }
  )

t.test('a trail', async t => {
  t.test('that nobody touched is proven, all of it', async t => {
    const sqlite = await open(untouched)
    t.teardown(sqlite.close)
    t.match(await verified(sqlite, await anchorsOf(sqlite).list({ atMost: 10 })), {
      ...{ ok: true, links: EVENTS, rows: EVENTS, redacted: 0, unanchored: 0, anchors: 3, broken: 0, findings: [] },
      key: await anchorsOf(sqlite).key()
    })
  })

  t.test('shows one character changed in any row of the history', async () => {
    const columns = ['document', 'id', 'ticket', 'n', 'at', 'partition', 'offset']
    await noticed((db, of) => oneByte(db, 'history', columns, of), 40)
  })

  t.test('shows one character changed in any of its links', async () => {
    const columns = ['links', 'prev', 'head', 'first', 'last', 'bucket', 'from_at', 'to_at', 'partition']
    await noticed((db, of) => oneByte(db, 'links', columns, of), 50)
  })

  t.test('shows any row of the history that was taken out, by its link', async t => {
    for (const n of [1, 8, 33, 60]) {
      const { findings } = await after(db => db.exec(`delete from history where "offset" = ${n}`))
      t.match(findings, [{ what: 'row-missing', link: `0/${n}`, words: /no row in the history/ }])
    }
  })

  t.test('shows any link that was taken out', async t => {
    for (const n of [1, 8, 33, 59, 60]) {
      const { findings } = await after(db =>
        rewrite(
          db,
          every(db).filter(link => link.n !== n)
        )
      )
      t.match(findings[0], { what: 'link-missing', link: `0/${n}` })
    }
  })

  t.test('shows any stretch that was taken out, and an end that was cut off', async () => {
    await noticed((db, { i, by }) => {
      const from = 1 + (i % EVENTS)
      rewrite(
        db,
        every(db).filter(({ n }) => n < from || n >= from + by)
      )
    }, 20)
    await noticed((db, { i }) => rewrite(db, every(db).slice(0, i % EVENTS)), 20)
    await noticed(db => db.exec('delete from links'), 1)
  })

  t.test('shows a whole period that was taken out, links and rows, to who asks for that period only', async t => {
    const times = (first: number, last: number) => ({ from: NOON + first * MINUTE, to: NOON + last * MINUTE })
    for (const [first, last] of [
      [1, 8],
      [12, 30],
      [9, 40],
      [41, 60]
    ] as const) {
      const cut = (db: DatabaseSync) => {
        const left = every(db).filter(({ n }) => n < first || n > last)
        rewrite(db, left)
        db.exec(`delete from history where "offset" between ${first} and ${last}`)
      }
      const { ok, findings } = await after(cut, undefined, times(first, last))
      t.equal(ok, false, `${first} to ${last}`)
      t.match(findings[0], { what: 'link-missing', link: `0/${first}` })
    }
  })

  t.test('shows two links that changed places, and two rows', async () => {
    await noticed((db, { i, by }) => {
      const links = every(db)
      const [one, other] = [i % EVENTS, (i + by) % EVENTS]
      const [a, b] = [links[one]!, links[other]!]
      links[one] = { ...b, n: a.n, prev: a.prev }
      links[other] = { ...a, n: b.n, prev: b.prev }
      rewrite(db, links)
    }, 20)
    await noticed((db, { i, by }) => {
      const all = rowsOf(db, 'history')
      const [one, other] = [all[i % EVENTS]!, all[(i + by) % EVENTS]!]
      const put = db.prepare('update history set document = ? where rowid = ?')
      put.run(other.document!, one.place!)
      put.run(one.document!, other.place!)
    }, 20)
  })

  t.test('shows an end that was written anew from any link on, every hash of it right, without the key', async t => {
    for (const from of [1, 2, 20, 45, 60]) {
      const { findings } = await after(db => forge(db, from))
      t.match(findings[0], { what: 'anchor-broken', words: /written anew/ }, `from ${from}`)
    }
  })

  t.test('shows anchors signed anew by another key, taken out, or changed', async t => {
    const forged = await after(db => {
      forge(db, 5)
      const links = every(db)
      const privateKey = newSigningKey()
      let before: Anchor | undefined
      for (const { id, anchor } of anchorRecords(db)) {
        const heads = anchor.heads.map(({ partition, n }) => ({ partition, n, hash: links[n - 1]!.hash }))
        before = anchorAfter(before, { at: anchor.at, heads, privateKey })
        put(db, id, before)
      }
    })
    t.match(forged, { ok: false, findings: [{ what: 'key-unknown', anchor: 1 }] })
    const without = (n: number) => after(db => db.exec(`delete from records where kind = 'anchor' and id like '%${n}'`))
    t.match((await without(1)).findings[0], { what: 'anchor-missing', anchor: 1 })
    t.match((await without(2)).findings[0], { what: 'anchor-missing', anchor: 2 })
    await noticed((db, { i, j }) => {
      const { id, anchor } = anchorRecords(db)[i % 3]!
      const [head] = anchor.heads
      const changes = [
        { at: anchor.at + 1 },
        { n: anchor.n + 3 },
        { heads: [] },
        { heads: [{ ...head!, n: head!.n - 1 }] },
        { prev: '' },
        { signature: anchor.signature.replace(/^./, first => (first === 'A' ? 'B' : 'A')) }
      ]
      put(db, id, { ...anchor, ...changes[(anchor.n === 1 && j % 6 === 4 ? 0 : j) % 6] })
    }, 20)
  })

  t.test('shows the last anchors taken out together with what they signed, where a file kept them', async t => {
    const sqlite = await open(untouched)
    const kept = await anchorsOf(sqlite).list({ atMost: 10 })
    await sqlite.close()
    const cut = (db: DatabaseSync) => {
      rewrite(db, every(db).slice(0, 40))
      db.exec(`delete from history where "offset" > 40; delete from records where kind = 'anchor' and id like '%3'`)
    }
    t.match(await after(cut, kept), {
      ok: false,
      findings: [{ what: 'link-missing' }, { what: 'anchor-missing', anchor: 3 }]
    })
  })

  t.test('shows a row that was slipped in between', async t => {
    const { findings } = await after(db => {
      const false1 = { ...row(30), id: 'weibo/1/7/1/by/9#99', n: 99, type: 'reply.sent' as const, salt: 'any' }
      db.prepare(
        'insert into history (id, ticket, n, document, at, rare, person, partition, "offset") values (?, ?, ?, ?, ?, ?, ?, 0, 30)'
      ).run(false1.id, false1.ticket, 99, JSON.stringify(false1), false1.at, 'reply.sent', null)
    })
    t.match(findings, [{ what: 'row-unlinked', words: /reply\.sent/ }])
  })

  t.test('holds where rows were redacted, and counts them apart; but not where one only looks so', async t => {
    const folder = join(home, 'redacted')
    await cp(untouched, folder, { recursive: true })
    const sqlite = await open(folder)
    t.teardown(sqlite.close)
    await sqlite.store.history.redact([row(3).id, row(44).id])
    t.match(await verified(sqlite), { ok: true, rows: EVENTS, redacted: 2 })
    const moved = await after(db => {
      const [of] = rowsOf(db, 'history')
      const { salt, ...document } = JSON.parse(String(of!.document))
      const changed = JSON.stringify({ ...document, type: 'reply.sent', data: {}, redacted: true })
      db.prepare('update history set document = ?, rare = ? where rowid = ?').run(changed, 'reply.sent', of!.place!)
    })
    t.match(moved.findings, [{ what: 'row-altered', link: '0/1' }])
  })
})

/** Another event in place of one, and every link from there on as if it had always been so. */
function forge(db: DatabaseSync, from: number) {
  const links = every(db)
  const documents = rowsOf(db, 'history').map(({ document }) => JSON.parse(String(document)) as HistoryRow)
  const lie = { ...documents[from - 1]!, data: { label: 'praise' } }
  documents[from - 1] = lie
  db.prepare('update history set document = ? where "offset" = ?').run(JSON.stringify(lie), from)
  const forged = linksAfter(links[from - 2], 0, documents.slice(from - 1))
  rewrite(db, [...links.slice(0, from - 1), ...forged])
}

function anchorRecords(db: DatabaseSync): { id: string; anchor: Anchor }[] {
  const found = db.prepare("select id, value from records where kind = 'anchor' order by id").all() as Cells[]
  return found.map(({ id, value }) => ({ id: String(id), anchor: JSON.parse(String(value)) }))
}

const put = (db: DatabaseSync, id: string, anchor: Anchor) =>
  db.prepare("update records set value = ? where kind = 'anchor' and id = ?").run(JSON.stringify(anchor), id)
