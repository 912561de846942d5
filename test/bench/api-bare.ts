import { readFile } from 'node:fs/promises'
import Fastify from 'fastify'

// One bare Fastify route: `node api-bare.ts FILE` answers every request with what the file holds, as an object.

const payload: unknown = JSON.parse(await readFile(process.argv[2]!, 'utf8'))
const app = Fastify()
app.all('/*', async () => payload)
const url = await app.listen({ port: 0, host: '127.0.0.1' })
process.send!({ ready: { url } })
process.on('disconnect', () => app.close())
