import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../src/sqlite/open.ts'

/** An embedded world in a folder of its own, which is gone after `close`. */
export async function freshSqlite() {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-sqlite-'))
  const opened = await openSqlite({ folder })
  const close = async () => {
    await opened.close()
    await rm(folder, { recursive: true })
  }
  return { ...opened, folder, close }
}
