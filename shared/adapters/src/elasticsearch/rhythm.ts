import type { Cluster } from './cluster.ts'

/** How often lists are brought up to date without being asked; null: each second, as the engine does by itself. */
const CALM = null
const BEHIND = '5s'

/**
 * Lets lists lag while much is written: every refresh makes small segments, which are then merged, and that took a third
 * of the engine's work. Who asks for a refresh still gets it at once.
 */
export function openRhythm({ ask }: Cluster, prefix: string): (isBehind: boolean) => Promise<void> {
  let said: boolean | undefined // whoever set it last may have ended without setting it back
  const index = [`${prefix}-tickets`, `${prefix}-comments`]
  return async isBehind => {
    if (isBehind === said) return
    const settings = { 'index.refresh_interval': isBehind ? BEHIND : CALM }
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
