import { openHouse, type Start, together } from '@huiyin/adapters/house.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { start as alerter } from '@huiyin/alerter/main.ts'
import { serve, type Welcome } from '@huiyin/api/main.ts'
import { start as classifier } from '@huiyin/classifier/main.ts'
import { start as collector } from '@huiyin/collector/main.ts'
import { start as desk } from '@huiyin/desk/main.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { start as responder } from '@huiyin/responder/main.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { start as scribe } from '@huiyin/scribe/main.ts'
import { OFFICES, startSimulator } from '@huiyin/simulator/simulator.ts'

const PARTS: Start[] = [collector, classifier, desk, responder, alerter, scribe]

/** Wall time that a test can move on: hours pass at once, everything else as always. */
export function movableClock(): { now: () => number; pass: (ms: number) => void } {
  let passed = 0
  return {
    now: () => Date.now() + passed,
    pass: ms => {
      passed += ms
    }
  }
}

/** A whole office with real services over a simulated platform, in one process, on a clock that the test moves. */
export async function openOffice(world: { folder: string; log?: string; store?: string; prefix?: string }) {
  const clock = movableClock()
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
      pollEvery: 1_000,
      ...(platform === 'wechat'
        ? { credentials: { secret }, posts: [published[i]!.id] }
        : { credentials: { accessToken: secret } })
    })
  )
  const { folder, ...engines } = world
  const settings = settingsOf({
    ...engines,
    port: 0,
    data: folder,
    demo: 'off',
    alertWebhook: simulator.webhook.url,
    alertSecret: simulator.webhook.secret
  })
  const house = await openHouse({ settings, folder, logger: silent, clock, accounts })
  const closing = new AbortController()
  const { promise: welcomed, resolve: welcome } = Promise.withResolvers<Welcome>()
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
    simulator,
    posts: published,
    clock,
    close: async () => {
      closing.abort()
      try {
        await running
      } finally {
        await house.close()
        await simulator.close()
      }
    }
  }
}
