import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { HuiyinError } from '@huiyin/domain/errors.ts'

/** A file as it was before this program brought it to its layout. */
export interface SafetyCopy {
  path: string
  layout: number
  bytes: number
  /** ms UTC. */
  madeAt: number
}

const NAMED = /^before-layout-(\d+)\.db$/

/** Where the copy of a file of that layout stands. It is of the layout that comes before the next: one for each. */
const pathOf = (file: string, layout: number) => join(dirname(file), `before-layout-${layout}.db`)

/**
 * Copies the file beside itself; whole and on the disk when this returns. On file systems that can it takes no room.
 * Throws STORE_UNAVAILABLE when it cannot: what has no copy is not changed.
 */
export function keepBefore(db: DatabaseSync, file: string, layout: number): void {
  const copy = pathOf(file, layout)
  const beside = `${copy}.new`
  try {
    db.exec('pragma wal_checkpoint(truncate)')
    copyFileSync(file, beside, constants.COPYFILE_FICLONE)
    chmodSync(beside, 0o600)
    const handle = openSync(beside, 'r+')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, copy)
  } catch (cause) {
    rmSync(beside, { force: true, recursive: true })
    const { code = 'unknown' } = cause as NodeJS.ErrnoException
    throw new HuiyinError(
      'STORE_UNAVAILABLE',
      `The file ${file} is of layout ${layout} and was left so: no copy of it could be made first (${code}); make room for one more of it, then start again`,
      { cause }
    )
  }
}

/** The oldest layout first. */
export function safetyCopies(folder: string): SafetyCopy[] {
  return readdirSync(folder)
    .flatMap(name => {
      const layout = NAMED.exec(name)?.[1]
      if (layout === undefined) return []
      const path = join(folder, name)
      const { size, mtimeMs } = statSync(path)
      return [{ path, layout: Number(layout), bytes: size, madeAt: mtimeMs }]
    })
    .sort((a, b) => a.layout - b.layout)
}

/** They hold what was erased since: those from before the instant (ms UTC) go. */
export function dropSafetyCopies(folder: string, before: number): SafetyCopy[] {
  const old = safetyCopies(folder).filter(({ madeAt }) => madeAt < before)
  for (const { path } of old) rmSync(path, { force: true })
  return old
}
