import type { House } from '@huiyin/adapters/house.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import { Type } from 'typebox'

/** What the trail is told of a backup: somebody holds a copy of everything now. */
export const BackedUp = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  by: Type.String({ minLength: 1, maxLength: 200 }),
  documents: Type.Integer({ minimum: 0 }),
  bytes: Type.Integer({ minimum: 0 }),
  /** Whether it holds the keys that open it. */
  keys: Type.Boolean()
})
export type BackedUp = Type.Static<typeof BackedUp>

/** Says in the log that a backup was taken. Rejects with LOG_UNAVAILABLE. */
export const tellBackup =
  ({ logs, clock }: Pick<House, 'logs' | 'clock'>) =>
  ({ name, by, ...data }: BackedUp): Promise<void> =>
    teller(logs.events, clock)(subjectOf('backup', name), {
      type: 'backup.taken',
      by: { id: by, name: by, role: 'system' },
      data
    })
