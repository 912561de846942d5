import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type House, openHouse } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import type { Test } from 'tap'
import { type Imported, type ImportOptions, runImport, type Watcher } from '../src/import/run-import.ts'
import { officeFolder } from '../src/world.ts'

export const HOUR = 3_600_000

export const NOBODY: Watcher = { begins: () => {}, moves: () => {}, drains: () => {} }

/** A deployment in a folder that goes when the test ends. */
export interface Office {
  folder: string
  settings: Settings
  write: (name: string, content: string | Uint8Array) => string
  take: (file: string, of?: Partial<ImportOptions>) => Promise<Imported>
  /** What is kept, looked at while nobody else has it open. */
  look: <T>(work: (house: House) => Promise<T>) => Promise<T>
}

export async function office(t: Test): Promise<Office> {
  const folder = t.testdir({})
  const settings = await readSettings({ HUIYIN_DATA: join(folder, 'data'), HUIYIN_ALLOW_PRIVATE: '127.0.0.1' })
  mkdirSync(settings.data, { recursive: true })
  return {
    folder,
    settings,
    write(name, content) {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    },
    take: (file, of) =>
      runImport(
        { file, platform: 'weibo', account: '1001', as: 'auto', mapping: {}, dryRun: false, now: Date.now(), ...of },
        {
          settings,
          folder: officeFolder(settings),
          logger: silent,
          signal: AbortSignal.timeout(60_000),
          services: true
        },
        NOBODY
      ),
    async look(work) {
      const house = await openHouse({ settings, folder: officeFolder(settings), logger: silent })
      try {
        return await work(house)
      } finally {
        await house.close()
      }
    }
  }
}

export const allTickets = ({ store }: House) => store.tickets.search({ sort: 'newest', atMost: 1000 })
export const allComments = ({ store }: House) => store.comments.search({ sort: 'oldest', atMost: 1000 })

/** Lines of JSONL. */
export const jsonl = (rows: readonly object[]) => rows.map(row => `${JSON.stringify(row)}\n`).join('')
