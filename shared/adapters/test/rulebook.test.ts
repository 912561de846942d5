import { rulebookContract } from '@huiyin/ports/contracts/rulebook.ts'
import { memoryStore } from '../src/memory/store.ts'
import { freshSqlite } from './sqlite-folder.ts'

for (const searchLags of [false, true]) {
  rulebookContract(searchLags ? 'memory, with search that lags,' : 'memory', async () => {
    const { records: port, close } = memoryStore({ searchLags })
    return { port, close }
  })
}

rulebookContract('sqlite', async () => {
  const { store, close } = await freshSqlite()
  return { port: store.records, close }
})
