import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

const PAGE = new URL('./control.html', import.meta.url)

/** GET /control: the page on which a person makes things happen. */
export function controlPage(app: FastifyInstance): void {
  const html = readFileSync(PAGE, 'utf8')
  app.get('/control', async (_request, reply) => reply.type('text/html; charset=utf-8').send(html))
}
