import type { Beat } from '@huiyin/ports/audit.ts'

const PATIENCE = 10_000

/**
 * Asks an address by GET, as watchers of scheduled jobs expect it; whoever watches alarms when it is asked no more.
 * The address is a secret: no reason names it.
 */
export const heartbeatTo =
  (url: string, patience = PATIENCE): Beat =>
  async () => {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(patience) })
      await response.body?.cancel()
      return response.ok ? undefined : `it answered with status ${response.status}`
    } catch (error) {
      return reasonOf(error as Error & { cause?: { code?: string } }, patience)
    }
  }

function reasonOf({ name, cause }: Error & { cause?: { code?: string } }, patience: number): string {
  if (name === 'TimeoutError') return `it did not answer within ${patience / 1000} s`
  return `it could not be reached (${cause?.code ?? name})`
}
