import { openHouse } from '@huiyin/adapters/house.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { type Logger, silent } from '@huiyin/ports/logger.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Real } from '../../shared/adapters/test/mastodon-real.ts'
import { atWork } from './at-work.ts'
import type { movableClock } from './office.ts'

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
  const { url, password, close } = await atWork(house)
  return {
    url,
    password,
    close,
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
      ).rows
  }
}
