import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { House } from '@huiyin/domain/escalation/recipients.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import { getLetter, resolveRecipients, sendLetter } from '@huiyin/ports/letters.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'
import { FINDS, periodOf, savedSearch, type Telling } from '@huiyin/ports/saved-searches.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Find, SavedSearch } from '@huiyin/schemas/saved-search.ts'

export interface TellPorts {
  records: Records
  people: () => House
}

const AT_MOST = 5_000
const AT_ONCE = 50

const ANALYST = system('analyst')

/** One letter for all that a search found in a period that is over; told twice it is one letter all the same. */
export async function tellFinds(ports: TellPorts, now: number): Promise<void> {
  const due = await ports.records.due<Find>(FINDS, now, AT_MOST)
  const more = due.length === AT_MOST
  const bySearch = Map.groupBy(due, ({ value }) => value.search)
  for (const [id, finds] of bySearch) {
    const search = await stillKept(ports.records, id)
    if (search && search.tell !== 'never') await tellOf(ports, search, search.tell, finds, { now, more })
    else await noMore(ports.records, finds)
  }
}

async function stillKept(records: Records, id: string): Promise<SavedSearch | undefined> {
  try {
    return await savedSearch(records, id)
  } catch (error) {
    if (error instanceof HuiyinError && error.code === 'SEARCH_NOT_FOUND') return
    throw error
  }
}

/** The periods in which it found something, each with a letter of its own once it is over. */
async function tellOf(
  ports: TellPorts,
  search: SavedSearch,
  tell: Telling,
  finds: readonly Entry<Find>[],
  { now, more }: { now: number; more: boolean }
): Promise<void> {
  const byEnd = Map.groupBy(finds, ({ value }) => periodOf(tell, value.at).end)
  for (const [end, together] of byEnd) {
    const { tellAt } = periodOf(tell, together[0]!.value.at)
    if (tellAt > now) await eachOf(together, ({ id, value }) => ports.records.put(FINDS, { id, value, dueAt: tellAt }))
    else {
      await tellPeriod(ports, search, together, { end, now, more })
      await noMore(ports.records, together)
    }
  }
}

async function tellPeriod(
  { records, people }: TellPorts,
  search: SavedSearch,
  finds: readonly Entry<Find>[],
  { end, now, more }: { end: number; now: number; more: boolean }
): Promise<void> {
  const id = idOf('search', search.id, String(end))
  const to = await resolveRecipients(
    { records, people },
    [{ kind: 'person', person: search.person }],
    { urgent: false },
    now
  )
  if (to.length === 0 || (await getLetter(records, id))) return
  const words = search.what === 'tickets' ? '工单' : '评论'
  const count = `${finds.length} 条${more ? '以上' : ''}`
  const isPersonal = maskPersonal(search.q) !== search.q // a link is not masked on its way
  await sendLetter(records, {
    id,
    about: 'search',
    of: search.id,
    title: `检索“${search.name}”有 ${count}新${words}`,
    lines: [`检索式：${maskPersonal(search.q)}`, `新${words} ${count}，请登录系统查看。`],
    path: `/?${new URLSearchParams({ view: 'search', what: search.what, ...(!isPersonal && { q: search.q }) })}`,
    urgent: false,
    receipt: false,
    to,
    by: ANALYST,
    madeAt: now
  })
}

/** It stays noted that they were found; nobody is told again. */
const noMore = (records: Records, finds: readonly Entry<Find>[]): Promise<void> =>
  eachOf(finds, ({ id, value }) => records.put<Find>(FINDS, { id, value }))

async function eachOf(finds: readonly Entry<Find>[], change: (find: Entry<Find>) => Promise<void>): Promise<void> {
  for (let from = 0; from < finds.length; from += AT_ONCE)
    await Promise.all(finds.slice(from, from + AT_ONCE).map(change))
}
