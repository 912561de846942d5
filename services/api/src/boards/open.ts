import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Logger } from '@huiyin/ports/logger.ts'
import { allPosts } from '../intake/posts.ts'
import type { Live } from '../live.ts'
import { errorFacts } from '../log.ts'
import type { ApiPorts } from '../ports.ts'
import type { Board } from './board.ts'
import { boardFileRoutes } from './file-routes.ts'
import { openLedger } from './ledger.ts'
import { boardRoutes } from './routes.ts'
import { sharing } from './sharing.ts'
import { boardSubscriptionRoutes } from './subscription-routes.ts'
import { tellSubscribers } from './tell.ts'
import { openTopics } from './topics.ts'

export type BoardOptions = { ports: ApiPorts; live: Pick<Live, 'hear'>; logger: Logger }

/** How often it is looked who is to be told, ms. */
const ROUND = 15_000

export const openBoard = ({ ports, live, logger }: BoardOptions): Board => ({
  ports,
  ledger: openLedger(ports, live, logger),
  topics: openTopics(ports.comments),
  posts: sharing(() => allPosts(ports.records))
})

/** The leaders' dashboards: what they count is begun when the house listens, or when somebody asks first. */
export const boards: FastifyPluginAsyncTypebox<BoardOptions> = async (app, options) => {
  const { ports, logger } = options
  const board = openBoard(options)
  const { ledger } = board
  let round: Promise<unknown> | undefined
  let timer: NodeJS.Timeout | undefined
  let closing = false

  app.addHook('onListen', async () => {
    if (closing) return // a house may close while it begins to listen
    ledger.begin()
    timer ??= setInterval(() => {
      round ??= tellSubscribers(board, ports.clock.now())
        .catch(error => logger.error({ error: errorFacts(error) }, 'subscribers of dashboards are told later'))
        .finally(() => {
          round = undefined
        })
    }, ROUND).unref()
  })
  app.addHook('preClose', async () => {
    closing = true
    clearInterval(timer)
    await ledger.close()
    await round
  })
  app.register(boardRoutes, { ports, board })
  app.register(boardFileRoutes, { ports, board })
  app.register(boardSubscriptionRoutes, ports)
}
