import type { Cluster } from './cluster.ts'

/** A month of a province's comments is written anew within it, in ms. */
const PATIENCE = 30 * 60_000

const ALLOWED = 'index.merge.policy.expunge_deletes_allowed'

/**
 * Lucene keeps what was overwritten until its segment is merged: here every segment that has any of it is written anew,
 * where the engine by itself lets a tenth stand; then the transaction logs of before go. What is kept of a rebuild takes
 * no writes and is removed as a whole.
 */
export async function purge({ ask }: Cluster, prefix: string): Promise<void> {
  const index = `${prefix}-*`
  const allowing = (settings: Record<string, unknown>) =>
    ask(client => client.indices.putSettings({ index, settings, allow_no_indices: true }))
  await ask(client => client.indices.refresh({ index }))
  await allowing({ [ALLOWED]: 0 })
  try {
    await ask(client => client.indices.forcemerge({ index, only_expunge_deletes: true }, { requestTimeout: PATIENCE }))
    await ask(client => client.indices.flush({ index, force: true }, { requestTimeout: PATIENCE }))
  } finally {
    await allowing({ [ALLOWED]: null })
  }
}
