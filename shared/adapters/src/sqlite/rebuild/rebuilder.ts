import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Checked, Copying, Rebuilder, RebuildPart } from '@huiyin/ports/rebuild.ts'
import type { SqliteFile } from '../file.ts'
import { type Beside, type Layout, layoutOf, TABLES, type Table, tableOf } from './layouts.ts'
import { verifyRows } from './verify.ts'

/** Work of one step, in ms. */
const STEP = 700

const isTable = (part: string): part is Table => part in TABLES
const tableNamed = (part: string): Table => {
  if (isTable(part)) return part
  throw new HuiyinError('REBUILD_FAILED', `A folder has no part ${part} that can be rebuilt`)
}
const named = (table: Table, generation: number) => `${table}@${generation}`

/**
 * Copies tables and their words into new ones beside them. Every put goes into the copy too as long as there is one, so
 * that there is nothing to catch up, and a swap is the renaming of four tables in one transaction.
 */
export function sqliteRebuilder(file: SqliteFile, clock: Clock): Rebuilder {
  const layouts = async () => {
    const rows = await file.query<Layout>({ sql: 'select name, generation, layout, at from layouts', parameters: {} })
    return new Map(rows.map(row => [row.name, row]))
  }
  const countOf = async (table: Table) =>
    (await file.query<{ n: number }>({ sql: `select count(*) as n from ${table}`, parameters: {} }))[0]!.n

  async function remove(table: Table, beside: Exclude<Beside, 'gone'>): Promise<boolean> {
    await removeRest(table)
    const [set] = await file.write('setAside', [{ table, beside }])
    await removeRest(table)
    return set!
  }

  async function removeRest(table: Table): Promise<void> {
    while ((await file.write('removeSome', [{ table }]))[0]);
  }

  async function begin(part: string, back: boolean): Promise<Copying> {
    const table = tableNamed(part)
    const serving = (await layouts()).get(table)!
    await remove(table, 'next')
    if (!back) await remove(table, 'old')
    else if (!(await layouts()).has(tableOf(table, 'old'))) {
      throw new HuiyinError('REBUILD_FAILED', `Nothing is kept of ${part} to go back to`)
    }
    const [generation] = await file.write('beginCopy', [{ table, back }])
    return {
      ...{ part, from: named(table, serving.generation), into: named(table, generation!), back },
      ...{ cursor: '0', copied: 0, total: await countOf(table) }
    }
  }

  /** Whether the copy is there, and as this program makes it; or serves already. */
  async function stands({ part, into, back }: Copying): Promise<'copying' | 'swapped' | 'gone'> {
    const table = tableNamed(part)
    const found = await layouts()
    if (named(table, found.get(table)!.generation) === into) return 'swapped'
    const next = found.get(tableOf(table, 'next'))
    const same = next && named(table, next.generation) === into && (back || next.layout === layoutOf(table))
    return same ? 'copying' : 'gone'
  }

  async function copyOn(copying: Copying): Promise<{ copying: Copying; ready: boolean }> {
    const table = tableNamed(copying.part)
    const until = performance.now() + STEP
    let { cursor, copied } = copying
    do {
      const [step] = await file.write('copyRows', [{ table, after: Number(cursor) }])
      cursor = String(step!.after)
      copied += step!.copied
      if (step!.after >= step!.last) return { copying: { ...copying, cursor, copied }, ready: true }
    } while (performance.now() < until)
    return { copying: { ...copying, cursor, copied }, ready: false }
  }

  async function partOf(table: Table, found: ReadonlyMap<string, Layout>): Promise<RebuildPart> {
    const { generation, layout, at } = found.get(table)!
    const old = found.get(tableOf(table, 'old'))
    return {
      ...{ part: table, family: table, serving: named(table, generation), documents: await countOf(table) },
      upToDate: layout === layoutOf(table),
      ...(old && { kept: named(table, old.generation), keptSince: at })
    }
  }

  return {
    async parts() {
      const found = await layouts()
      return Promise.all((Object.keys(TABLES) as Table[]).map(table => partOf(table, found)))
    },
    begin,
    async copy(copying) {
      const how = await stands(copying)
      if (how === 'swapped') return { copying, ready: true }
      return how === 'gone' ? { copying: await begin(copying.part, copying.back), ready: false } : copyOn(copying)
    },
    verify: (copying: Copying): AsyncGenerator<{ checked: number; total: number }, Checked> =>
      verifyRows(file, tableNamed(copying.part), copying),
    async swap(copying) {
      const how = await stands(copying)
      if (how !== 'copying') return how === 'swapped' ? { waited: 0 } : undefined
      const table = tableNamed(copying.part)
      const began = performance.now()
      const generation = Number(copying.into.split('@')[1])
      const [done] = await file.write('swapCopy', [{ table, generation, at: clock.now() }])
      return done ? { waited: performance.now() - began } : undefined
    },
    async abandon(copying) {
      if ((await stands(copying)) === 'copying') await remove(tableNamed(copying.part), 'next')
    },
    async drop(part) {
      const table = tableNamed(part)
      const old = (await layouts()).get(tableOf(table, 'old'))
      return (await remove(table, 'old')) && old ? [named(table, old.generation)] : []
    }
  }
}
