import { openHouse } from '@huiyin/adapters/house.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { draftReply, reviewReply } from '@huiyin/domain/replies/commands.ts'
import { toObservation } from '@huiyin/domain/to-observation.ts'
import { OUTGOING_WAIT } from '@huiyin/domain/undo/outgoing.ts'
import { act } from '@huiyin/ports/act.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { ReplyKind, Ticket } from '@huiyin/schemas/ticket.ts'
import { ALL_OFFICES } from '@huiyin/simulator/offices.ts'
import { startSimulator } from '@huiyin/simulator/simulator.ts'
import type { PlatformKind, SimComment } from '@huiyin/simulator/things.ts'
import type { Test } from 'tap'
import { type ResponderPorts, responder } from '../src/tick.ts'

/** 5 January 2026, 14:00 in Beijing. */
export const START = Date.parse('2026-01-05T14:00:00+08:00')
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const LI = { id: 'li', name: '李静', role: 'operator' }
export const WANG = { id: 'wang', name: '王敏', role: 'operator' }
export const HEAD = { id: 'zhao', name: '赵宏', role: 'head' }
const COLLECTOR = { id: 'collector', name: 'collector', role: 'system' }

export const CALM: Classification = {
  ...{ model: 'test', words: '', label: 'inquiry', confidence: 0.9, urgent: false, departments: [] },
  sentiment: { name: 'neutral', score: 0 },
  risk: { score: 10, level: 'blue', reasons: [] }
}

const CREDENTIALS: Partial<Record<PlatformKind, (secret: string) => Account['credentials']>> = {
  wechat: secret => ({ secret }),
  weibo: accessToken => ({ accessToken })
}

let key = 0

/** A house over a real store, whose accounts stand at simulated platforms, and the responder at work in it. */
export async function openOffice(
  t: Test,
  kinds: readonly PlatformKind[] = ['wechat'],
  more: Partial<ResponderPorts> = {}
) {
  let at = START
  const clock = { now: () => at }
  const offices = ALL_OFFICES.filter(({ platform }) => kinds.includes(platform))
  const simulator = await startSimulator({ clock, offices })
  const { control } = simulator
  const accounts = offices.map(
    ({ platform, id, name, secret }): Account => ({
      ...{ platform, id, name, api: simulator.url, since: START - 7 * DAY },
      credentials: CREDENTIALS[platform]!(secret)
    })
  )
  const folder = t.testdir()
  const settings = settingsOf({ data: folder, demo: 'off', port: 0 })
  const house = await openHouse({ settings, folder, logger: silent, clock, accounts })
  t.teardown(async () => {
    await house.close()
    await simulator.close()
  })
  const { desk } = house
  const { tick, idle } = responder({
    ...{ desk, platform: house.platform, logger: silent, random: () => 0, patience: 60_000 },
    ...more
  })

  /** A citizen writes under a post of the office, and the ticket of it is there. */
  async function asked(text = '路灯坏了，什么时候修？', kind = kinds[0]!, of: Partial<Classification> = {}) {
    const { platform, id: account } = offices.find(({ platform }) => platform === kind)!
    const post = control.posts({ platform, account })[0] ?? control.publishPost({ platform, account, title: '通告' })
    const written = control.postComment({ platform, account, post: post.id, text })
    const ticket = await seen(written, { deleted: false }, { ...CALM, ...of })
    return { ticket: ticket.id, written }
  }

  /** The collector has seen it. */
  async function seen(
    comment: SimComment,
    { deleted, ticket }: { deleted: boolean; ticket?: string },
    of?: Classification
  ): Promise<Ticket> {
    const { id, post, root, parent, text, publishedAt, author } = comment
    const native = {
      ...{ post, root, comment: id, text, publishedAt, ours: !author, ...(parent !== undefined && { parent }) },
      author: author ? { id: author.id, name: author.name } : { id: comment.account }
    }
    const account = accounts.find(({ platform }) => platform === comment.platform)!
    const observation = toObservation(native, { account, observedAt: at, term: 1 })
    const arrived = commentArrived(COLLECTOR, { ...observation, ...(deleted && { deleted }) }, of)
    return act(desk, ticket ?? ticketId(observation), arrived)
  }

  /** Written by one and read by another, and nobody has withdrawn it: it may leave. */
  async function approve(ticket: string, text: string, kind: ReplyKind = 'final') {
    const { lastTurn } = await read(ticket)
    const drafted = await act(desk, ticket, draftReply({ actor: LI, id: `draft-${++key}`, seen: lastTurn, text, kind }))
    const { id: reply, hash } = drafted.replies.at(-1)!
    const reviewed = await act(desk, ticket, reviewReply({ actor: WANG, id: `review-${++key}`, reply, hash }))
    at += OUTGOING_WAIT
    return reviewed
  }

  const read = async (ticket: string) => (await desk.tickets.get(ticket))!.document

  /** The responder works at this instant, until nothing is left to do. */
  async function work(now: number) {
    at = Math.max(at, now)
    await tick(at)
    await idle()
  }

  /** It works every so many ms until an instant. */
  async function until(end: number, every = MINUTE) {
    while (at < end) await work(Math.min(end, at + every))
  }

  const standing = ({ platform, account, post }: SimComment) =>
    control
      .standing({ platform, account, post })
      .filter(({ author, deleted }) => !author && !deleted)
      .map(({ text }) => text)

  const by = (actor: typeof LI) => ({ actor, id: `act-${++key}` })
  return { house, desk, control, asked, seen, approve, read, work, until, standing, by, now: () => at, offices }
}
