import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { folderInUse, HuiyinError } from '@huiyin/domain/errors.ts'
import { ownerOnlyFile } from '../owner-only.ts'
import { BUSY, faultOf, primaryCode, storeProblem } from './problems.ts'

/** A handle that nobody holds would be closed with the next garbage, and its lock lifted. */
const held = new Set<DatabaseSync>()

/**
 * Makes the folder if need be, and makes this process its owner until `release` or its death: the operating
 * system then lifts the lock. Throws FOLDER_IN_USE when another process owns it.
 */
export function claimFolder(folder: string): { release: () => void } {
  makeFolder(folder)
  const file = join(folder, 'owner.db')
  try {
    ownerOnlyFile(file)
    const db = new DatabaseSync(file)
    try {
      db.exec('begin exclusive')
    } catch (error) {
      db.close()
      throw error
    }
    held.add(db)
    const release = () => {
      held.delete(db)
      db.close()
    }
    return { release }
  } catch (error) {
    const fault = faultOf(error)
    throw primaryCode(fault) === BUSY ? folderInUse(folder) : storeProblem(file, fault, error)
  }
}

function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new HuiyinError('SETTINGS_INVALID', `HUIYIN_DATA names ${folder}, where no folder can be made: ${reason}`, {
      cause
    })
  }
}
