import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEngines } from '@huiyin/adapters/backup/engines/engines.ts'
import type { Manifest } from '@huiyin/adapters/backup/manifest.ts'
import { openPlace } from '@huiyin/adapters/backup/place.ts'
import { backupOf, restoreInto, tryRestore } from '@huiyin/adapters/backup/restore.ts'
import { differences, type Totals } from '@huiyin/adapters/backup/sum.ts'
import { takeBackup } from '@huiyin/adapters/backup/take.ts'
import { openWorld, type World } from '@huiyin/adapters/open.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { launchEngines } from '@huiyin/engines/launch.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { generate } from './generate.ts'
import { figure, machine, table, verdict } from './machine.ts'
import { FIRST, fillComments } from './search-fill.ts'

/** Of these one in a hundred is changed between two backups. */
const CHANGED = 100
const AT_ONCE = 1_000
/** So many of the comments stand on the topic they came by too. */
const LOGGED = 10

const quiet = () => {}

/** Backs up, restores into an empty place, and backs up again after one per cent has changed; prints times and sizes. */
export async function backupBench({ engines, n }: { engines: boolean; n: number }): Promise<void> {
  process.stdout.write(
    `backup of ${figure(n)} comments, ${engines ? 'Kafka and Elasticsearch' : 'embedded'}\n${machine()}\n`
  )
  const root = await mkdtemp(join(tmpdir(), 'huiyin-bench-'))
  const launched = engines ? await launchEngines({ long: true }) : undefined
  const environment = launched && { HUIYIN_LOG: `kafka://${launched.brokers}`, HUIYIN_STORE: launched.elasticsearch }
  try {
    const settings = await readSettings({ ...environment, HUIYIN_PREFIX: 'bench', HUIYIN_DATA: join(root, 'data') })
    await measure(settings, root, n, engines)
  } finally {
    await launched?.stop()
    await rm(root, { recursive: true, force: true })
  }
}

async function measure(settings: Settings, root: string, n: number, engines: boolean): Promise<void> {
  const folder = join(settings.data, 'office')
  const rows: string[][] = [['', 'took', 'CPU', 'added', 'documents']]
  const key = { keyFile: join(root, 'backup.key') }
  await writeFile(key.keyFile, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  const at = join(root, 'archive')
  await openPlace(at, key, { now: Date.now() })

  await inWorld(settings, folder, world => fill(world, n))
  process.stdout.write(engines ? '' : `the database has ${megabytes(await sizeOf(folder))}\n`)
  const first = await timed(rows, 'backup', async () => take(settings, folder, at, key, engines))
  await timed(rows, 'backup, nothing changed', async () => take(settings, folder, at, key, engines))
  const changed = await inWorld(settings, folder, world => change(world))
  const second = await timed(rows, `backup, ${figure(changed)} comments changed`, async () =>
    take(settings, folder, at, key, engines)
  )
  const place = await openPlace(at, key)
  const restored = await timed(rows, 'restore', async () => {
    const manifest = await backupOf(place)
    const totals = engines
      ? await intoEngines(settings, at, key, manifest)
      : await restoreInto(place, manifest, join(root, 'copy'), quiet)
    return { totals, added: { bytes: 0, chunks: 0 } }
  })
  const tried = await timed(rows, 'verify the first backup', async () => ({
    totals: await tryRestore(place, await backupOf(place, first.name), quiet, root),
    added: { bytes: 0, chunks: 0 }
  }))
  process.stdout.write(`\n${table(rows)}\n\nthe archive of three backups has ${megabytes(await sizeOf(at))}\n`)
  const wrong = [...differences(second.totals, restored.totals), ...differences(first.totals, tried.totals)]
  const sums = Object.entries(restored.totals).map(
    ([name, { documents, checksum }]) => `${name} ${figure(documents)} ${checksum}`
  )
  process.stdout.write(`restored: ${sums.join(', ')}\nidentical by checksum: ${verdict(wrong.length === 0)}\n`)
  if (wrong.length > 0) throw new Error(wrong.join('; '))
}

type Outcome = { totals: Totals; added: Manifest['added'] }

async function timed<T extends Outcome>(rows: string[][], name: string, work: () => Promise<T>): Promise<T> {
  const [cpu, began] = [process.cpuUsage(), performance.now()]
  const done = await work()
  const took = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  const documents = Object.values(done.totals).reduce((sum, one) => sum + one.documents, 0)
  rows.push([name, seconds(took), seconds((user + system) / 1000), megabytes(done.added.bytes), figure(documents)])
  process.stdout.write(`${rows.at(-1)!.join('   ')}\n`)
  return done
}

async function inWorld<T>(settings: Settings, folder: string, work: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld(settings, silent, folder)
  try {
    return await work(world)
  } finally {
    await world.close()
  }
}

async function fill({ store, logs }: World, n: number): Promise<void> {
  process.stdout.write(`filled with ${figure(await fillComments(store.comments, n))} comments/s\n`)
  const lot = []
  for (const seen of generate(Math.ceil(n / LOGGED), { repeats: false, from: FIRST, step: 1_000 })) {
    lot.push(seen)
    if (lot.length === AT_ONCE) await logs.comments.append(lot.splice(0))
  }
  await logs.comments.append(lot)
}

/** One in a hundred, the newest: what is written about now is what changes. */
async function change({ store: { comments } }: World): Promise<number> {
  let changed = 0
  let after: string | undefined
  const wanted = Math.ceil((await comments.search({ sort: 'newest', atMost: 1 })).total / CHANGED)
  while (changed < wanted) {
    const page = await comments.search({
      sort: 'newest',
      atMost: Math.min(AT_ONCE, wanted - changed),
      ...(after && { after })
    })
    const found = await comments.getMany(page.rows)
    await comments.putEach(
      found.map(one => ({
        document: { ...one!.document, likes: (one!.document.likes ?? 0) + 1 },
        version: one!.version
      }))
    )
    changed += page.rows.length
    after = page.after
    if (after === undefined) break
  }
  return changed
}

type Key = { keyFile: string }

async function take(settings: Settings, folder: string, at: string, key: Key, engines: boolean): Promise<Manifest> {
  const opened = engines ? await openEngines(settings, silent) : undefined
  try {
    const place = await openPlace(at, key)
    const of = { place, folder, by: 'bench', program: 'bench', now: Date.now, progress: quiet }
    return await takeBackup({ ...of, database: !engines, ...(opened && { engines: opened.store }) })
  } finally {
    await opened?.close()
  }
}

async function intoEngines(settings: Settings, at: string, key: Key, manifest: Manifest): Promise<Totals> {
  const opened = await openEngines({ ...settings, prefix: 'copy' }, silent)
  try {
    return await opened.restore(await openPlace(at, key), manifest, quiet)
  } finally {
    await opened.close()
  }
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = entries.filter(one => one.isFile()).map(async one => (await stat(join(one.parentPath, one.name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
