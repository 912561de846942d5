import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { comment, NOON, puts, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Test } from 'tap'
import type { Manifest } from '../src/backup/manifest.ts'
import { openPlace, type Place } from '../src/backup/place.ts'
import { takeBackup } from '../src/backup/take.ts'
import { openSqlite, type Sqlite } from '../src/sqlite/open.ts'

export const DAY = 86_400_000
export const quiet = () => {}

export type Kept = { folder: string; place: Place; key: { keyFile: string }; at: string; data: string }

/** A house's folder with some of everything, and an archive beside it. */
export async function kept(t: Test, count = 300): Promise<Kept> {
  const root = t.testdir({})
  const folder = join(root, 'data', 'office')
  const path = join(root, 'backup.key')
  writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  await inFolder(folder, async ({ store, log }) => {
    await store.comments.putEach(puts(...comments(count)))
    await store.tickets.putEach(puts(...Array.from({ length: 20 }, (_, n) => ticket({ id: `t${n}`, openedAt: 0 }))))
    await store.records.create('cursor', { id: 'weibo/1', value: { at: NOON } })
    const topic = log('comments', { parse: value => value as { key: string } })
    await topic.append([{ key: 'a' }, { key: 'b' }])
  })
  mkdirSync(join(folder, 'attachments', 'ab'), { recursive: true })
  writeFileSync(join(folder, 'attachments', 'ab', 'abcd'), randomBytes(10_000))
  const key = { keyFile: path }
  const at = join(root, 'archive')
  return { folder, key, at, data: join(root, 'data'), place: await openPlace(at, key, { now: NOON }) }
}

export const comments = (count: number, of: Partial<StoredComment> = {}): StoredComment[] =>
  Array.from({ length: count }, (_, n) => comment({ id: `c${n}`, publishedAt: NOON + n, ...of }))

export async function inFolder<T>(folder: string, work: (sqlite: Sqlite) => Promise<T>): Promise<T> {
  const sqlite = await openSqlite({ folder })
  try {
    return await work(sqlite)
  } finally {
    await sqlite.close()
  }
}

export async function take({ at, key, folder }: Kept, now = NOON): Promise<Manifest> {
  const place = await openPlace(at, key)
  const of = { place, folder, by: 'li', program: '0.1.0', database: true, now: () => now, progress: quiet }
  return takeBackup(of)
}
