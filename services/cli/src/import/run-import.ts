import { join } from 'node:path'
import { inWorld, type Place, type World, type WorldOptions } from '../world.ts'
import type { Mapping } from './columns.ts'
import type { Import } from './observation.ts'
import { invalidFile } from './problems.ts'
import { readComments, type Source, sourceOf } from './read-comments.ts'
import { count, emptyTally, type RefusedFile, refusedFile, type Tally } from './report.ts'

export interface ImportOptions extends Omit<Import, 'writtenAt'> {
  file: string
  encoding?: string
  mapping: Mapping
  /** Reads and judges every line, and changes nothing. */
  dryRun: boolean
}

/** Hears how it goes. */
export interface Watcher {
  begins: (source: Source) => void
  /** So many bytes were read since, and so many comments taken in all. */
  moves: (bytes: number, tally: Tally) => void
  /** All is read; what is on its way is waited for. */
  drains: () => void
}

export interface Imported {
  source: Source
  tally: Tally
  /** Where all refusals are written down, when there are any. */
  refusedFile?: string
  /** Where it went; nowhere when it was only tried. */
  place?: Place
  /** Whether messages are parked there, from this import or before it. */
  parked?: boolean
}

/**
 * Imports a file: every line is taken or refused by its number. Twice is once.
 * Rejects with INVALID_REQUEST when the file cannot be read or none of its lines is understood.
 */
export async function runImport(options: ImportOptions, world: WorldOptions, watcher: Watcher): Promise<Imported> {
  const source = await sourceOf(options.file, options.encoding)
  watcher.begins(source)
  if (options.dryRun) {
    const tally = await readAll(options, source, watcher)
    return { source, tally: understood(source, tally) }
  }
  const report = refusedFile(join(world.settings.data, 'imports'), source.file, options.now)
  try {
    const found = await inWorld(world, async (opened, signal) => {
      const tally = await readAll(options, source, watcher, { opened, report, signal })
      watcher.drains()
      await opened.door.drain()
      const parked = (await opened.parked.list({ atMost: 1 })).length > 0
      return { tally, place: opened.place, parked }
    })
    const file = await report.close()
    understood(source, found.tally, file)
    return { source, ...found, ...(file && { refusedFile: file }) }
  } finally {
    await report.close()
  }
}

type Going = { opened: World; report: RefusedFile; signal: AbortSignal }

async function readAll(options: ImportOptions, source: Source, watcher: Watcher, going?: Going): Promise<Tally> {
  const tally = emptyTally()
  const of: Import = { ...options, writtenAt: source.writtenAt }
  let bytes = 0
  const comments = readComments(source, of, options.mapping, more => {
    bytes += more
  })
  for await (const { observations, refused, lines } of comments) {
    going?.signal.throwIfAborted()
    await going?.opened.door.put(observations)
    await going?.report.add(refused)
    tally.read += lines
    count(tally, observations, refused)
    watcher.moves(bytes, tally)
    bytes = 0
  }
  return tally
}

function understood({ file }: Source, tally: Tally, refusedIn?: string): Tally {
  const [first] = tally.first
  if (tally.taken > 0 || !first) return tally
  const all = refusedIn ? `; all reasons are in ${refusedIn}` : ''
  throw invalidFile(`${file}: none of its ${tally.read} lines can be taken; line ${first.line} ${first.reason}${all}`)
}
