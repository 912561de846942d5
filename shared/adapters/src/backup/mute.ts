import { DatabaseSync } from 'node:sqlite'
import { digest } from '@huiyin/domain/ids.ts'
import { ENVIRONMENT_RECORD, type Environment } from '@huiyin/ports/environment.ts'
import type { Manifest } from './manifest.ts'

/** What no installation has: a restored copy sends nothing until somebody says that it may (R45). */
export const mutedBy = ({ name }: Pick<Manifest, 'name'>): string => digest(`restored from ${name}`)

/** Even where it was: in the same place on the same machine it would else be taken for the original. */
export function muteFile(path: string, manifest: Manifest): void {
  const { kind, id } = ENVIRONMENT_RECORD
  const db = new DatabaseSync(path)
  try {
    const found = db.prepare('select value from records where kind = ? and id = ?').get(kind, id)
    const before = found && (JSON.parse(String(found.value)) as Environment)
    const value: Environment = { since: 0, ...before, fingerprint: mutedBy(manifest) }
    db.prepare(`
      insert into records (kind, id, version, value) values (?, ?, 1, ?)
      on conflict (kind, id) do update set value = excluded.value, version = version + 1
    `).run(kind, id, JSON.stringify(value))
  } finally {
    db.close()
  }
}
