import { nextTelling } from '@huiyin/domain/boards/rhythm.ts'
import { HuiyinError, keyReused, storeRefused } from '@huiyin/domain/errors.ts'
import { idOf, textHash } from '@huiyin/domain/ids.ts'
import type { BoardSubscriptionBody } from '@huiyin/schemas/api-boards.ts'
import type { Versioned } from './documents.ts'
import type { Entry, Records } from './records.ts'
import { entriesOf, tagOf } from './rule-records.ts'

/** What people have themselves told of the dashboards. */
export interface BoardSubscription extends BoardSubscriptionBody {
  /** Among one's own. */
  id: string
  /** Id of who has it. */
  person: string
  madeAt: number
  nextAt: number
  sentAt?: number
  /** Of what its key stood for when it was made. */
  asked?: string
}

export const BOARD_SUBSCRIPTIONS = 'board-subscription'
const AT_MOST = 20
const KEY_LENGTH = 16

const startOf = (person: string) => `${idOf(person)}/`
export const recordOf = ({ person, id }: Pick<BoardSubscription, 'person' | 'id'>): string => startOf(person) + id

export async function subscriptionsOf(records: Pick<Records, 'list'>, person: string): Promise<BoardSubscription[]> {
  const all = await Array.fromAsync(entriesOf<BoardSubscription>(records, BOARD_SUBSCRIPTIONS, startOf(person)))
  return all.map(({ value }) => value).sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
}

/** Of what somebody chose: another when they have changed it. */
export const choiceTag = ({ name, view, place, every, weekday, at }: BoardSubscriptionBody): string =>
  tagOf({ name, view, place, every, weekday, at })

/** Made once by its key. Throws TOO_MANY beyond 20 of one person, KEY_REUSED for another choice under the same key. */
export async function subscribe(
  records: Records,
  { person, key, body, at }: { person: string; key: string; body: BoardSubscriptionBody; at: number }
): Promise<BoardSubscription> {
  const id = textHash(key).slice(0, KEY_LENGTH)
  const kept = await subscriptionsOf(records, person)
  const before = kept.find(one => one.id === id)
  const asked = choiceTag(body)
  if (before?.asked !== undefined && before.asked !== asked) throw keyReused()
  if (before) return before
  if (kept.length >= AT_MOST)
    throw new HuiyinError('TOO_MANY', `Expected at most ${AT_MOST} subscriptions; remove one before you make another`)
  const value = { ...body, id, person, madeAt: at, nextAt: nextTelling(body, at), asked }
  await records.create(BOARD_SUBSCRIPTIONS, entryOf(value))
  await records.refresh()
  return value
}

/** Says anew what one is told of and when; `seen` is its tag as one saw it. Throws SUBSCRIPTION_NOT_FOUND, SOMEBODY_WAS_FASTER. */
export async function resubscribe(
  records: Records,
  of: { person: string; id: string; body: BoardSubscriptionBody; seen?: string | undefined; at: number }
): Promise<BoardSubscription> {
  const { person, id, body, seen, at } = of
  while (true) {
    const { document, version } = await subscriptionOf(records, of)
    const { madeAt, sentAt, asked, ...before } = document.value
    const tag = choiceTag(before)
    if (seen !== undefined && seen !== tag && choiceTag(body) !== tag)
      throw new HuiyinError('SOMEBODY_WAS_FASTER', `Subscription "${id}" is not as you saw it; list yours again`)
    const kept: BoardSubscription = {
      ...{ ...body, id, person, madeAt, nextAt: nextTelling(body, at) },
      ...(sentAt !== undefined && { sentAt }),
      ...(asked !== undefined && { asked })
    }
    const put = await records.putIfUnchanged(BOARD_SUBSCRIPTIONS, entryOf(kept), version)
    if (put.outcome === 'refused') throw storeRefused(put.reason)
    if (put.outcome === 'conflict') continue // it was told meanwhile
    await records.refresh()
    return kept
  }
}

/** Throws SUBSCRIPTION_NOT_FOUND. */
export async function unsubscribe(
  records: Records,
  of: Pick<BoardSubscription, 'person' | 'id'>
): Promise<BoardSubscription> {
  const { value } = (await subscriptionOf(records, of)).document
  await records.remove(BOARD_SUBSCRIPTIONS, recordOf(of))
  await records.refresh()
  return value
}

async function subscriptionOf(
  records: Pick<Records, 'get'>,
  of: Pick<BoardSubscription, 'person' | 'id'>
): Promise<Versioned<Entry<BoardSubscription>>> {
  const found = await records.get<BoardSubscription>(BOARD_SUBSCRIPTIONS, recordOf(of))
  if (!found) throw new HuiyinError('SUBSCRIPTION_NOT_FOUND', 'There is no such subscription; list yours again')
  return found
}

export const entryOf = (value: BoardSubscription): Entry<BoardSubscription> => ({
  ...{ id: recordOf(value), value, dueAt: value.nextAt }
})
