import { trailContract } from '@huiyin/ports/contracts/trail.ts'
import { memoryStore } from '../src/memory/store.ts'
import { freshSqlite } from './sqlite-folder.ts'

for (const searchLags of [false, true]) {
  trailContract(searchLags ? 'memory, with search that lags,' : 'memory', async () => {
    const { trail: port, close } = memoryStore({ searchLags })
    return { port, close }
  })
}

trailContract('sqlite', async () => {
  const { store, close } = await freshSqlite()
  return { port: store.trail, close }
})
