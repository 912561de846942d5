import { closeSync, openSync, statSync, truncateSync, writeSync } from 'node:fs'
import { cp, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Random } from '@huiyin/simulator/random.ts'
import { type EmbeddedKind, lines } from './kind.ts'

type Damage = { what: string; isAtOnce: boolean; of: (path: string, random: Random) => void | Promise<void> }

const DAMAGES: readonly Damage[] = [
  { what: 'a head that is none', isAtOnce: true, of: path => overwrite(path, 0, 100) },
  { what: 'a schema that is none', isAtOnce: true, of: path => overwrite(path, 100, 3_900) },
  { what: 'half of the file', isAtOnce: false, of: path => truncate(path, Math.floor(statSync(path).size / 2)) },
  {
    what: 'garbage in the middle',
    isAtOnce: false,
    of: (path, random) => {
      const { size } = statSync(path)
      for (let n = 0; n < 60; n++) overwrite(path, 4_096 * Math.floor(1 + (random() * size) / 4_096 / 1.1), 4_096)
    }
  }
]

function overwrite(path: string, at: number, length: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(length, 0x5a), 0, length, at)
  closeSync(file)
}

/** A copy of the folder is damaged: it must be refused with one sentence that says what to do. */
export const corrupt: readonly EmbeddedKind[] = DAMAGES.map(({ what, isAtOnce, of }) => ({
  name: `corrupt file: ${what}`,
  weight: 1,
  async happen({ office, folder, spare, path }, random) {
    await office.end('SIGTERM')
    const copy = join(spare, 'damaged')
    await copied(folder, copy)
    await office.start()
    await of(join(copy, 'office/huiyin.db'), random)
    const { code, said } = await office.another({ HUIYIN_DATA: copy })
    await rm(copy, { recursive: true })
    // Pages that nobody reads at the start are met later; then it ends all the same, and the sentence stands last.
    if (code !== 1 || !/^huiyin: .*damaged.*backup$/m.test(said) || (isAtOnce && lines(said) > 1))
      throw new Error(`${path} with ${what} ended with ${code}: ${said}`)
  }
}))

/** Without the sockets that one who was killed has left. */
const copied = (folder: string, copy: string): Promise<void> =>
  cp(folder, join(copy, 'office'), { recursive: true, filter: path => !path.endsWith('.sock') })

/** The log before the last commits is cut off, as by a disk that lied: it begins with what is whole, or says why not. */
export const cut: EmbeddedKind = {
  name: 'truncated write-ahead log',
  weight: 1,
  async happen({ office, folder, spare, path }, random) {
    await office.end('SIGKILL')
    const copy = join(spare, 'cut')
    await copied(folder, copy)
    await office.start()
    const file = join(copy, 'office/huiyin.db')
    const { size } = statSync(`${file}-wal`)
    truncateSync(`${file}-wal`, Math.floor(size * random()))
    const db = new DatabaseSync(file)
    const found = db.prepare('pragma integrity_check(1)').all()
    db.close()
    await rm(copy, { recursive: true })
    const [{ integrity_check: said } = { integrity_check: 'nothing' }] = found
    if (said !== 'ok') throw new Error(`${path} with a cut write-ahead log: ${said}`)
  }
}

/** In a copy of the folder a later release has written: this one stops with one sentence instead of passing by it. */
export const later: EmbeddedKind = {
  name: 'event of a later release',
  weight: 1,
  async happen({ office, folder, spare }) {
    await office.end('SIGTERM')
    const copy = join(spare, 'later')
    await copied(folder, copy)
    await office.start()
    writeLater(join(copy, 'office/huiyin.db'))
    const { code, said } = await office.another({ HUIYIN_DATA: copy })
    await rm(copy, { recursive: true })
    if (code !== 1 || !/ticket\.dreamt.*later/.test(said)) throw new Error(`It ended with ${code}: ${said}`)
  }
}

function writeLater(path: string): void {
  const db = new DatabaseSync(path)
  const last = db
    .prepare("select event from events join topics using (topic) where name = 'events' order by n desc limit 1")
    .get()
  const event = { ...JSON.parse(String(last!.event)), type: 'ticket.dreamt' }
  db.prepare(`
    insert into events (topic, n, appended_at, event)
    select topic, last + 1, ?, ? from topics where name = 'events'
  `).run(Date.now(), JSON.stringify(event))
  db.exec("update topics set last = last + 1 where name = 'events'")
  db.close()
}
