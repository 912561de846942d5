import { greet } from '@huiyin/adapters/connections/greet.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { type Finding, ok, warn } from './finding.ts'

const HOSTS: Record<string, string> = {
  wechat: 'https://api.weixin.qq.com',
  weibo: 'https://api.weibo.com',
  douyin: 'https://open.douyin.com',
  kuaishou: 'https://open.kuaishou.com'
}

interface Place {
  name: string
  url: URL
}

const toPlace = (name: string, address: string | undefined): Place[] => {
  const url = address === undefined ? null : URL.parse(address)
  return url ? [{ name, url }] : []
}

/** The servers of the platforms on which there are accounts; each once. */
export function platformPlaces(accounts: readonly Pick<Account, 'platform' | 'api'>[]): Place[] {
  const places = accounts.flatMap(({ platform, api }) => toPlace(platform, api ?? HOSTS[platform]))
  return [...new Map(places.map(place => [place.url.host, place])).values()]
}

/** Where alerts go; nothing is sent there. */
export function channelPlaces({ channels, alertWebhook }: Settings): Place[] {
  return [
    ...channels.flatMap(channel =>
      channel.kind === 'smtp'
        ? toPlace(
            channel.name,
            `smtp://${channel.host}:${channel.port ?? (channel.tls === 'none' ? 25 : channel.tls === 'starttls' ? 587 : 465)}`
          )
        : toPlace(channel.name, channel.url)
    ),
    ...toPlace('webhook', alertWebhook)
  ]
}

const PORTS: Record<string, number> = { 'https:': 443, 'http:': 80 }

/** Whether each can be reached; says hello, and who it is no word. */
export const placeFindings = (places: readonly Place[]): Promise<Finding[]> =>
  Promise.all(
    places.map(async ({ name, url }) => {
      const host = url.hostname.replace(/^\[|\]$/g, '')
      const port = Number(url.port) || PORTS[url.protocol]!
      const tls = url.protocol === 'https:' || port === 465
      const hello = Buffer.from(
        url.protocol === 'smtp:' ? 'NOOP\r\n' : `HEAD / HTTP/1.1\r\nhost: ${url.host}\r\nconnection: close\r\n\r\n`
      )
      const greeting = await greet({ host, port }, hello, tls ? {} : undefined)
      if (greeting.is === 'answered') return ok(name, `${host}:${port} is reached`)
      const advice = 'let this machine out to it: firewall, proxy, name server'
      if (greeting.is === 'untrusted')
        return warn(
          name,
          `${host}:${port} shows a certificate that is not trusted (${greeting.code})`,
          'let Node know its authority: NODE_EXTRA_CA_CERTS'
        )
      return warn(name, `${host}:${port} cannot be reached (${greeting.code})`, advice)
    })
  )
