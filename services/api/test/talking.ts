import { act } from '@huiyin/ports/act.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { TicketView } from '@huiyin/schemas/api.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Test } from 'tap'
import type { AppOptions } from '../src/app.ts'
import { at, citizenWrites, enter, type House, once, openHouse, type Person } from './house.ts'

export type { Person } from './house.ts'

export const LI = { id: 'li', name: '李静', role: 'operator' }
export const WANG = { id: 'wang', name: '王敏', role: 'operator' }
export const HEAD = { id: 'zhao', name: '赵宏', role: 'head' }
export const WATER = { id: 'chen', name: '陈伟', role: 'operator', department: '水务局' }

/** An office of several: two operators, a head, and a department's own person. */
export async function openOffice(t: Test, said: Partial<StoredComment> = {}, overrides: Partial<AppOptions> = {}) {
  const house = await openHouse(t, overrides)
  const li = await enter(house, LI)
  const wang = await enter(house, WANG)
  const head = await enter(house, HEAD)
  const water = await enter(house, WATER)
  const id = await citizenWrites(house, said)
  return { house, li, wang, head, water, id }
}

let count = 0
export const key = () => `key-${++count}`

export const viewed = async ({ get }: Person, id: string): Promise<TicketView> => (await get(at(id))).json()

/** Does something on the ticket having seen it as it stands; the path goes on from it. */
export async function does(person: Person, id: string, path: string, body?: object, named = key()) {
  const { lastTurn } = await viewed(person, id)
  return person.post(`${at(id)}${path}`, body, once(named, lastTurn))
}

export const TEXT = '您好，积水今晚由水务局抽排，如有问题请拨打12345。'

/** Writes a reply; answers how it then stands. */
export async function writes(person: Person, id: string, body: object = {}) {
  const answer = await does(person, id, '/replies', { text: TEXT, ...body })
  return lastOf(answer.json())
}

export const lastOf = ({ replies }: TicketView) => replies.at(-1)!

/** The platform has taken the reply that was approved last. */
export async function isPosted(house: House, id: string) {
  const ticket = (await house.store.tickets.get(id))!.document
  const { id: reply } = ticket.replies.at(-1)!
  await act(house.desk, id, {
    type: 'reply.confirmed',
    actor: system('responder'),
    reply,
    acceptedAt: house.time.now
  })
}
