import { recordsContract } from '@huiyin/ports/contracts/records.ts'
import { memoryStore } from '../src/memory/store.ts'
import { freshSqlite } from './sqlite-folder.ts'

for (const searchLags of [false, true]) {
  recordsContract(searchLags ? 'memory, with search that lags,' : 'memory', async () => {
    const { records: port, close } = memoryStore({ searchLags })
    return { port, close }
  })
}

recordsContract('sqlite', async () => {
  const { store, close } = await freshSqlite()
  return { port: store.records, close }
})
