import type { Records } from '@huiyin/ports/records.ts'

/** Where nothing is kept yet: what is shipped can be read, nothing can be made. */
export const noRecords: Pick<Records, 'create' | 'get' | 'list' | 'refresh'> = {
  create: async () => false,
  get: async () => undefined,
  list: async () => [],
  refresh: async () => {}
}
