const isUnder = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`)

/** As a browser writes the host of an address; undefined for what is no address. */
export const hostOf = (address: string): string | undefined =>
  URL.parse(address)?.hostname.replace(/\.$/, '') || undefined

/** gov.cn, a listed host, or one below these; `host` in the form of hostOf. */
export const isAllowedHost = (host: string, hosts: readonly string[]): boolean =>
  isUnder(host, 'gov.cn') || hosts.some(listed => isUnder(host, hostOf(`http://${listed.trim()}`) ?? listed))
