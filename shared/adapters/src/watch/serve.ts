import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAway } from '@huiyin/ports/patience.ts'
import { forgetProcess, noteProcess, SEEN_EVERY } from '@huiyin/ports/processes.ts'
import { type House, together } from '../house.ts'
import { listenHealth } from './listener.ts'

/**
 * Until the signal: answers for the health of a house on the port that its settings name, where they name one, and says
 * in the store that this process is there.
 */
export const keepWatch = (house: House, signal: AbortSignal): Promise<void> =>
  together(signal, [signal => listen(house, signal), signal => beThere(house, signal)])

async function listen({ settings, watch, logger }: House, signal: AbortSignal): Promise<void> {
  const { healthPort: port, healthHost: host } = settings
  if (port === 0 || signal.aborted) return
  const listener = await listenHealth(watch.watched, { host, port, logger })
  await ended(signal)
  await listener.close()
}

const ended = (signal: AbortSignal) =>
  new Promise<void>(resolve => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** While the store is away nobody can read of us either. */
async function beThere({ watch, clock, store }: House, signal: AbortSignal): Promise<void> {
  const id = randomUUID()
  const startedAt = clock.now()
  const host = hostname()
  try {
    while (!signal.aborted) {
      const note = { ...(await watch.standing()), host, startedAt, seenAt: clock.now() }
      await whileThere(noteProcess(store.records, id, note))
      await sleep(SEEN_EVERY, undefined, { signal }).catch(() => {}) // the signal: the loop ends by it
    }
  } finally {
    await whileThere(forgetProcess(store.records, id))
  }
}

async function whileThere(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!isAway(error)) throw error
  }
}
