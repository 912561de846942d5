import type { AccountRun, Ports } from './account-run.ts'

/** So often the platform is asked until when the authorisation holds, in ms. */
export const AUTHORISATION_EVERY = 86_400_000

/** Asks until when the authorisation holds that only a person can renew. */
export async function askAuthorisation({ clock }: Ports, run: AccountRun): Promise<void> {
  const { watch } = run
  const until = await run.platform.authorisedUntil?.()
  if (until === undefined) delete watch.authorisedUntil
  else watch.authorisedUntil = until
  watch.authorisation.readAt = clock.now()
  delete watch.authorisation.retryAt
  delete watch.authorisation.failures
  run.dirty = true
}
