import { storeRefused } from '@huiyin/domain/errors.ts'
import type { PutResult } from '../documents.ts'

/** Once more while somebody was faster. Answers whether something was changed. Throws STORE_REFUSED. */
export async function retrying(once: () => Promise<{ done: boolean; put?: PutResult }>): Promise<boolean> {
  while (true) {
    const { done, put } = await once()
    if (put?.outcome === 'refused') throw storeRefused(put.reason)
    if (put?.outcome !== 'conflict') return done
  }
}
