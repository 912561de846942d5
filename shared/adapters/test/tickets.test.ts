import { ticketsContract } from '@huiyin/ports/contracts/tickets.ts'
import { memoryStore } from '../src/memory/store.ts'
import { freshSqlite } from './sqlite-folder.ts'

for (const searchLags of [false, true]) {
  ticketsContract(searchLags ? 'memory, with search that lags,' : 'memory', async () => {
    const { tickets: port, close } = memoryStore({ searchLags })
    return { port, close }
  })
}

ticketsContract('sqlite', async () => {
  const { store, close } = await freshSqlite()
  return { port: store.tickets, close }
})
