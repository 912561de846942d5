import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Addresses } from '@huiyin/ports/addresses.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import axios, { type AxiosInstance } from 'axios'
import { checkAddress, checkUrl, isForbidden } from './check-url.ts'
import { guardedLookup, type Resolve } from './guarded-lookup.ts'
import { type Allowed, readAllowed } from './ranges.ts'

const TIMEOUT = 10_000
const ANSWER_LIMIT = 16 * 1024 * 1024

/** The way out to addresses that a person has entered. */
export interface Outbound extends Addresses {
  /**
   * A client that asks no address but those allowed: each is checked as it is written and again at the socket, for
   * every connection. 10 s, no redirects, no proxy of the environment. Refusals have the code ADDRESS_FORBIDDEN.
   */
  client: (options?: { timeout?: number; answerLimit?: number }) => AxiosInstance
}

/** `resolve`: how names become addresses; the system's when absent. Throws TypeError for settings that are none. */
export function outbound({ allowPrivate = [] }: Pick<Settings, 'allowPrivate'>, resolve?: Resolve): Outbound {
  const allowed = readAllowed(allowPrivate)
  const lookup = guardedLookup(allowed, resolve)
  const agents = {
    httpAgent: guarded(new http.Agent({ keepAlive: true }), lookup, allowed),
    httpsAgent: guarded(new https.Agent({ keepAlive: true }), lookup, allowed)
  }
  return {
    async check(url) {
      const { host, known } = checkUrl(url, allowed)
      if (!known && !isIP(host)) await checkName(host, lookup)
    },
    client({ timeout = TIMEOUT, answerLimit = ANSWER_LIMIT } = {}) {
      const client = axios.create({
        ...agents,
        timeout,
        maxRedirects: 0,
        maxContentLength: answerLimit,
        proxy: false // a proxy would resolve the name once more
      })
      client.interceptors.request.use(request => {
        checkUrl(client.getUri(request), allowed)
        return request
      })
      return client
    }
  }
}

/** A name that nobody knows yet may be entered: the socket asks again. */
const checkName = (host: string, lookup: LookupFunction) =>
  new Promise<void>((resolve, reject) => {
    lookup(host, { all: true }, error => (isForbidden(error) ? reject(error) : resolve()))
  })

/** No name is resolved for a host that is a number: that is checked before a socket is made. */
function guarded<A extends http.Agent>(agent: A, lookup: LookupFunction, allowed: Allowed): A {
  const create = agent.createConnection
  agent.createConnection = (options, told) => {
    const host = String(options.host ?? '')
    if (isIP(host) && !allowed.hosts.has(host)) checkAddress(host, host, allowed)
    return create.call(agent, { ...options, lookup }, told)
  }
  return agent
}
