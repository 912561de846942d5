import { HuiyinError, storeUnavailable } from '@huiyin/domain/errors.ts'

/** What SQLite said, as it crosses from a worker. */
export interface SqliteFault {
  errcode?: number
  message: string
}

/** What the store will never take, and why; nothing of it is written. */
export interface Refusal {
  refused: string
}

/** SQLite's primary result codes that a person can do something about. */
export const BUSY = 5
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const TOOBIG = 18
const CONSTRAINT = 19
const NOTADB = 26

export const faultOf = (error: unknown): SqliteFault => ({
  message: error instanceof Error ? error.message : String(error),
  ...(error instanceof Error && 'errcode' in error && { errcode: Number(error.errcode) })
})

/** The code without SQLite's extension of it. */
export const primaryCode = ({ errcode = 0 }: SqliteFault): number => errcode % 256

/** One sentence that says what is wrong with the folder's files and what to do. */
export function storeProblem(file: string, fault: SqliteFault, cause?: unknown): HuiyinError {
  const sentence = sentences(file).get(primaryCode(fault))
  return sentence === undefined
    ? storeUnavailable(cause ?? fault.message)
    : new HuiyinError(isDamage(fault) ? 'STORE_DAMAGED' : 'STORE_UNAVAILABLE', sentence, {
        cause: cause ?? fault.message
      })
}

/** No waiting heals it: whoever meets it ends, and says so. */
const isDamage = (fault: SqliteFault) => [CORRUPT, NOTADB].includes(primaryCode(fault))

const sentences = (file: string) =>
  new Map([
    [BUSY, `Another program holds a lock on ${file}; close it and ask again`],
    [READONLY, `Huiyin may not write to ${file}; give its user read and write access to the folder`],
    [IOERR, `The disk under ${file} could not be read or written; look after the disk, then ask again`],
    [CANTOPEN, `Huiyin cannot open ${file}; give its user read and write access to the folder`],
    [CORRUPT, `The file ${file} is damaged; stop Huiyin and restore the folder from a backup`],
    [NOTADB, `The file ${file} is damaged or no database; stop Huiyin and restore the folder from a backup`],
    [FULL, `The disk under ${file} is full; make room, then ask again`]
  ])

/** Runs a write that SQLite judges by itself; what is wrong with the disk or the file is thrown. */
export function takenOrRefused<R>(write: () => R): R | Refusal {
  try {
    return write()
  } catch (error) {
    const fault = faultOf(error)
    const isOfTheItem = fault.errcode === undefined || [TOOBIG, CONSTRAINT].includes(primaryCode(fault))
    if (isOfTheItem) return { refused: fault.message }
    throw error
  }
}

export const isRefusal = (result: unknown): result is Refusal =>
  typeof result === 'object' && result !== null && 'refused' in result
