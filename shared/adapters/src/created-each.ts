import { storeRefused } from '@huiyin/domain/errors.ts'
import type { PutResult } from '@huiyin/ports/documents.ts'

/** Which of the entries this call made; throws STORE_REFUSED when the store will never take one of them. */
export function createdEach(results: readonly PutResult[]): boolean[] {
  for (const result of results) if (result.outcome === 'refused') throw storeRefused(result.reason)
  return results.map(({ outcome }) => outcome === 'put')
}
