import { openHouse, type Start, together } from '@huiyin/adapters/house.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { start as alerter } from '@huiyin/alerter/main.ts'
import { serve, type Welcome } from '@huiyin/api/main.ts'
import { start as classifier } from '@huiyin/classifier/main.ts'
import { start as collector } from '@huiyin/collector/main.ts'
import { start as desk } from '@huiyin/desk/main.ts'
import { type Logger, silent } from '@huiyin/ports/logger.ts'
import { start as responder } from '@huiyin/responder/main.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { start as scribe } from '@huiyin/scribe/main.ts'
import type { Real } from '../../shared/adapters/test/mastodon-real.ts'
import type { movableClock } from './office.ts'

const PARTS: Start[] = [collector, classifier, desk, responder, alerter, scribe]

type Of = {
  folder: string
  server: Pick<Real, 'url' | 'token' | 'office'>
  clock: ReturnType<typeof movableClock>
  logger?: Logger
}

/** A whole office in one process with one Mastodon account; it is entered by its name. */
export async function openMastodonOffice({ folder, server, clock, logger = silent }: Of) {
  const account: Account = {
    platform: 'mastodon',
    id: server.office.username,
    name: '青禾县',
    api: server.url,
    credentials: { accessToken: server.token },
    since: clock.now(),
    delay: { fresh: 1_000, old: 1_000 }
  }
  const settings = settingsOf({ port: 0, data: folder, demo: 'off' })
  const house = await openHouse({ settings, folder, logger, clock, accounts: [account] })
  const closing = new AbortController()
  const { promise: welcomed, resolve: welcome } = Promise.withResolvers<Welcome>()
  await Promise.all([house.rulebook.refresh(), house.accounts.refresh()])
  const running = together(closing.signal, [
    signal => serve(house, signal, welcome),
    ...PARTS.map(start => (signal: AbortSignal) => start(house, signal))
  ])
  const { url, administrator } = await Promise.race([
    welcomed,
    running.then(() => Promise.reject(new Error('it ended')))
  ])
  return {
    url,
    password: administrator?.password,
    /** The comments of the post as they stand in the store. */
    held: async (post: string) =>
      (
        await house.store.comments.search({
          platform: ['mastodon'],
          account: [account.id],
          post,
          sort: 'newest',
          atMost: 100
        })
      ).rows,
    close: async () => {
      closing.abort()
      try {
        await running
      } finally {
        await house.close()
      }
    }
  }
}
