import { anchorsPath, keepAnchors, readAnchors } from '@huiyin/adapters/anchors-file.ts'
import type { House } from '@huiyin/adapters/house.ts'
import { type Anchors, openAnchors } from '@huiyin/ports/anchors.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import { trailSource } from '@huiyin/ports/trail-source.ts'
import { keepVerification } from '@huiyin/ports/verifications.ts'
import type { TrailSource } from '@huiyin/ports/verify-trail.ts'
import type { Anchor, Verification } from '@huiyin/schemas/trail.ts'

/** The trail, as who sits at the terminal of the machine verifies and exports it. */
export interface AuditDesk extends TrailSource {
  /** Anchors now, and keeps it in the file too. Throws as `Anchors.anchor`. */
  anchor: Anchors['anchor']
  /** The next anchors of the file beside the store, from one of its lines (exclusive) on. */
  kept: (of: { line: number; atMost: number }) => Promise<Anchor[]>
  keep: (verification: Verification) => Promise<void>
  /** Says who exports which period; nothing is exported before that is told. */
  exporting: (of: { from: number; to: number; by: string }) => Promise<void>
}

export type AuditPorts = Pick<House, 'clock' | 'logs' | 'vault' | 'folder'> & {
  store: Pick<House['store'], 'records' | 'trail' | 'history'>
}

export function auditDesk({ store, clock, logs, vault, folder }: AuditPorts): AuditDesk {
  const { records, trail, history } = store
  const tell = teller(logs.events, clock)
  const anchors = openAnchors({ records, trail, vault, clock, tell })
  const path = anchorsPath(folder)
  return {
    ...trailSource(trail, history, anchors),
    async anchor(options) {
      const anchor = await anchors.anchor(options)
      await keepAnchors(path, anchors.list)
      return anchor
    },
    kept: async ({ line, atMost }) => (await readAnchors(path)).slice(line, line + atMost),
    keep: verification => keepVerification(records, verification),
    exporting: ({ from, to, by }) =>
      tell(subjectOf('export', 'trail'), {
        type: 'exported',
        by: { id: by, name: by, role: 'system' },
        data: { what: 'trail', from, to }
      })
  }
}
