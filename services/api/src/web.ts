import { existsSync } from 'node:fs'
import path from 'node:path'
import staticFiles from '@fastify/static'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { routeNotFound } from './errors.ts'

const YEAR = 'public, max-age=31536000, immutable'

/**
 * The web app: files under `assets/` have their hash in the name and are kept for ever, all else is asked for anew.
 * Every other address of a page is answered with index.html, and the app finds its own way.
 */
export const web = fp<{ webRoot: string | undefined; logger: Logger }>(async (app, { webRoot, logger }) => {
  const built = webRoot !== undefined && existsSync(path.join(webRoot, 'index.html'))
  if (built) {
    await app.register(staticFiles, {
      root: path.resolve(webRoot),
      preCompressed: true,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (reply, file) => {
        const hashed = path.relative(webRoot, file).startsWith(`assets${path.sep}`)
        reply.header('cache-control', hashed ? YEAR : 'no-cache')
      }
    })
  } else if (webRoot !== undefined) logger.warn({ webRoot }, 'the web app is not built there; only the api answers')

  app.setNotFoundHandler((request, reply) => {
    if (!built || !isPage(request)) throw routeNotFound(request.method)
    return page(reply)
  })
})

const page = (reply: FastifyReply) => reply.sendFile('index.html')

const isPage = ({ method, url, headers }: FastifyRequest) =>
  method === 'GET' && !/^\/api([/?]|$)/.test(url) && (headers.accept ?? '').includes('text/html')
