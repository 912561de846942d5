import { PARSERS } from '@huiyin/adapters/open.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { fromBase32, hotp, stepAt } from '@huiyin/domain/sign-in/totp.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import type { Test } from 'tap'
import type { AppOptions } from '../src/app.ts'
import { hashPassword } from '../src/sign-in/password.ts'
import { type House, openHouse, QUICK, SAME_ORIGIN, signIn } from './house.ts'

export const WORLDS = ['memory', 'sqlite'] as const
export type WorldName = (typeof WORLDS)[number]

/** A house over one of the stores that need no engine. */
export async function openOn(t: Test, world: WorldName, overrides: Partial<AppOptions> = {}): Promise<House> {
  if (world === 'memory') return openHouse(t, overrides)
  const { store, log, close } = await openSqlite({ folder: t.testdir({}) })
  const house = await openHouse(t, overrides, { store, events: log('events', { parse: PARSERS.events }) })
  t.teardown(close)
  return house
}

export const GOOD = 'kv7#Rmb2-tq'
export const BETTER = 'nw4+Gzp8-xs'

/** Somebody who can sign in with a password that they keep. */
export async function joins({ store }: House, id: string, more: Partial<StoredUser['actor']> = {}) {
  const actor = { id, name: `${id}先生`, role: 'editor', ...more }
  const value: StoredUser = { actor, password: await hashPassword(GOOD, QUICK), since: 1 }
  await store.records.create('person', { id, value })
  await store.records.refresh()
  return { name: id, password: GOOD }
}

/** Signs in as an administrator beside the first. */
export const secondAdministrator = async (house: House) =>
  signIn(house, await joins(house, 'root2', { role: 'administrator' }))

/** Tries to sign in; answers as the api does. */
export const tries = ({ app }: House, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/session', headers: { ...SAME_ORIGIN, ...headers }, payload })

export const codeAt = (secret: string, now: number) => hotp(fromBase32(secret), stepAt(now))

/** What the log has of persons so far. */
export async function toldOf({ events }: House): Promise<HouseEvent[]> {
  const found: HouseEvent[] = []
  const ended = new AbortController()
  const lag = await events.lag('test')
  if (lag === 0) return found
  for await (const batch of events.read({ group: 'test', atMost: 1000, signal: ended.signal })) {
    found.push(...batch.events)
    if (found.length >= lag) ended.abort()
  }
  return found.filter(({ ticket }) => ticket.startsWith('person/')).toSorted((a, b) => a.n - b.n)
}
