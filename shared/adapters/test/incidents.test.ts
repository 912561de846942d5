import { incidentsContract } from '@huiyin/ports/contracts/incidents.ts'
import { memoryStore } from '../src/memory/store.ts'
import { freshSqlite } from './sqlite-folder.ts'

incidentsContract('memory, with search that lags,', async () => {
  const { records: port, close } = memoryStore({ searchLags: true })
  return { port, close }
})

incidentsContract('sqlite', async () => {
  const { store, close } = await freshSqlite()
  return { port: store.records, close }
})
