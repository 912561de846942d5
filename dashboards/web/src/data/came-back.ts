/** How one came back from the provider of single sign-on: `/?sso=`. Said once; the address does not keep it. */

const WAYS = ['linked', 'unknown', 'proposed', 'failed'] as const
export type CameBack = (typeof WAYS)[number]

const query = new URLSearchParams(location.search)
const said = query.get('sso')
if (said !== null) {
  query.delete('sso')
  const rest = query.toString()
  history.replaceState(null, '', rest === '' ? location.pathname : `?${rest}`)
}

let came: CameBack | undefined = WAYS.find(way => way === said)

export const cameBack = (): CameBack | undefined => came

/** It was read. */
export function heard(): void {
  came = undefined
}
