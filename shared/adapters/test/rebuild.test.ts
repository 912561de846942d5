import { rebuildContract } from '@huiyin/ports/contracts/rebuild.ts'
import { freshSqlite } from './sqlite-folder.ts'

rebuildContract('sqlite', async () => {
  const { store, close } = await freshSqlite()
  return { port: store, close }
})
