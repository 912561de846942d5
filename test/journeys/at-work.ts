import { type House, type Start, together } from '@huiyin/adapters/house.ts'
import { start as alerter } from '@huiyin/alerter/main.ts'
import { serve, type Welcome } from '@huiyin/api/main.ts'
import { start as classifier } from '@huiyin/classifier/main.ts'
import { start as collector } from '@huiyin/collector/main.ts'
import { start as desk } from '@huiyin/desk/main.ts'
import { start as responder } from '@huiyin/responder/main.ts'
import { start as scribe } from '@huiyin/scribe/main.ts'

const PARTS: Start[] = [collector, classifier, desk, responder, alerter, scribe]

/** All services of a house at work in this process, and what more is wanted; they close with the house. */
export async function atWork(house: House, more: readonly Start[] = [], webRoot?: string) {
  const closing = new AbortController()
  const { promise: welcomed, resolve: welcome } = Promise.withResolvers<Welcome>()
  await Promise.all([house.rulebook.refresh(), house.accounts.refresh()])
  const running = together(closing.signal, [
    signal => serve(house, signal, welcome, webRoot),
    ...[...more, ...PARTS].map(start => (signal: AbortSignal) => start(house, signal))
  ])
  const { url, administrator } = await Promise.race([
    welcomed,
    running.then(() => Promise.reject(new Error('it ended')))
  ])
  return {
    url,
    password: administrator?.password,
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
