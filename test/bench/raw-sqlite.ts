import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '@huiyin/adapters/open.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import type { Page, Put, PutResult } from '@huiyin/ports/documents.ts'

const PAGE = 1_000

/** How long a fresh SQLite store takes to put the same final documents, a thousand at a time; in ms. */
export async function rawSqlite(store: Store): Promise<number> {
  const comments = await every(after => store.comments.search({ sort: 'oldest', atMost: PAGE, ...after }))
  const tickets = await every(after => store.tickets.search({ sort: 'newest', atMost: PAGE, ...after }))
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-raw-'))
  const fresh = await openSqlite({ folder })
  try {
    const began = performance.now()
    await putAll(comments, fresh.store.comments.putEach)
    await putAll(tickets, fresh.store.tickets.putEach)
    return performance.now() - began
  } finally {
    await fresh.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function every<D>(page: (after: { after?: string }) => Promise<Page<D>>): Promise<D[]> {
  const all: D[] = []
  for (let after: string | undefined; ; ) {
    const { rows, after: next } = await page(after === undefined ? {} : { after })
    all.push(...rows)
    if (next === undefined) return all
    after = next
  }
}

async function putAll<D>(documents: readonly D[], putEach: (puts: Put<D>[]) => Promise<PutResult[]>): Promise<void> {
  for (let from = 0; from < documents.length; from += PAGE) {
    const results = await putEach(documents.slice(from, from + PAGE).map(document => ({ document })))
    const failed = results.find(({ outcome }) => outcome !== 'put')
    if (failed) throw new Error(`A plain put of a new document ended as ${JSON.stringify(failed)}`)
  }
}
