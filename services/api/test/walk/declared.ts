import type { RouteOptions } from 'fastify'
import type { House } from '../house.ts'

export type Config = NonNullable<RouteOptions['config']>

/** What each route says that it is for. */
export function declared({ app }: House): Map<string, Config> {
  const found = new Map<string, Config>()
  app.addHook('onRoute', ({ method, url, config = {} }) => {
    for (const one of [method].flat()) found.set(`${one} ${url.replaceAll(/:(\w+)/g, '{$1}')}`, config)
  })
  return found
}
