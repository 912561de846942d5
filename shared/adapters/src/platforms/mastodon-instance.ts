import type { Clock } from '@huiyin/ports/clock.ts'
import { isObject } from './http.ts'
import type { MastodonCall } from './mastodon-call.ts'

const FRESH = 24 * 60 * 60_000
const AGAIN = 15 * 60_000
/** Kept free for the name of whom we answer, which stands before every reply: at most 30 characters, `@` and a space. */
export const FOR_THE_NAME = 32

/** How long a status may be at this server. */
export interface Instance {
  /** Asks the server once a day. Never rejects: until it has answered the usual figures hold. */
  learn: (signal?: AbortSignal) => Promise<void>
  limit: () => number
  perUrl: () => number
}

export function mastodonInstance({ get }: MastodonCall, clock: Clock): Instance {
  let limit = 500
  let perUrl = 23
  let askAt = Number.NEGATIVE_INFINITY

  async function ask(signal?: AbortSignal): Promise<boolean> {
    for (const path of ['/api/v2/instance', '/api/v1/instance']) {
      const answer = await get(path, [], signal).catch(() => undefined)
      const told = answer?.ok && isObject(answer.json) ? answer.json : undefined
      const configuration = isObject(told?.configuration) ? told.configuration : undefined
      const statuses = isObject(configuration?.statuses) ? configuration.statuses : undefined
      const most = countOf(statuses?.max_characters) ?? countOf(told?.max_toot_chars) // the older name of other software
      if (most === undefined) continue
      limit = most
      perUrl = countOf(statuses?.characters_reserved_per_url) ?? perUrl
      return true
    }
    return false
  }

  return {
    learn: async signal => {
      if (clock.now() < askAt) return
      askAt = clock.now() + AGAIN
      if (await ask(signal)) askAt = clock.now() + FRESH
    },
    limit: () => limit,
    perUrl: () => perUrl
  }
}

const countOf = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value > FOR_THE_NAME / 2 ? value : undefined
