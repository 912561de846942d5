import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { House } from '@huiyin/adapters/house.ts'
import { safetyCopies } from '@huiyin/adapters/sqlite/safety-copy.ts'
import { countOlder, type Expired, expirePage } from '@huiyin/ports/expiry.ts'
import { houseSetting } from '@huiyin/ports/house-settings.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'

export type RetentionPorts = Pick<House, 'settings' | 'folder' | 'clock' | 'logs' | 'tidy'> & {
  store: Pick<House['store'], 'comments' | 'tickets' | 'rebuilder' | 'records'>
}

/** What is kept, by which rule, how it stands, and how much of it is over its time. */
export interface Kept {
  what: string
  rule: string
  stands: string
  due: number
}

/** What was done, and where to go on with the comments. */
export interface Applied extends Partial<Expired> {
  removed: string[]
}

export interface RetentionDesk {
  status: () => Promise<Kept[]>
  /** The first call removes what is over its time, and each goes on with the comments behind `after`. */
  apply: (of: { by: string; after?: string }) => Promise<Applied>
}

const DAY = 86_400_000
/** Of the log, of old indices, of copies from before an upgrade, of what an import refused. */
const MONTH = 29 * DAY

/** What is kept how long, and the applying of it. */
export function retentionDesk(ports: RetentionPorts): RetentionDesk {
  const { settings, folder, clock, store, logs, tidy } = ports
  const expiryOf = (now: number) => (settings.commentDays > 0 ? now - settings.commentDays * DAY : undefined)
  const refused = () => refusedImports(join(settings.data, 'imports'))

  async function status(): Promise<Kept[]> {
    const now = clock.now()
    const isOld = (at: number) => at < now - MONTH
    const parts = (await store.rebuilder.parts()).filter(({ kept }) => kept !== undefined)
    const copies = settings.store === 'sqlite' || settings.log === 'sqlite' ? safetyCopies(folder) : []
    const imports = await refused()
    const before = expiryOf(now)
    const [all, erased] = await Promise.all([countOf({}), countOf({ state: ['erased'] })])
    const late = before === undefined ? 0 : await countOlder(store.comments, before)
    return [
      {
        what: 'log',
        rule: '30 days',
        stands: settings.log === 'sqlite' ? 'in the folder' : 'Kafka forgets by itself',
        due: 0
      },
      {
        what: 'comments',
        rule:
          before === undefined
            ? 'for ever (HUIYIN_COMMENT_DAYS)'
            : `${settings.commentDays} days, unless they opened a ticket`,
        stands: `${all}`,
        due: late
      },
      { what: 'stubs of what was erased', rule: 'for ever: they refuse what comes again', stands: `${erased}`, due: 0 },
      { what: 'tickets, attachments', rule: 'with their archive', stands: await termsText(store.records), due: 0 },
      {
        what: 'old indices',
        rule: '29 days',
        stands: parts.map(({ kept }) => kept).join(', ') || 'none',
        due: parts.filter(({ keptSince = now }) => isOld(keptSince)).length
      },
      {
        what: 'copies from before an upgrade',
        rule: '29 days',
        stands: `${copies.length}`,
        due: copies.filter(({ madeAt }) => isOld(madeAt)).length
      },
      {
        what: 'lines that imports refused',
        rule: '29 days',
        stands: `${imports.length} files`,
        due: imports.filter(({ madeAt }) => isOld(madeAt)).length
      },
      { what: 'exports', rule: 'not kept here', stands: 'with whoever made them; the trail says who', due: 0 },
      {
        what: 'logs of the process',
        rule: `${settings.logDays} days (HUIYIN_LOG_DAYS)`,
        stands: settings.logFile ?? 'with whoever keeps its standard error',
        due: 0
      },
      {
        what: 'backups',
        rule: `${settings.backupDays} days (HUIYIN_BACKUP_DAYS)`,
        stands: settings.backup ?? 'where huiyin backup --to says',
        due: 0
      }
    ]
  }

  const countOf = async (of: { state?: readonly ['erased'] }) =>
    (await store.comments.search({ ...of, ours: false, sort: 'oldest', atMost: 1 })).total

  async function removeOld(by: string): Promise<string[]> {
    const due = (await status()).filter(({ due }) => due > 0).map(({ what, due }) => `${what}: ${due}`)
    await teller(logs.events, clock)(subjectOf('retention'), {
      type: 'retention.applied',
      by: { id: by, name: by, role: 'system' },
      data: { due: due.length }
    })
    await tidy(clock.now())
    for (const { path, madeAt } of await refused()) if (madeAt < clock.now() - MONTH) await rm(path, { force: true })
    return due.filter(line => !line.startsWith('comments'))
  }

  return {
    status,
    async apply({ by, after }) {
      const removed = after === undefined ? await removeOld(by) : []
      const before = expiryOf(clock.now())
      return { removed, ...(before !== undefined && (await expirePage(store, before, after))) }
    }
  }
}

async function termsText(records: RetentionPorts['store']['records']): Promise<string> {
  const { terms } = await houseSetting(records, 'retention')
  return Object.entries(terms)
    .map(([kind, term]) => `${kind} ${term === 'permanent' ? 'for ever' : `${term} years`}`)
    .join(', ')
}

async function refusedImports(folder: string): Promise<{ path: string; madeAt: number }[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return Promise.all(
    names
      .filter(name => name.endsWith('.refused.jsonl'))
      .map(async name => ({ path: join(folder, name), madeAt: (await stat(join(folder, name))).mtimeMs }))
  )
}
