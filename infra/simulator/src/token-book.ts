import type { Clock } from './clock.ts'

export interface Judged {
  account: string
  state: 'valid' | 'expired'
  /** In ms since 1970. */
  endsAt: number
  /** What its issuer wrote on it. */
  note: number
}

/** Tokens of one kind that carry their holder and their end, so that those of an earlier run still count. */
export interface TokenBook {
  /** Takes a token that somebody chose; it lives again if it was dead. */
  enrol: (token: string, account: string, endsAt: number, note?: number) => void
  issue: (account: string, endsAt: number, note?: number) => string
  /** Undefined: nobody knows it, or nobody knows it any more. */
  judge: (token: string) => Judged | undefined
  /** Moves its end, in ms since 1970. */
  end: (token: string, at: number) => void
  /** From then on nobody knows it. */
  kill: (token: string, at?: number) => void
}

export function tokenBook(clock: Clock, prefix: string): TokenBook {
  const known = new Map<string, Omit<Judged, 'state'>>()
  const dead = new Map<string, number>()
  let issued = 0

  const find = (token: string) => known.get(token) ?? read(token, prefix)
  return {
    enrol: (token, account, endsAt, note = 0) => {
      known.set(token, { account, endsAt, note })
      dead.delete(token)
    },
    issue: (account, endsAt, note = 0) => {
      const serial = `${clock.now().toString(36)}${(issued++).toString(36)}`
      return prefix + Buffer.from(`${account} ${endsAt} ${note} ${serial}`).toString('base64url')
    },
    judge: token => {
      const now = clock.now()
      const found = find(token)
      if (!found || now >= (dead.get(token) ?? Number.POSITIVE_INFINITY)) return undefined
      return { ...found, state: now < found.endsAt ? 'valid' : 'expired' }
    },
    end: (token, endsAt) => {
      const found = find(token)
      if (found) known.set(token, { ...found, endsAt })
    },
    kill: (token, at = clock.now()) => {
      dead.set(token, Math.min(at, dead.get(token) ?? at))
    }
  }
}

function read(token: string, prefix: string) {
  if (!token.startsWith(prefix)) return undefined
  const told = Buffer.from(token.slice(prefix.length), 'base64url').toString()
  const [, account, endsAt, note] = /^(\S+) (\d+) (\d+) [0-9a-z]+$/.exec(told) ?? []
  return account === undefined ? undefined : { account, endsAt: Number(endsAt), note: Number(note) }
}
