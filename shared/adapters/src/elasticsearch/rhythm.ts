import type { Cluster } from './cluster.ts'
import { refreshOf } from './layout.ts'

/** Lists lag, and small segments stand for longer. */
const BEHIND = { 'index.refresh_interval': '5s', 'index.merge.policy.segments_per_tier': 30 }
const CALM = { 'index.refresh_interval': refreshOf('tickets'), 'index.merge.policy.segments_per_tier': null }

/**
 * Puts off what need not be done while much is written: every refresh makes small segments, which are then merged, and
 * both were 44 % of the engine's work (ADR 24). Who asks for a refresh still gets it at once.
 */
export function openRhythm({ ask }: Cluster, prefix: string): (isBehind: boolean) => Promise<void> {
  let said: boolean | undefined // whoever set it last may have ended without setting it back
  const index = [`${prefix}-tickets`, `${prefix}-comments`]
  return async isBehind => {
    if (isBehind === said) return
    const settings = isBehind ? BEHIND : CALM
    await ask(client =>
      client.indices.putSettings({
        index,
        settings: settings as object,
        ignore_unavailable: true,
        allow_no_indices: true
      })
    )
    said = isBehind
  }
}
