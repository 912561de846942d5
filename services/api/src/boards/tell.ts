import { briefOf, moodBriefOf } from '@huiyin/domain/boards/brief.ts'
import { nextTelling } from '@huiyin/domain/boards/rhythm.ts'
import { boardTime } from '@huiyin/domain/boards/span.ts'
import type { BoardLanguage } from '@huiyin/domain/boards/tables.ts'
import { dayInShanghai } from '@huiyin/domain/day.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { BOARD_SUBSCRIPTIONS, type BoardSubscription, entryOf } from '@huiyin/ports/board-subscriptions.ts'
import { resolveRecipients, sendLetter } from '@huiyin/ports/letters.ts'
import type { Entry } from '@huiyin/ports/records.ts'
import { type Actor, system } from '@huiyin/schemas/actor.ts'
import type { LetterRecipient } from '@huiyin/schemas/letter.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import { type Asked, askedOf, type BoardAsk } from './asking.ts'
import type { Board } from './board.ts'
import { moodOf } from './mood.ts'
import { overviewOf } from './overview.ts'
import { askOfPlace } from './place.ts'

const AT_ONCE = 20
const SIGNERS = 'person'
const LINES = 50
const LONGEST = 1_000
const LONGEST_PATH = 480

/**
 * Sends what is due, as its owner may read it then. A letter is made by its id, so that several processes make one; who
 * was away for days is told once, of what is then. Rejects when all were tried, where one could not be told.
 */
export async function tellSubscribers(board: Board, now: number): Promise<number> {
  const { records } = board.ports
  const due = await records.due<BoardSubscription>(BOARD_SUBSCRIPTIONS, now, AT_ONCE)
  if (due.length === 0) return 0
  board.ledger.begin()
  if (!board.ledger.isWhole()) return 0 // a while after a start
  let sent = 0
  const failures: unknown[] = []
  for (const { id } of due) {
    try {
      if (await tellDue(board, id, now)) sent += 1
    } catch (error) {
      failures.push(error) // the others are told all the same
    }
  }
  if (failures.length > 0) throw failures[0]
  return sent
}

async function tellDue(board: Board, id: string, now: number): Promise<boolean> {
  const { records } = board.ports
  const found = await records.get<BoardSubscription>(BOARD_SUBSCRIPTIONS, id)
  if (!found || found.document.value.nextAt > now) return false
  const told = await tellOne(board, found.document, now)
  const next = {
    ...found.document.value,
    nextAt: nextTelling(found.document.value, now),
    ...(told && { sentAt: now })
  }
  await records.putIfUnchanged(BOARD_SUBSCRIPTIONS, entryOf(next), found.version) // a conflict: it was changed, or told
  return told
}

async function tellOne(board: Board, { value }: Entry<BoardSubscription>, now: number): Promise<boolean> {
  const { records, rulebook } = board.ports
  const owner = (await records.get<StoredUser>(SIGNERS, value.person))?.document.value
  if (!owner || (owner.state ?? 'active') !== 'active' || !mayDo(owner.actor, 'board.read')) return false
  const to = await resolveRecipients(
    { records, people: rulebook.people },
    [{ kind: 'person', person: value.person }],
    { urgent: false },
    now
  )
  const told = to.length > 0 ? await toldOf(board, owner.actor, value, now, owner.language ?? 'zh') : undefined
  if (!told) return false
  return send(board, value, { ...told, to }, now)
}

type Told = { lines: string[]; path: string }

/** Undefined where its owner may not see any more what they have subscribed to, or its account is gone. */
async function toldOf(
  board: Board,
  actor: Actor,
  subscription: BoardSubscription,
  now: number,
  language: BoardLanguage
): Promise<Told | undefined> {
  try {
    const { ask, day } = askNow(subscription, now)
    if (ask.account !== undefined && !mayDo(actor, 'board.read', { account: ask.account })) return
    const asked = askedOf(board.ports, actor, ask, now)
    const place = new URLSearchParams({ view: subscription.view, ...ask, day })
    const isPersonal = maskPersonal(place.toString()) !== place.toString() // a link is not masked on its way
    return {
      lines: await linesOf(board, actor, subscription, asked, language),
      path: isPersonal || place.toString().length > LONGEST_PATH ? `/?view=${subscription.view}` : `/?${place}`
    }
  } catch (error) {
    if (error instanceof HuiyinError && (error.code === 'INVALID_REQUEST' || error.code === 'NOT_ALLOWED')) return
    throw error
  }
}

async function linesOf(
  board: Board,
  actor: Actor,
  { view }: BoardSubscription,
  asked: Asked,
  language: BoardLanguage
): Promise<string[]> {
  if (view === 'mood') return moodBriefOf(await moodOf(board, actor, asked), language)
  return briefOf(await overviewOf(board, asked), language)
}

/** Of what is told as often as it lasts, the last that is over: a daily brief tells of yesterday. */
function askNow(subscription: BoardSubscription, now: number): { ask: BoardAsk; day: string } {
  const ask = askOfPlace(subscription)
  const { every } = subscription
  const isOwn = (every === 'daily' && ask.span === 'today') || (every === 'weekly' && ask.span === 'week')
  const at = isOwn ? boardTime(ask.span, now, now).period.from - 1 : now
  const day = dayInShanghai(at)
  return { ask: { ...ask, day }, day }
}

function send(
  { ports: { records } }: Board,
  { id, person, name, nextAt }: BoardSubscription,
  { lines, path, to }: Told & { to: LetterRecipient[] },
  madeAt: number
): Promise<boolean> {
  return sendLetter(records, {
    id: idOf('board', person, id, String(nextAt)),
    about: 'board',
    of: id,
    title: maskPersonal(name),
    lines: lines.slice(0, LINES).map(line => maskPersonal(line).slice(0, LONGEST)),
    path,
    ...{ urgent: false, receipt: false, to, by: system('analyst'), madeAt }
  })
}
