import { closeSync, openSync, writeSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '@huiyin/simulator/random.ts'
import { corrupt, cut, later } from './copies.ts'
import { type EmbeddedKind, lines } from './kind.ts'

const upTo = (random: Random, ms: number) => Math.floor(random() * ms)

const kill: EmbeddedKind = {
  name: 'kill -9 of npm start',
  weight: 5,
  async happen({ office }, random) {
    await sleep(upTo(random, 1_500))
    await office.end('SIGKILL')
    await office.start()
  }
}

/** What a power cut leaves behind the last commit: half a frame. */
const torn: EmbeddedKind = {
  name: 'torn tail of the write-ahead log',
  weight: 2,
  async happen({ office, path }, random) {
    await office.end('SIGKILL')
    const log = openSync(`${path}-wal`, 'a')
    writeSync(log, Buffer.alloc(1 + upTo(random, 9_000), upTo(random, 255)))
    closeSync(log)
    await office.start()
  }
}

const restart: EmbeddedKind = {
  name: 'orderly restart',
  weight: 1,
  async happen({ office }) {
    await office.end('SIGTERM')
    await office.start()
  }
}

const pause: EmbeddedKind = {
  name: 'SIGSTOP of npm start',
  weight: 2,
  async happen({ office }, random) {
    office.signal('SIGSTOP')
    await sleep(2_000 + upTo(random, 4_000))
    office.signal('SIGCONT')
  }
}

const jump: EmbeddedKind = {
  name: 'clock jump',
  weight: 2,
  async happen({ office }, random) {
    await office.tell({ wrong: (random() < 0.5 ? -1 : 1) * (3_000 + upTo(random, 3_600_000)) })
    await sleep(2_000)
    await office.tell({ wrong: 0 })
  }
}

const asleep: EmbeddedKind = {
  name: 'machine asleep',
  weight: 1,
  happen: (town, random) => town.sleep(20_000 + upTo(random, 40_000))
}

const second: EmbeddedKind = {
  name: 'second process on the folder',
  weight: 1,
  async happen({ office }) {
    const { code, said } = await office.another()
    if (code !== 1 || !/another/i.test(said) || lines(said) > 1)
      throw new Error(`A second process ended with ${code}: ${said}`)
  }
}

export const FULL = 'disk full'

/** All room on the disk is taken for a while; the folder must be on a disk of its own. */
const full: EmbeddedKind = {
  name: FULL,
  weight: 2,
  async happen({ folder }, random) {
    const ballast = join(folder, 'ballast')
    await writeFile(ballast, '')
    const file = openSync(ballast, 'a')
    try {
      for (let size = 1 << 20; size >= 512; size >>= 1) fill(file, size)
    } finally {
      closeSync(file)
    }
    await sleep(2_000 + upTo(random, 3_000))
    await rm(ballast)
  }
}

function fill(file: number, size: number): void {
  const bytes = Buffer.alloc(size)
  try {
    while (writeSync(file, bytes) === size);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

/** All kinds of faults of one process over one folder. */
export const EMBEDDED_KINDS: readonly EmbeddedKind[] = [
  kill,
  torn,
  restart,
  pause,
  jump,
  asleep,
  second,
  full,
  ...corrupt,
  cut,
  later
]
