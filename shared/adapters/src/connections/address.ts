import { isIPv4 } from 'node:net'

/** Where something listens. */
export interface Address {
  host: string
  port: number
}

export const shownAddress = ({ host, port }: Address): string => `${host.includes(':') ? `[${host}]` : host}:${port}`

/** Whether nobody beyond this machine is on the way there. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))

/** The host without the brackets that an address of version 6 bears in a URL. */
export const bare = (host: string): string => host.replace(/^\[|\]$/g, '')
