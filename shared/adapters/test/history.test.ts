import { historyContract } from '@huiyin/ports/contracts/history.ts'
import { memoryStore } from '../src/memory/store.ts'
import { freshSqlite } from './sqlite-folder.ts'

for (const searchLags of [false, true]) {
  historyContract(searchLags ? 'memory, with search that lags,' : 'memory', async () => {
    const { history: port, close } = memoryStore({ searchLags })
    return { port, close }
  })
}

historyContract('sqlite', async () => {
  const { store, close } = await freshSqlite()
  return { port: store.history, close }
})
