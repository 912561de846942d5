import { commentsContract } from '@huiyin/ports/contracts/comments.ts'
import { memoryStore } from '../src/memory/store.ts'
import { freshSqlite } from './sqlite-folder.ts'

for (const searchLags of [false, true]) {
  commentsContract(searchLags ? 'memory, with search that lags,' : 'memory', async () => {
    const { comments: port, close } = memoryStore({ searchLags })
    return { port, close }
  })
}

commentsContract('sqlite', async () => {
  const { store, close } = await freshSqlite()
  return { port: store.comments, close }
})
