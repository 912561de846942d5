import ipaddr from 'ipaddr.js'

type Address = ReturnType<typeof ipaddr.parse>
type Cidr = ReturnType<typeof ipaddr.parseCIDR>

/** Public by its number, and yet the host's own: what Azure's machines learn of themselves. */
const OWN_OF_THE_HOST = new Set(['168.63.129.16'])
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3')
/** Where machines of a cloud learn their secrets; a wide range in the settings does not open them. */
const METADATA = new Set(['169.254.169.254', '169.254.0.23', '100.100.100.200', 'fd00:ec2::254'])

/** Where the office's own services may be, as whoever runs the machine names them. */
export interface Allowed {
  hosts: ReadonlySet<string>
  ranges: readonly Cidr[]
}

/**
 * Reads names, addresses and ranges such as `10.20.0.0/16`. Throws TypeError, in words, for what is none.
 */
export function readAllowed(entries: readonly string[]): Allowed {
  const hosts = new Set<string>()
  const ranges: Cidr[] = []
  for (const entry of entries.map(entry => entry.trim().toLowerCase()).filter(entry => entry !== '')) {
    const bare = entry.replace(/^\[(.*)\]$/, '$1')
    if (ipaddr.isValidCIDR(bare)) ranges.push(ipaddr.parseCIDR(bare))
    else if (isAddress(bare)) ranges.push(alone(bare))
    else if (NAME.test(entry) && !NUMBER.test(entry)) hosts.add(withoutDot(entry))
    else
      throw new TypeError(
        `expected names of hosts, addresses and ranges such as mastodon.intern, 10.20.0.7 and 10.20.0.0/16; it holds ${JSON.stringify(entry)}`
      )
  }
  return { hosts, ranges }
}

const NAME = /^(?=.*[a-z])[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.?$/
/** What readers of addresses take for a number, such as `0x7f.1`. */
const NUMBER = /(^|\.)(\d+|0x[0-9a-f]*)\.?$/
const isAddress = (text: string) => ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)

function alone(text: string): Cidr {
  const address = ipaddr.process(text)
  return ipaddr.parseCIDR(`${address.toString()}/${address.kind() === 'ipv4' ? 32 : 128}`)
}

/** A name at the root of all names is the same name. */
export const withoutDot = (host: string) => host.replace(/\.$/, '')

/**
 * Why an address is none that a person may name, such as `loopback`; undefined for a public one, and for one that is
 * allowed. What is no address is `unreadable`. An IPv4 address within an IPv6 one counts as itself.
 */
export function whyForbidden(text: string, { ranges }: Pick<Allowed, 'ranges'>): string | undefined {
  if (!isAddress(text)) return 'unreadable' // one with a zone too: it means an interface of this machine
  const address = ipaddr.process(text)
  const kind = kindOf(address)
  return kind === undefined || ranges.some(range => lets(range, address)) ? undefined : kind
}

const SAID: Record<string, string> = {
  linkLocal: 'link-local',
  uniqueLocal: 'unique-local',
  carrierGradeNat: "a carrier's own (CGNAT)",
  ipv4Mapped: 'mapped',
  rfc6052: 'translated',
  rfc6145: 'translated',
  deprecatedSiteLocal: 'site-local'
}

function kindOf(address: Address): string | undefined {
  const text = address.toString()
  if (METADATA.has(text) || OWN_OF_THE_HOST.has(text)) return 'of the machine’s own cloud'
  const range = address.range()
  if (range !== 'unicast') return SAID[range] ?? range
  return address.kind() === 'ipv6' && !address.match(GLOBAL_IPV6) ? 'reserved' : undefined
}

function lets([base, bits]: Cidr, address: Address): boolean {
  if (base.kind() !== address.kind()) return false
  const whole = bits === (base.kind() === 'ipv4' ? 32 : 128)
  if (!whole && METADATA.has(address.toString())) return false
  return address.match([base, bits] as never)
}
