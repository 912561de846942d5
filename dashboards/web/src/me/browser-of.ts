/** The first that is named counts: most browsers call themselves by the names of others too. */
const BROWSERS = [
  ['Edg', 'Edge'],
  ['MicroMessenger', 'WeChat'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari']
] as const

const SYSTEMS = [
  ['HarmonyOS', 'HarmonyOS'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux']
] as const

const named = (agent: string, names: readonly (readonly [part: string, name: string])[]) =>
  names.find(([part]) => agent.includes(part))?.[1]

/** A browser in a few words, by what it calls itself: `Chrome · Windows`. Undefined where it says nothing known. */
export function browserOf(agent = ''): string | undefined {
  const known = [named(agent, BROWSERS), named(agent, SYSTEMS)].filter(part => part !== undefined)
  return known.length > 0 ? known.join(' · ') : undefined
}
