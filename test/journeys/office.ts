import { once } from 'node:events'
import { createServer } from 'node:net'
import { openHouse, type Start } from '@huiyin/adapters/house.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { hashPassword, randomPassword } from '@huiyin/api/sign-in/password.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { keepFresh } from '@huiyin/ports/keep-fresh.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { OFFICES, startSimulator } from '@huiyin/simulator/simulator.ts'
import { atWork } from './at-work.ts'

/** Wall time that a test can move on: hours pass at once, everything else as always. */
export function movableClock() {
  let passed = 0
  const now = () => Date.now() + passed
  const pass = (ms: number) => {
    passed += ms
  }
  return { now, pass, to: (at: number) => pass(Math.max(0, at - now())) }
}

type World = {
  folder: string
  clock?: ReturnType<typeof movableClock>
  more?: readonly Start[]
  /** Where the page is built; absent: where the house looks for it. */
  webRoot?: string
  /** A house that nobody has set up: it has no accounts. */
  bare?: boolean
} & Partial<
  Pick<
    Settings,
    | 'log'
    | 'store'
    | 'prefix'
    | 'port'
    | 'publicUrl'
    | 'channels'
    | 'departments'
    | 'allowPrivate'
    | 'assistantUrl'
    | 'assistantModel'
    | 'assistantKey'
  >
>

export type Office = Awaited<ReturnType<typeof openOffice>>

/** A whole office with real services over a simulated platform, in one process, on a clock that the test moves. */
export async function openOffice(opening: World) {
  const { clock = movableClock(), folder, more = [], webRoot, bare = false, ...chosen } = opening
  const simulator = await startSimulator({ clock })
  const published = OFFICES.map(({ platform, id }) =>
    simulator.control.publishPost({ platform, account: id, title: '关于路灯维修的通告' })
  )
  const accounts = OFFICES.map(
    ({ platform, id, name, secret }, i): Account => ({
      platform,
      id,
      name,
      api: simulator.url,
      since: clock.now(),
      delay: { fresh: 500, old: 500 },
      quotas: [{ scope: 'account', calls: 1_000_000, per: 'day' }],
      ...(platform === 'wechat'
        ? { credentials: { secret }, posts: [published[i]!.id] }
        : { credentials: { accessToken: secret } })
    })
  )
  const settings = settingsOf({
    port: 0,
    ...chosen,
    data: folder,
    demo: 'off',
    alertWebhook: simulator.webhook.url,
    alertSecret: simulator.webhook.secret
  })
  const house = await openHouse({ settings, folder, logger: silent, clock, accounts: bare ? [] : accounts })
  const keepsRules: Start = ({ rulebook }, signal) => keepFresh(rulebook, { logger: silent, signal })
  const { url, password, close } = await atWork(house, [...more, keepsRules], webRoot)
  return {
    url,
    house,
    password,
    simulator,
    posts: published,
    clock,
    /** Somebody else who can sign in from now on; answers their password. */
    addPerson: async (actor: Actor): Promise<string> => {
      const { records } = house.store
      const password = randomPassword()
      await records.create('person', { id: idOf(actor.id), value: { actor, password: await hashPassword(password) } })
      await records.refresh()
      return password
    },
    close: async () => {
      try {
        await close()
      } finally {
        await simulator.close()
      }
    }
  }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
