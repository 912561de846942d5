import { type Logger, silent } from '@huiyin/ports/logger.ts'
import Fastify, { type FastifyInstance } from 'fastify'
import { ackRoutes } from './ack-routes.ts'
import { api } from './api.ts'
import { clientErrors } from './client-errors.ts'
import { departmentPageRoutes } from './departments/page-routes.ts'
import { documentation } from './documentation.ts'
import { headers } from './headers.ts'
import { healthRoutes } from './health-routes.ts'
import { metrics } from './integration/metrics.ts'
import { readingsOf } from './integration/readings.ts'
import { takeJson } from './json-body.ts'
import { receiptRoutes } from './letters/receipt-routes.ts'
import type { ApiPorts, ApiSettings } from './ports.ts'
import { problemAnswers } from './problem.ts'
import { requestId } from './request-id.ts'
import { compileSerializer } from './serialize.ts'
import { serverOptions } from './server-options.ts'
import { sessionCookie } from './sign-in/cookie.ts'
import { compileValidator } from './validate.ts'
import { web } from './web.ts'

export type AppOptions = ApiPorts & { settings: ApiSettings; logger?: Logger }

const BODY_LIMIT = 64 * 1024
const LONGEST_ID = 2_000 // an id of 200 bytes, each percent-encoded more than once

/** Who is being answered when the house closes has so long, in ms; a connection that never ends holds up no end. */
const LAST_WORDS = 3_000

/** Builds the api and the pages; whoever calls it listens, or injects. Closing it ends the live views. */
export function buildApp({ settings, logger = silent, ...ports }: AppOptions): FastifyInstance {
  const answerProblem = problemAnswers(logger)
  const app = Fastify({
    ...serverOptions(settings),
    rewriteUrl: ({ url = '/' }) => (url === '/metrics' ? '/api/metrics' : url), // where watchers look
    bodyLimit: BODY_LIMIT,
    genReqId: requestId,
    trustProxy: settings.trustProxy ?? false,
    routerOptions: { maxParamLength: LONGEST_ID },
    clientErrorHandler: clientErrors(logger),
    frameworkErrors: answerProblem
  })
  const cookie = sessionCookie(settings)

  app.setValidatorCompiler(compileValidator)
  app.setSerializerCompiler(compileSerializer)
  app.setErrorHandler(answerProblem)
  takeJson(app)
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), LAST_WORDS).unref()
  })
  app.addHook('onRequest', async ({ id }, reply) => void reply.header('x-request-id', id))
  app.addHook('onResponse', async ({ id, method, routeOptions }, { statusCode, elapsedTime }) => {
    const route = routeOptions.url ?? 'none' // the pattern: addresses hold ids and search words
    logger.info({ request: id, method, route, status: statusCode, ms: Math.round(elapsedTime) }, 'answered')
  })

  app.register(metrics, { read: readingsOf(ports), logger, more: ports.told })
  app.register(headers, { settings })
  app.register(documentation, { settings, cookie })
  app.register(api, { prefix: '/api', ports, settings, cookie, logger })
  app.register(ackRoutes, { ...ports, logger }) // outside the guard: the link itself says who may
  app.register(receiptRoutes, { ...ports, logger }) // the same
  app.register(departmentPageRoutes, { ...ports, logger, webRoot: settings.webRoot }) // the same
  app.register(healthRoutes, { ready: ports.ready, hide: true }) // where probes look
  app.register(web, { webRoot: settings.webRoot, logger })
  return app
}
